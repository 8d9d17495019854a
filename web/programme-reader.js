// Reads and checks a programme's file without showing it, for pages on which one is written. It is a small WebAssembly
// module of its own: no canvas, no screen. src/platform/reader/exports.cpp is the other side.
//
//   import { Reader } from "./programme-reader.js";
//   const reader = await Reader.create();
//   for (const { line, column, severity, pointer, message } of reader.read(textarea.value, { language: "fr" })) …

import { Memory } from "./memory.js";

/** @typedef {import("./memory.js").Problem} Problem */

/**
 * @typedef {object} ReadingOptions
 * @property {string} language of the messages, BCP 47; French or English
 * @property {"utf16" | "codePoints"} columns what a column counts; "utf16", as text areas and editors do, by default
 * @property {boolean} leavesOutUnknown keys and kinds that are not known are warnings, as where the programme is shown;
 *     else errors, as to the command `programme check`
 */

const readFlags = { utf16: 1, leavesOutUnknown: 2 }; // the bits of exports.cpp

export class Reader {
  static async create() {
    const { default: instantiate } = await import(new URL("./programme-reader-program.mjs", import.meta.url).href);
    return new Reader(new Memory(await instantiate()));
  }

  /** @param {Memory} memory */
  constructor(memory) {
    this.#memory = memory;
  }

  #memory;

  /**
   * What is wrong with a file, in its order. It can be shown where there is no error among it.
   * @param {string | Uint8Array} file
   * @param {Partial<ReadingOptions>} [options]
   * @returns {Problem[]}
   */
  read(file, { language = "en", columns = "utf16", leavesOutUnknown = false } = {}) {
    const { calls } = this.#memory;
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
    const flags = (columns === "utf16" ? readFlags.utf16 : 0) | (leavesOutUnknown ? readFlags.leavesOutUnknown : 0);
    const copied = bytes.length > calls._cr_mostBytes?.() ? null : bytes;
    return this.#memory.with([copied, language], (place, tag) => {
      const list = calls._cr_read?.(place, bytes.length, flags, tag);
      const problems = this.#memory.problems(calls._cr_rows?.(list));
      calls._cr_free?.(list);
      return problems;
    });
  }
}
