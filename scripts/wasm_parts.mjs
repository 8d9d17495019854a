// What a WebAssembly module consists of: its functions and data by name and by room, for scripts/size.mjs.

import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * @typedef {object} Part a function, or the data of an object file
 * @property {string} name
 * @property {string} room the namespace of its name; of what has none, the library that it was linked from
 * @property {number} raw bytes
 * @property {number} brotli an estimate: its share, by raw bytes, of what its section takes after Brotli
 */

/** Reads the binary format: https://webassembly.github.io/spec/core/binary/ */
class Cursor {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  at = 0;

  /** A number in LEB128. */
  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  skip(count = 1) {
    this.at += count;
  }

  /** Skips a string or a vector of bytes. */
  skipBytes() {
    const length = this.number();
    this.skip(length);
  }

  skipLimits() {
    const hasMaximum = this.number() & 1;
    this.number();
    if (hasMaximum) this.number();
  }
}

const sections = { import: 2, code: 10, data: 11 };

/** The sections by id: where each begins and ends. @param {Uint8Array} module */
function findSections(module) {
  const cursor = new Cursor(module);
  cursor.skip(8); // magic number and version
  /** @type {Map<number, {begin: number, end: number}>} */
  const found = new Map();
  while (cursor.at < module.length) {
    const id = cursor.number();
    const size = cursor.number();
    found.set(id, { begin: cursor.at, end: cursor.at + size });
    cursor.skip(size);
  }
  return found;
}

/** The number of imported functions: the indices of the module's own follow them. @param {Uint8Array} section */
function countImportedFunctions(section) {
  const cursor = new Cursor(section);
  let functions = 0;
  for (let count = cursor.number(); count > 0; count -= 1) {
    cursor.skipBytes();
    cursor.skipBytes();
    const kind = cursor.number();
    if (kind === 0) {
      cursor.number();
      functions += 1;
    } else if (kind === 1) {
      cursor.skip();
      cursor.skipLimits();
    } else if (kind === 2) {
      cursor.skipLimits();
    } else {
      cursor.skip(2);
    }
  }
  return functions;
}

/** The size of each function's body. @param {Uint8Array} section */
function measureFunctions(section) {
  const cursor = new Cursor(section);
  return Array.from({ length: cursor.number() }, () => {
    const size = cursor.number();
    cursor.skip(size);
    return size;
  });
}

/** The address and size of each piece of data. @param {Uint8Array} section */
function measureData(section) {
  const cursor = new Cursor(section);
  return Array.from({ length: cursor.number() }, () => {
    let address = 0;
    if (cursor.number() === 0) {
      cursor.skip(); // i32.const
      address = cursor.number();
      cursor.skip(); // end
    }
    const size = cursor.number();
    cursor.skip(size);
    return { address, size };
  });
}

/** @param {Uint8Array} bytes */
function compressedSize(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/**
 * The room of what link-time optimisation has made one file of, by the first of our namespaces in its name:
 * "std::vector<search::Term>::~vector()" → "search".
 * @param {string} name
 */
function roomOfName(name) {
  const room = /\b(base|programme|search|explorer|semantics|render|ui|platform)::/.exec(name)?.[1];
  if (room !== undefined) return room;
  if (/^(ce_|main$)/.test(name)) return "platform";
  return /^(Im|stb|FONT_ATLAS)/.test(name) ? "imgui" : "other";
}

/** "…/libc++.a(memory.o)" → "c++". @param {string} file */
function roomOfFile(file) {
  if (file === "<internal>") return "(equal strings of all rooms)";
  return /lib([\w+-]+?)(?:-(?:debug|optz))*\.a\(/.exec(file)?.[1] ?? "platform";
}

/**
 * What the linker's map says: the room of each function, and the room of each range of addresses.
 * @param {string} map
 */
function readMap(map) {
  /** @type {Map<string, string>} */
  const roomOfFunction = new Map();
  /** @type {{begin: number, end: number, room: string}[]} */
  const ranges = [];
  let section = "";
  let room = "other";
  let isOptimised = false; // at link time: the file does not tell the room
  for (const line of map.split("\n")) {
    const [, address = "", size = "", rest = ""] = /^ *(-|[0-9a-f]+) +(?:-|[0-9a-f]+) +([0-9a-f]+) (.*)$/.exec(line) ?? [];
    section = /^[A-Z]+/.exec(rest)?.[0] ?? section;
    // A line with the object file, and below it one with the function's name, or for data with the variable's.
    const file = /^ +(<internal>|\S+\.o\)?):\(/.exec(rest)?.[1];
    if (file === undefined) {
      if (isOptimised) room = roomOfName(rest.trim());
      if (section === "CODE") roomOfFunction.set(rest.trim(), room);
      const range = ranges.at(-1);
      if (isOptimised && section === "DATA" && range !== undefined) range.room = room;
      continue;
    }
    isOptimised = file.endsWith(".lto.o");
    room = roomOfFile(file);
    const begin = Number.parseInt(address, 16);
    if (section === "DATA") ranges.push({ begin, end: begin + Number.parseInt(size, 16), room });
  }
  return { roomOfFunction, ranges };
}

/**
 * @param {string} wasm the module
 * @param {string} symbols from emcc --emit-symbol-map: a line "INDEX:NAME" for each function
 * @param {string} map from wasm-ld -Map
 */
export async function readParts(wasm, symbols, map) {
  const module = await readFile(wasm);
  const found = findSections(module);
  const sectionOf = (/** @type {number} */ id) => {
    const place = found.get(id);
    return place === undefined ? new Uint8Array([0]) : module.subarray(place.begin, place.end);
  };
  const { roomOfFunction, ranges } = readMap(await readFile(map, "utf8"));
  const code = sectionOf(sections.code);
  const data = sectionOf(sections.data);
  const codeShare = compressedSize(code) / code.length;
  const dataShare = compressedSize(data) / data.length;

  /** @type {Map<number, string>} */
  const names = new Map();
  for (const line of (await readFile(symbols, "utf8")).split("\n")) {
    const name = line.slice(line.indexOf(":") + 1).replace(/\\([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    names.set(Number.parseInt(line, 10), name);
  }
  const firstIndex = countImportedFunctions(sectionOf(sections.import));
  const functions = measureFunctions(code).map((raw, index) => {
    const name = names.get(firstIndex + index) ?? `#${firstIndex + index}`;
    return { name, room: roomOfFunction.get(name) ?? "other", raw, brotli: Math.round(raw * codeShare) };
  });
  /** @type {Map<string, Part>} */
  const dataParts = new Map();
  for (const { address, size } of measureData(data)) {
    for (let at = address; at < address + size; ) {
      const range = ranges.find(({ begin, end }) => begin <= at && at < end);
      const next = Math.min(address + size, range?.end ?? at + 1);
      const room = range?.room ?? "other";
      const part = dataParts.get(room) ?? { name: "(data)", room, raw: 0, brotli: 0 };
      part.raw += next - at;
      dataParts.set(room, part);
      at = next;
    }
  }
  for (const part of dataParts.values()) part.brotli = Math.round(part.raw * dataShare);
  return { functions, data: [...dataParts.values()] };
}
