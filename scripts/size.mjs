// What the page's first full screen costs: every file that index.html leads to, as Brotli 11 makes it. And what the
// reader of programmes' files costs a page that checks one.
//
//   node scripts/size.mjs [--json FILE] [FOLDER]
//
// FOLDER is build/web/site by default. The programme's file is not counted: it is the content. Exit 1 where the
// first full screen is above its limit.

import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const limit = 256 * 1024;

/**
 * The files that a page or a module needs, itself included: it names them, or a file that it needs does.
 * @param {string} folder
 * @param {string} first
 */
async function filesNeeded(folder, first) {
  const names = (await readdir(folder)).filter((name) => !/\.(br|gz|json)$/.test(name));
  const needed = new Set([first]);
  for (const name of needed) {
    if (!/\.(css|html|js|svg)$/.test(name)) continue;
    const text = await readFile(path.join(folder, name), "utf8");
    for (const other of names) {
      if (!other.endsWith(".html") && text.includes(other)) needed.add(other);
    }
  }
  return [...needed];
}

/** @param {string} file */
async function sizeOf(file) {
  try {
    return (await stat(file)).size;
  } catch {
    throw new Error(`${file} is missing; call scripts/build web first.`);
  }
}

/** @param {number} bytes */
const inColumn = (bytes) => bytes.toLocaleString("en").padStart(10);

const { values, positionals } = parseArgs({ options: { json: { type: "string" } }, allowPositionals: true });
const folder = path.resolve(positionals[0] ?? fileURLToPath(new URL("../build/web/site", import.meta.url)));
await sizeOf(path.join(folder, "index.html"));

/** Prints what a page or a module costs, file by file. @param {string} first */
async function measure(first) {
  const rows = [];
  for (const name of await filesNeeded(folder, first)) {
    const file = path.join(folder, name);
    const [raw, gzip, brotli] = await Promise.all([sizeOf(file), sizeOf(`${file}.gz`), sizeOf(`${file}.br`)]);
    rows.push({ name, raw, gzip, brotli });
  }
  rows.sort((a, b) => b.brotli - a.brotli);
  const total = { name: "all together", raw: 0, gzip: 0, brotli: 0 };
  for (const row of rows) {
    total.raw += row.raw;
    total.gzip += row.gzip;
    total.brotli += row.brotli;
  }
  console.log(`${first.padEnd(54)}${"bytes".padStart(10)}${"gzip".padStart(10)}${"brotli".padStart(10)}`);
  for (const { name, raw, gzip, brotli } of [...rows, total]) {
    console.log(`${name.padEnd(54)}${inColumn(raw)}${inColumn(gzip)}${inColumn(brotli)}`);
  }
  return { total, files: rows };
}

const reader = await measure("programme-reader.js");
console.log(`The reader without the screen takes ${reader.total.brotli} bytes.\n`);
const { total, files } = await measure("index.html");
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ limit, total, files, reader }, null, 1)}\n`);
const verdict = total.brotli <= limit ? "within" : "above";
console.log(`The first full screen takes ${total.brotli} bytes, ${verdict} the limit of ${limit}.`);
if (total.brotli > limit) process.exitCode = 1;
