// The reader of programmes' files without the screen, as the site holds it: under Node and in a browser's page.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { borrowChromium, openPage, readProgramme, serve } from "./browser.mjs";

/** @typedef {import("../../web/programme-reader.js").Reader} Reader */

const project = fileURLToPath(new URL("../..", import.meta.url));
const site = process.env.CE_SITE ?? path.join(project, "build/web/site");
const bad = path.join(project, "tests/data/programmes/bad");
const mostBytes = 64 * 1024 * 1024;

/** What Emscripten's script makes instances of is noted here. @type {WebAssembly.Memory[]} */
const memories = [];
/** @type {Reader} */
let reader;

before(async () => {
  // To Node a module of this name is one where the folder's package.json says so.
  const copy = await mkdtemp(path.join(tmpdir(), "reader-test-"));
  await cp(site, copy, { recursive: true });
  await writeFile(path.join(copy, "package.json"), `{"type": "module"}`);
  const { Reader } = await import(pathToFileURL(path.join(copy, "programme-reader.js")).href);
  after(() => rm(copy, { recursive: true }));
  const { instantiate } = WebAssembly;
  /** @type {any} */ (WebAssembly).instantiate = async (/** @type {[any, any]} */ ...parameters) => {
    const result = /** @type {any} */ (await instantiate.apply(WebAssembly, parameters));
    const values = Object.values((result.instance ?? result).exports);
    memories.push(.../** @type {WebAssembly.Memory[]} */ (values.filter((value) => value instanceof WebAssembly.Memory)));
    return result;
  };
  reader = await Reader.create();
  WebAssembly.instantiate = instantiate;
});

/** As the command `programme check` prints it. @param {import("../../web/memory.js").Problem[]} problems */
const print = (problems) =>
  problems
    .map(({ line, column, severity, pointer, message }) => `${line}:${column}: ${severity}: ${pointer && `${pointer}: `}${message}\n`)
    .join("");

test("under Node it says of each bad file what the command says", async () => {
  const names = (await readdir(bad)).filter((name) => name.endsWith(".json"));
  assert.ok(names.length >= 60);
  for (const name of names) {
    const problems = reader.read(await readFile(path.join(bad, name)), { columns: "codePoints" });
    assert.equal(print(problems), await readFile(path.join(bad, name.replace(".json", ".expected")), "utf8"), name);
  }
});

test("a good file has no problem, as text or as bytes", async () => {
  const text = await readProgramme("data/eig-2018.json");
  assert.deepEqual(reader.read(text), []);
  assert.deepEqual(reader.read(new TextEncoder().encode(text)), []);
});

test("lines and columns lead to the place in a JavaScript string, whatever stands before it", async () => {
  const good = await readProgramme("tests/data/programmes/good/one-challenge.json");
  for (const before of ["plain", "é日", "e\u0301\u0323", "\u{1F600}", "\u{10000}\u{10FFFF}", "\u{1F469}\u200D\u{1F52C}"]) {
    for (const ending of ["\n", "\r\n"]) {
      const text = good.replace(/"\$schema": "[^"]*",/, `"$schema": "${before}", "unheard-of": 1,`).replaceAll("\n", ending);
      const problems = reader.read(text);
      assert.equal(problems.length, 1, before);
      const { line, column } = /** @type {{line: number, column: number}} */ (problems[0]);
      const place = text.split(ending)[line - 1]?.slice(column - 1);
      assert.ok(place?.startsWith(`"unheard-of"`), `${before}: ${place}`);
    }
  }
});

test("messages are in the language asked for, and unknown keys are warnings where asked for", async () => {
  const file = await readFile(path.join(bad, "schema-unknown-key-in-profile.json"));
  const [error] = reader.read(file, { language: "fr" });
  assert.equal(error?.severity, "error");
  assert.match(String(error?.message), /^La clé "number" n’existe pas ici/);
  const [warning] = reader.read(file, { leavesOutUnknown: true });
  assert.equal(warning?.severity, "warning");
  assert.equal(warning?.pointer, "/challenges/0/profiles/0/number");
});

test("many readings need no more memory than a few, and a file that is too large none", async () => {
  const file = await readProgramme("data/eig-2018.json");
  const broken = file.replaceAll(`"id"`, `"identifier"`);
  for (let time = 0; time < 5; ++time) reader.read(broken);
  assert.equal(memories.length, 1);
  const before = memories[0]?.buffer.byteLength;
  for (let time = 0; time < 200; ++time) reader.read(broken);
  assert.equal(memories[0]?.buffer.byteLength, before);
  const problems = reader.read(new Uint8Array(mostBytes + 1));
  assert.deepEqual(problems.map(({ message }) => message), ["The file is too large: 67,108,864 bytes at most."]);
  assert.equal(memories[0]?.buffer.byteLength, before);
});

test("in a browser it reads under the strict policy, without the program that shows programmes", async () => {
  const server = await serve({
    intercept: (request, response) => {
      if (request.url !== "/staff") return false;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:");
      response.end(`<!doctype html><title>Relecture</title><link rel="icon" href="data:,"><script type="module" src="programme-reader.js"></script>`);
      return true;
    },
  });
  const browser = await borrowChromium();
  after(async () => {
    await browser.close();
    await server.close();
  });
  const { page, complaints } = await openPage(browser);
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${server.address}staff`);
  const problems = await page.evaluate(async (text) => {
    const address = new URL("programme-reader.js", document.baseURI).href;
    const { Reader: PageReader } = await import(address);
    const pageReader = await PageReader.create();
    return { good: pageReader.read(text), bad: pageReader.read(text.replace(`"timeZone"`, `"\u{1F600}", "timeZone"`), { language: "fr" }) };
  }, await readProgramme("tests/data/programmes/good/one-challenge.json"));
  assert.deepEqual(problems.good, []);
  assert.deepEqual(problems.bad.map((/** @type {{pointer: string}} */ { pointer }) => pointer), ["/\u{1F600}", "/\u{1F600}"]);
  assert.match(problems.bad[1]?.message, /Ce n’est pas du JSON/);
  assert.ok(requests.some((name) => /^\/programme-reader\.\w+\.wasm$/.test(name)));
  assert.ok(!requests.some((name) => name.includes("challenge-explorer")));
  assert.deepEqual(complaints, []);
});
