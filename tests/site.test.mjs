// How scripts/site.mjs puts the static site together, on a small one made here.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { makeSite } from "../scripts/site.mjs";

const root = await mkdtemp(path.join(tmpdir(), "site-test-"));
const folders = {
  web: path.join(root, "web"),
  words: path.join(root, "words"),
  theme: path.join(root, "theme.json"),
  programs: path.join(root, "programs"),
  programme: path.join(root, "programme.json"),
  site: path.join(root, "site"),
};

/** @type {Record<string, string>} */
const sources = {
  "web/index.html": `<!doctype html><html><head><link rel="stylesheet" href="page.css">
<script type="module" src="./challenge-explorer.js"></script></head><body></body></html>`,
  "web/page.css": "/* The page. */\nbody {\n  color: theme(light.ink);\n}\na, b > c { margin: 0 }\n",
  "web/challenge-explorer.js": `import makeProgram from "./challenge-explorer-program.mjs";
import { Mirror, retry } from "./mirror.js";
import { words } from "./words.js";

const margin = 1;
/** @param {string} src */
export async function start(src = "programme.json") {
  return { program: makeProgram({ src }).href, retry: retry(), mirror: new Mirror().style, words, margin };
}
export const findProblems = () => import("./programme-reader.js");
export const debug = () => import("./challenge-explorer-debug.js");`,
  "web/challenge-explorer-debug.js": `import makeProgram from "./challenge-explorer-debug-program.mjs";
export const load = () => makeProgram().href;`,
  "web/mirror.js": `import { words } from "./words.js";
const margin = 35;
export class Mirror {
  style = \`::selection { background: theme(dark.ink, 35%) } \${margin}\`;
}
export function retry() {
  return words.fr["page.retry"];
}`,
  "web/challenge-explorer-program.d.mts": "export {};",
  "theme.json": `{"light": {"ink": "#161616"}, "dark": {"ink": "#f6f6ff"}}`,
  "words/fr.json": `{"page.retry": "Réessayer", "card.posts": "postes"}`,
  "words/en.json": `{"page.retry": "Try again", "card.posts": "posts"}`,
  "web/staff.html": `<!doctype html><html><head><script type="module" src="programme-reader.js"></script></head><body></body></html>`,
  "web/programme-reader.js": `import makeReader from "./programme-reader-program.mjs";
export const load = () => makeReader().href;`,
  "programs/web/challenge-explorer.mjs": `function Module(options) { return new URL("challenge-explorer.wasm", import.meta.url) }export default Module;\n`,
  "programs/web/challenge-explorer.wasm": "\0asm",
  "programs/web/challenge-explorer-debug.mjs": `function Module() { return new URL("challenge-explorer-debug.wasm", import.meta.url) }export default Module;\n`,
  "programs/web/challenge-explorer-debug.wasm": "\0asm debug",
  "programs/reader/programme-reader.mjs": `function Module() { return new URL("programme-reader.wasm", import.meta.url) }export default Module;\n`,
  "programs/reader/programme-reader.wasm": "\0asm reader",
  "programme.json": `{"title": "A programme"}`,
};

beforeEach(async () => {
  for (const [name, content] of Object.entries(sources)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
});

after(() => rm(root, { recursive: true }));

/** The site's files by the name they had before. */
async function makeAndList() {
  await makeSite(folders);
  const names = (await readdir(folders.site)).filter((name) => !/\.(br|gz)$/.test(name));
  return new Map(names.map((name) => [name.replace(/\.[0-9a-f]{16}(?=\.)/, ""), name]));
}

/** @param {string | undefined} name */
const read = (name) => readFile(path.join(folders.site, String(name)), "utf8");

test("all but the pages, what other pages name and the programme have a hash in their names", async () => {
  const files = await makeAndList();
  assert.deepEqual([...files.keys()].sort(), [
    "challenge-explorer-debug.js",
    "challenge-explorer-debug.wasm",
    "challenge-explorer.js",
    "challenge-explorer.wasm",
    "index.html",
    "page.css",
    "programme-reader.js",
    "programme-reader.wasm",
    "programme.json",
    "staff.html",
  ]);
  const stable = [...files].filter(([before, after]) => before === after).map(([name]) => name);
  assert.deepEqual(stable.sort(), ["challenge-explorer.js", "index.html", "programme-reader.js", "programme.json", "staff.html"]);
});

test("what refers to a file uses its new name", async () => {
  const files = await makeAndList();
  const element = await read("challenge-explorer.js");
  assert.ok(element.includes(`"${files.get("challenge-explorer.wasm")}"`));
  assert.ok(element.includes(`"programme.json"`));
  assert.ok((await read("index.html")).includes(`href="${files.get("page.css")}"`));
});

test("a module that pages name holds all that it imports, and equal names in two modules stay apart", async () => {
  const files = await makeAndList();
  const { start } = await import(path.join(folders.site, "challenge-explorer.js"));
  assert.deepEqual(await start(), {
    program: pathToFileURL(path.join(folders.site, String(files.get("challenge-explorer.wasm")))).href,
    retry: "Réessayer",
    mirror: "::selection { background: rgb(246 246 255 / 35%) } 35",
    words: { fr: { "page.retry": "Réessayer" }, en: { "page.retry": "Try again" } },
    margin: 1,
  });
});

test("each page asks at once for its own program alone, and not for the reader and the debug overlay that its script may come to need", async () => {
  const files = await makeAndList();
  const page = await read("index.html");
  const staff = await read("staff.html");
  assert.ok(page.includes(`<link rel="preload" href="${files.get("challenge-explorer.wasm")}" as="fetch"`));
  assert.ok(staff.includes(`<link rel="preload" href="${files.get("programme-reader.wasm")}" as="fetch"`));
  assert.ok(!page.includes("programme-reader"));
  assert.ok(!page.includes("debug"));
  const element = await read("challenge-explorer.js");
  assert.ok(element.includes(`import("./${files.get("challenge-explorer-debug.js")}")`));
  assert.ok(!element.includes(String(files.get("challenge-explorer-debug.wasm"))));
  assert.ok(!staff.includes(String(files.get("challenge-explorer.wasm"))));
});

test("a change in a file changes the names of those that refer to it, and of no other", async () => {
  await writeFile(path.join(root, "web/page.css"), `body { background: url("icon.svg"); }`);
  await writeFile(path.join(root, "web/icon.svg"), "<svg/>");
  const before = await makeAndList();
  await writeFile(path.join(root, "web/icon.svg"), "<svg></svg>");
  const after = await makeAndList();
  assert.notEqual(after.get("icon.svg"), before.get("icon.svg"));
  assert.notEqual(after.get("page.css"), before.get("page.css"));
  assert.equal(after.get("challenge-explorer.wasm"), before.get("challenge-explorer.wasm"));
  await rm(path.join(root, "web/icon.svg"));
});

test("the theme's colours stand where the sources name them, and one that there is not is refused", async () => {
  const files = await makeAndList();
  assert.equal(await read(files.get("page.css")), "body{color:#161616}a,b>c{margin:0}");
  await writeFile(path.join(root, "web/page.css"), "body { color: theme(light.accent); }");
  await assert.rejects(makeSite(folders), /page\.css: the theme has no colour for theme\(light\.accent\)/);
});

test("compressed twins stand beside all files but the programme", async () => {
  await makeSite(folders);
  for (const name of (await readdir(folders.site)).filter((name) => !/\.(br|gz)$/.test(name))) {
    const content = await readFile(path.join(folders.site, name));
    if (name === "programme.json") {
      await assert.rejects(readFile(path.join(folders.site, `${name}.br`)));
    } else {
      assert.deepEqual(brotliDecompressSync(await readFile(path.join(folders.site, `${name}.br`))), content);
      assert.deepEqual(gunzipSync(await readFile(path.join(folders.site, `${name}.gz`))), content);
    }
  }
});

test("an import of a module that is not there is refused by name", async () => {
  await writeFile(path.join(root, "web/mirror.js"), `import { retry } from "./other.js";\nexport { retry };\n`);
  await assert.rejects(makeSite(folders), /other\.js is not there/);
});

test("what a module imports only when it is needed stays a file of its own", async () => {
  await writeFile(path.join(root, "web/mirror.js"), `export class Mirror {}\nexport const retry = () => import("./programme-reader.js");\n`);
  const files = await makeAndList();
  assert.match(await read(files.get("challenge-explorer.js")), /import\("\.\/programme-reader\.js"\)/);
});
