// What a cold visit of the page costs: every file that the browser asks for until the page is interactive, the programme's file
// apart: it is the content. Sizes are those of Brotli 11. And what the reader of programmes' files
// costs a page that checks one.
//
//   node scripts/size.mjs [--functions COUNT] [--json FILE] [FOLDER]
//
// FOLDER is build/web/site by default. --functions lists the largest functions, 25 by default. Exit 1 where the page is above
// its limit, or loads anything of the debug overlay.

import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { readParts } from "./wasm_parts.mjs";

// A little above the budget of 190,000 bytes: docs/size.md says by what, and what is to be tried next.
const limit = 191_500;

/** @typedef {{name: string, raw: number, gzip: number, brotli: number}} Row */

/**
 * The files that a text names. A page names in its head all that it loads (scripts/site.mjs).
 * @param {string} folder
 * @param {string} name of the text
 */
async function filesNamedIn(folder, name) {
  const names = (await readdir(folder)).filter((other) => !/\.(br|gz|json|html)$/.test(other));
  const text = await readFile(path.join(folder, name), "utf8");
  return names.filter((other) => other !== name && text.includes(other));
}

/** @param {string} folder */
async function filesOfPage(folder) {
  return ["index.html", ...(await filesNamedIn(folder, "index.html"))];
}

/** @param {string} folder */
async function filesOfReader(folder) {
  const needed = new Set(["programme-reader.js"]);
  for (const name of needed) {
    if (name.endsWith(".js")) for (const other of await filesNamedIn(folder, name)) needed.add(other);
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

/** @param {string} title @param {...string} columns */
const printHeading = (title, ...columns) =>
  console.log(`${title.padEnd(54)}${columns.map((column) => column.padStart(10)).join("")}`);

/** @param {string} name @param {...number} numbers */
const printRow = (name, ...numbers) => console.log(`${name.padEnd(54)}${numbers.map(inColumn).join("")}`);

/**
 * Prints what files cost together, one by one.
 * @param {string} folder
 * @param {string} title
 * @param {string[]} names
 */
async function printFiles(folder, title, names) {
  /** @type {Row[]} */
  const rows = [];
  for (const name of names) {
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
  printHeading(title, "bytes", "gzip", "brotli");
  for (const { name, raw, gzip, brotli } of [...rows, total]) printRow(name, raw, gzip, brotli);
  console.log();
  return { total, files: rows };
}

/**
 * Prints what the page's program consists of. What a part takes after Brotli is estimated by its share of the bytes.
 * @param {string} wasm
 * @param {string} built the folder where it was built
 * @param {number} count of functions to be listed
 */
async function printParts(wasm, built, count) {
  const file = (/** @type {string} */ name) => path.join(built, name);
  await sizeOf(file("challenge-explorer.map"));
  const { functions, data } = await readParts(wasm, file("challenge-explorer.mjs.symbols"), file("challenge-explorer.map"));
  /** @type {Map<string, {name: string, functions: number, code: number, data: number, brotli: number}>} */
  const rooms = new Map();
  const roomOf = (/** @type {string} */ name) => {
    const room = rooms.get(name) ?? { name, functions: 0, code: 0, data: 0, brotli: 0 };
    rooms.set(name, room);
    return room;
  };
  for (const { room, raw, brotli } of functions) {
    const its = roomOf(room);
    its.functions += 1;
    its.code += raw;
    its.brotli += brotli;
  }
  for (const { room, raw, brotli } of data) {
    roomOf(room).data += raw;
    roomOf(room).brotli += brotli;
  }
  const sorted = [...rooms.values()].sort((a, b) => b.brotli - a.brotli);
  printHeading("the page's program by room", "functions", "code", "data", "≈ brotli");
  for (const room of sorted) printRow(room.name, room.functions, room.code, room.data, room.brotli);
  console.log();
  printHeading(`its ${count} largest functions`, "code", "≈ brotli");
  for (const { name, raw, brotli } of functions.sort((a, b) => b.raw - a.raw).slice(0, count)) {
    printRow(name.length > 52 ? `${name.slice(0, 51)}…` : name, raw, brotli);
  }
  console.log();
  return { rooms: sorted, functions };
}

const { values, positionals } = parseArgs({
  options: { json: { type: "string" }, functions: { type: "string", default: "25" } },
  allowPositionals: true,
});
const folder = path.resolve(positionals[0] ?? fileURLToPath(new URL("../build/web/site", import.meta.url)));
await sizeOf(path.join(folder, "index.html"));

const reader = await printFiles(folder, "the reader without a screen", await filesOfReader(folder));
const { total, files } = await printFiles(folder, "a cold visit", await filesOfPage(folder));
const program = files.find(({ name }) => /^challenge-explorer\..*wasm$/.test(name));
if (program === undefined) throw new Error("index.html names no program.");
const built = path.resolve(folder, "../src/platform/web");
const parts = await printParts(path.join(folder, program.name), built, Number(values.functions));
if (values.json !== undefined) {
  await writeFile(values.json, `${JSON.stringify({ limit, total, files, reader, parts }, null, 1)}\n`);
}
const verdict = total.brotli <= limit ? "within" : "above";
console.log(`A cold visit takes ${total.brotli} bytes, ${verdict} the limit of ${limit}.`);
if (total.brotli > limit) process.exitCode = 1;
// The debug overlay is a program of its own (web/challenge-explorer-debug.js).
const ofOverlay = [
  ...files.map(({ name }) => name).filter((name) => name.includes("debug")),
  ...parts.functions.map(({ name }) => name).filter((name) => /\bce_debug|\boverlay::|\bRoomTime/.test(name)),
];
if (ofOverlay.length > 0) {
  console.log(`The page loads parts of the debug overlay: ${ofOverlay.join(", ")}`);
  process.exitCode = 1;
}
