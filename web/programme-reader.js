// Reads and checks a programme's file without showing it, for editors of such files, by a small WebAssembly module of its own.
// src/platform/reader/exports.cpp is its C++ side.
//
//   import { Reader } from "./programme-reader.js";
//   const reader = await Reader.create();
//   for (const { line, column, severity, pointer, message } of reader.read(textarea.value, { language: "fr" })) …

import { Memory } from "./memory.js";
import instantiate from "./programme-reader-program.mjs";

/** @typedef {import("./memory.js").Problem} Problem */

/**
 * @typedef {object} ReadingOptions
 * @property {string} language of the messages, BCP 47; French or English
 * @property {"utf16" | "codePoints"} columns the unit of columns; by default "utf16", as in text areas and editors
 * @property {boolean} leavesOutUnknown unknown keys and kinds are warnings, as where the programme is shown; by default they
 *     are errors, as for the command `programme check`
 */

const readFlags = { utf16: 1, leavesOutUnknown: 2 }; // ReadFlag in exports.cpp

export class Reader {
  static async create() {
    return new Reader(new Memory(await instantiate()));
  }

  /** @param {Memory} memory */
  constructor(memory) {
    this.#memory = memory;
  }

  #memory;

  /**
   * The problems of a file, in the order of the file. Without errors among them the programme can be shown.
   * @param {string | Uint8Array} file
   * @param {Partial<ReadingOptions>} [options]
   * @returns {Problem[]}
   */
  read(file, options) {
    return this.#read(file, options, (reading) => this.#memory.problems(this.#memory.calls._cr_rows?.(reading)));
  }

  /**
   * A text for developers on the unknown keys and kinds that are left out where the programme is shown; "" where there are none.
   * @param {string | Uint8Array} file
   * @param {string} language of the text, BCP 47
   */
  describeLeftOut(file, language) {
    /** @type {Partial<ReadingOptions>} */
    const options = { language, columns: "codePoints", leavesOutUnknown: true };
    return this.#read(file, options, (reading) => this.#memory.text(this.#memory.calls._cr_leftOut?.(reading)));
  }

  /**
   * @template Result
   * @param {string | Uint8Array} file
   * @param {Partial<ReadingOptions> | undefined} options
   * @param {(reading: number) => Result} take takes what is wanted of what was read
   */
  #read(file, { language = "en", columns = "utf16", leavesOutUnknown = false } = {}, take) {
    const { calls } = this.#memory;
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
    const flags = (columns === "utf16" ? readFlags.utf16 : 0) | (leavesOutUnknown ? readFlags.leavesOutUnknown : 0);
    const copied = bytes.length > calls._cr_mostBytes?.() ? null : bytes;
    return this.#memory.with([copied, language], (place, tag) => {
      const reading = calls._cr_read?.(place, bytes.length, flags, tag);
      const result = take(reading);
      calls._cr_free?.(reading);
      return result;
    });
  }
}
