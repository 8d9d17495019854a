// Access to the memory of a WebAssembly module made by Emscripten: strings, bytes and records. The memory may grow during any
// call, which detaches its ArrayBuffer, so typed arrays are created anew for each access.

/**
 * @typedef {object} Instance the module that Emscripten makes; the names of exported functions begin with "_"
 * @property {Uint8Array} HEAPU8
 * @property {(pointer: number) => string} UTF8ToString
 */

/** @typedef {Record<string, (...parameters: any[]) => any>} Calls */

/**
 * @typedef {object} Problem a problem of a programme's file
 * @property {number | null} line from 1; null where the problem is not in the file's text
 * @property {number | null} column from 1
 * @property {"error" | "warning"} severity
 * @property {string} pointer JSON pointer of the value
 * @property {string} message a sentence in the language asked for
 */

const wordsOfProblem = 5; // 32-bit words of a ProblemRow (src/platform/problems/problem_list.h)

export class Memory {
  /** @param {any} instance Emscripten's exports have no types */
  constructor(instance) {
    /** @type {Instance} */
    this.instance = instance;
    /** @type {Calls} */
    this.calls = instance;
  }

  /**
   * Copies texts and bytes into the module's memory, each followed by a zero byte, calls a function with their addresses, and
   * frees them.
   * @template Result
   * @param {(string | Uint8Array | null)[]} parts null becomes the null pointer
   * @param {(...pointers: number[]) => Result} call
   */
  with(parts, call) {
    /** @type {number[]} */
    const pointers = [];
    const free = () => pointers.forEach((pointer) => this.calls._free?.(pointer));
    for (const part of parts) {
      const pointer = part === null ? 0 : this.#copy(typeof part === "string" ? new TextEncoder().encode(part) : part);
      if (pointer === undefined) {
        free();
        throw new RangeError("The program's memory is full.");
      }
      pointers.push(pointer);
    }
    // Not freed where the call throws: the module has aborted, and its memory must not be used any more.
    const result = call(...pointers);
    free();
    return result;
  }

  /**
   * @param {Uint8Array} bytes
   * @returns {number | undefined} the address; undefined where there is no room
   */
  #copy(bytes) {
    /** @type {number} */
    const pointer = this.calls._malloc?.(bytes.length + 1);
    if (pointer === 0) return undefined;
    this.instance.HEAPU8.set(bytes, pointer);
    this.instance.HEAPU8[pointer + bytes.length] = 0;
    return pointer;
  }

  /** The zero-terminated UTF-8 string at that address. @param {number} pointer */
  text(pointer) {
    return this.instance.UTF8ToString(pointer);
  }

  /**
   * The 32-bit words at that address.
   * @param {number} pointer
   * @param {number} count
   */
  words(pointer, count) {
    return new Uint32Array(this.instance.HEAPU8.buffer, pointer, count);
  }

  /**
   * The rows of a ProblemList.
   * @param {number} pointer address of its ProblemRows
   * @returns {Problem[]}
   */
  problems(pointer) {
    const [count = 0, first = 0] = this.words(pointer, 2);
    return Array.from({ length: count }, (_, index) => {
      const [line = 1, column = 1, severity, place = 0, message = 0] = this.words(
        first + 4 * wordsOfProblem * index,
        wordsOfProblem,
      );
      return {
        line,
        column,
        severity: severity === 0 ? "error" : "warning",
        pointer: this.text(place),
        message: this.text(message),
      };
    });
  }
}

/** A record of named doubles in the module's memory (src/platform/web/records.h). A text is stored as its address. */
export class NumberRecord {
  /**
   * @param {Memory} memory
   * @param {number} pointer
   * @param {string} names in the record's order, separated by spaces; the names of texts end with "$"
   */
  constructor(memory, pointer, names) {
    this.#memory = memory;
    this.#pointer = pointer;
    this.#names = names.trim().split(" ");
  }

  #memory;
  #pointer;
  #names;

  get #numbers() {
    return new Float64Array(this.#memory.instance.HEAPU8.buffer, this.#pointer, this.#names.length);
  }

  /** @param {Record<string, number | boolean>} values */
  write(values) {
    const numbers = this.#numbers;
    this.#names.forEach((name, index) => (numbers[index] = Number(values[name])));
  }

  /** The text of that name; undefined where there is none. @param {string} name */
  text(name) {
    const pointer = this.#numbers[this.#names.indexOf(`${name}$`)];
    return pointer ? this.#memory.text(pointer) : undefined;
  }

  /**
   * The numbers and texts by name, without those that are NaN or, of texts, 0.
   * @returns {Record<string, number | string>}
   */
  read() {
    /** @type {Record<string, number | string>} */
    const values = {};
    this.#numbers.forEach((number, index) => {
      const name = this.#names[index] ?? "";
      if (!name.endsWith("$")) {
        if (!Number.isNaN(number)) values[name] = number;
      } else if (number !== 0) {
        values[name.slice(0, -1)] = this.#memory.text(number);
      }
    });
    return values;
  }
}
