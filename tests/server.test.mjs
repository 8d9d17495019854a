// The static server that scripts/run and the browser tests use.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";

import { acceptsEncoding, contentSecurityPolicy, serve } from "../scripts/serve.mjs";

const hashed = "program.0123456789abcdef.wasm";
/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

/**
 * As a browser asks, but without fetch()'s own decoding and tidying of paths.
 * @param {string} target
 * @param {{method?: string, headers?: Record<string, string>}} [options]
 * @returns {Promise<{status: number | undefined, headers: import("node:http").IncomingHttpHeaders, body: Buffer}>}
 */
function ask(target, options = {}) {
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: "127.0.0.1", path: target, ...options }, (response) => {
      /** @type {Buffer[]} */
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

before(async () => {
  const parent = await mkdtemp(path.join(tmpdir(), "server-test-"));
  folder = parent;
  await writeFile(path.join(folder, "index.html"), "<!doctype html>page");
  await writeFile(path.join(folder, hashed), "wasm");
  await writeFile(path.join(folder, `${hashed}.br`), "as brotli");
  await writeFile(path.join(folder, `${hashed}.gz`), gzipSync("wasm"));
  await writeFile(path.join(folder, "programme.json"), "{}");
  await writeFile(path.join(folder, "programme.json.gz"), gzipSync("older"));
  await utimes(path.join(folder, "programme.json.gz"), 1000, 1000);
  await writeFile(path.join(folder, ".hidden"), "hidden");
  server = await serve({
    folder,
    intercept: (asked, response) => {
      if (asked.url !== "/broken") return false;
      response.writeHead(500).end();
      return true;
    },
  });
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("a folder's address is its index.html", async () => {
  const { status, headers, body } = await ask("/?lang=fr");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.equal(body.toString(), "<!doctype html>page");
});

test("the policy allows files of the site and WebAssembly, and no inline script or style", async () => {
  const { headers } = await ask("/");
  const policy = String(headers["content-security-policy"]);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
});

test("the page says the server's policy itself, for hosts that send none", async () => {
  const page = await readFile(new URL("../web/index.html", import.meta.url), "utf8");
  const [head = ""] = page.split("<script");
  assert.equal(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(head)?.[1], contentSecurityPolicy);
  assert.ok(page.indexOf("Content-Security-Policy") < page.indexOf("<link"), "it stands before all that it is about");
});

test("a compressed twin is sent to those who take it, Brotli first, with the file's own type", async () => {
  const brotli = await ask(`/${hashed}`, { headers: { "Accept-Encoding": "gzip, deflate, br" } });
  assert.equal(brotli.headers["content-encoding"], "br");
  assert.equal(brotli.headers["content-type"], "application/wasm");
  assert.equal(brotli.body.toString(), "as brotli");
  const gzip = await ask(`/${hashed}`, { headers: { "Accept-Encoding": "gzip, br;q=0" } });
  assert.equal(gzip.headers["content-encoding"], "gzip");
  assert.equal(gunzipSync(gzip.body).toString(), "wasm");
  const plain = await ask(`/${hashed}`);
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.equal(plain.body.toString(), "wasm");
  assert.equal(plain.headers.vary, "Accept-Encoding");
});

test("a twin older than its file is left alone, so that another programme.json shows at once", async () => {
  const { headers, body } = await ask("/programme.json", { headers: { "Accept-Encoding": "gzip" } });
  assert.equal(headers["content-encoding"], undefined);
  assert.equal(body.toString(), "{}");
});

test("names with a hash are kept for ever, others are asked for again", async () => {
  assert.match(String((await ask(`/${hashed}`)).headers["cache-control"]), /immutable/);
  const page = await ask("/");
  assert.equal(page.headers["cache-control"], "no-cache");
  const again = await ask("/", { headers: { "If-None-Match": String(page.headers.etag) } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test("nothing outside the folder and nothing hidden is served", async () => {
  for (const target of ["/../server.test.mjs", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/.hidden", "/%", "/a%00"]) {
    assert.equal((await ask(target)).status, 404, target);
  }
});

test("what is not there is 404, other methods are 405, HEAD has no body", async () => {
  assert.equal((await ask("/none.js")).status, 404);
  const post = await ask("/", { method: "POST" });
  assert.equal(post.status, 405);
  assert.equal(post.headers.allow, "GET, HEAD");
  const head = await ask("/", { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
});

test("a test can answer in the server's place", async () => {
  assert.equal((await ask("/broken")).status, 500);
});

test("Accept-Encoding is read with its qualities and its star", () => {
  assert.equal(acceptsEncoding("gzip, br;q=0.5", "br"), true);
  assert.equal(acceptsEncoding("gzip, br;q=0", "br"), false);
  assert.equal(acceptsEncoding("*", "br"), true);
  assert.equal(acceptsEncoding("*;q=0", "br"), false);
  assert.equal(acceptsEncoding("", "br"), false);
  assert.equal(acceptsEncoding("BR", "br"), true);
});
