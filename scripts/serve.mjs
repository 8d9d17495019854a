// Serves a folder of static files as a well-set host would: compressed files where the browser takes them, long caching
// for names that hold a hash, a strict Content-Security-Policy. `scripts/run` and the browser tests use it.
//
//   node scripts/serve.mjs [--port N] [FOLDER]
//
// Without --port it takes 8080 or the next free one. FOLDER is build/web/site by default.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** What the page may do: scripts and styles from files alone, no eval beyond compiling WebAssembly. web/index.html says the same to hosts that send no policy. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const siteFolder = fileURLToPath(new URL("../build/web/site", import.meta.url));
const firstPort = 8080;
const lastPort = 8179;

/** @type {Record<string, string>} */
const typeOfExtension = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The encodings that scripts/site.mjs writes beside a file, the best first. */
const encodings = [
  { name: "br", suffix: ".br" },
  { name: "gzip", suffix: ".gz" },
];

const hasHash = /\.[0-9a-f]{16}\.\w+$/;

/**
 * Whether an Accept-Encoding header takes an encoding (RFC 9110, 12.5.3): named or `*`, with a quality above 0.
 * @param {string} header
 * @param {string} encoding
 */
export function acceptsEncoding(header, encoding) {
  const qualities = new Map(
    header.split(",").map((item) => {
      const [name = "", ...parameters] = item.toLowerCase().split(";");
      const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="));
      return [name.trim(), quality === undefined ? 1 : Number(quality.slice(2))];
    }),
  );
  return (qualities.get(encoding) ?? qualities.get("*") ?? 0) > 0;
}

/**
 * The file that a request's path means, or nothing where it leads out of the folder or to a hidden file.
 * @param {string} folder
 * @param {string} target the request's path and query
 */
function fileOf(folder, target) {
  let name;
  try {
    name = decodeURIComponent(target.replace(/[?#].*$/, ""));
  } catch {
    return undefined;
  }
  if (!name.startsWith("/") || name.includes("\0") || name.split(/[/\\]/).some((part) => part.startsWith("."))) {
    return undefined;
  }
  return path.join(folder, name.endsWith("/") ? `${name}index.html` : name);
}

/** @param {string} file */
async function statOfFile(file) {
  try {
    const found = await stat(file);
    return found.isFile() ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The file to send for a file: itself, or its compressed twin. A twin older than the file was made of another content
 * (somebody put another programme.json in place) and is left alone.
 * @param {string} file
 * @param {import("node:fs").Stats} found
 * @param {string} accepted the request's Accept-Encoding
 */
async function variantOf(file, found, accepted) {
  for (const encoding of encodings) {
    if (!acceptsEncoding(accepted, encoding.name)) continue;
    const twin = await statOfFile(file + encoding.suffix);
    if (twin !== undefined && twin.mtimeMs >= found.mtimeMs) {
      return { file: file + encoding.suffix, found: twin, encoding: encoding.name };
    }
  }
  return { file, found, encoding: undefined };
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function sendText(response, status, text) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

/**
 * @param {string} folder
 * @param {boolean} sendsPolicy
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, sendsPolicy, request, response) {
  if (sendsPolicy) response.setHeader("Content-Security-Policy", contentSecurityPolicy);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return sendText(response, 405, "Only GET and HEAD are answered here.");
  }
  const file = fileOf(folder, request.url ?? "/");
  const found = file === undefined ? undefined : await statOfFile(file);
  if (file === undefined || found === undefined) return sendText(response, 404, "There is no such file.");

  const variant = await variantOf(file, found, request.headers["accept-encoding"] ?? "");
  const tag = `"${variant.found.size.toString(16)}-${Math.trunc(variant.found.mtimeMs).toString(16)}"`;
  response.setHeader("Content-Type", typeOfExtension[path.extname(file)] ?? "application/octet-stream");
  response.setHeader("Cache-Control", hasHash.test(file) ? "public, max-age=31536000, immutable" : "no-cache");
  response.setHeader("Vary", "Accept-Encoding");
  response.setHeader("ETag", tag);
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return undefined;
  }
  if (variant.encoding !== undefined) response.setHeader("Content-Encoding", variant.encoding);
  response.setHeader("Content-Length", variant.found.size);
  response.writeHead(200);
  if (request.method === "HEAD") {
    response.end();
    return undefined;
  }
  createReadStream(variant.file)
    .on("error", () => response.destroy())
    .pipe(response);
  return undefined;
}

/**
 * Serves a folder on this machine alone, until closed.
 * @param {object} [options]
 * @param {string} [options.folder] build/web/site by default
 * @param {number} [options.port] 0, the default: any free one
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean}
 *     [options.intercept] answers some requests itself, and says so by true (tests: a broken network, another file)
 * @param {boolean} [options.sendsPolicy] true by default; not every host does
 * @returns {Promise<{address: string, port: number, close: () => Promise<void>}>} rejected where the port is taken
 */
export function serve({ folder = siteFolder, port = 0, intercept = () => false, sendsPolicy = true } = {}) {
  const server = createServer((request, response) => {
    if (intercept(request, response)) return;
    answer(folder, sendsPolicy, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const taken = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
      resolve({
        address: `http://127.0.0.1:${taken}/`,
        port: taken,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** @param {string} folder */
async function serveOnNextFreePort(folder) {
  for (let port = firstPort; port <= lastPort; ++port) {
    try {
      return await serve({ folder, port });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`No port from ${firstPort} to ${lastPort} is free.`);
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { port: { type: "string" }, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log("node scripts/serve.mjs [--port N] [FOLDER]");
    return;
  }
  const folder = path.resolve(positionals[0] ?? siteFolder);
  if ((await statOfFile(path.join(folder, "index.html"))) === undefined) {
    throw new Error(`There is no index.html in ${folder}; call scripts/build web first.`);
  }
  const server =
    values.port === undefined
      ? await serveOnNextFreePort(folder)
      : await serve({ folder, port: Number(values.port) });
  console.log(`Challenge Explorer is at ${server.address} (Ctrl+C ends it)`);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => void server.close().then(() => process.exit(0)));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exitCode = 1;
  });
}
