// The C++ program, as JavaScript sees it: one WebAssembly instance, its strings and numbers. src/platform/web/exports.cpp
// is the other side.

/**
 * @typedef {object} Problem what is wrong, in the visitor's language
 * @property {number | null} line from 1; null where the problem is not in the file's text
 * @property {number | null} column from 1
 * @property {string} pointer JSON pointer of the value
 * @property {string} message
 */

/**
 * @typedef {object} View what the page measures before a frame; CSS px where nothing else is said
 * @property {number} canvasWidth device px
 * @property {number} mostCanvasHeight device px
 * @property {number} height of what scrolls the page: the window, or the box around the element
 * @property {number} visibleHeight of the canvas, from its upper edge
 * @property {number} devicePixelRatio
 * @property {number} scrollTop of the box above the canvas's upper edge
 * @property {number} rootFontSize
 * @property {boolean} isDark
 * @property {boolean} hasCoarsePointer
 * @property {boolean} prefersReducedMotion
 * @property {boolean} isAttended a hand or a reading aid is on the page, not only the browser's own find field
 * @property {number} accent the page's colour for actions, 0xAABBGGRR; 0: the program's own
 * @property {number} letterSpacing of the page around, in em
 * @property {number} wordSpacing in em
 * @property {number} leastLineHeight in em; 0: the program's own
 * @property {number} seconds a clock that never goes back
 */

/**
 * @typedef {object} Frame
 * @property {boolean} needsAnotherFrame
 * @property {import("./mirror.js").Update | undefined} update nothing where nothing changed
 * @property {number} contentHeight CSS px
 * @property {number} canvasHeight device px
 */

/**
 * @typedef {object} Instance the module as Emscripten makes it
 * @property {Uint8Array} HEAPU8
 * @property {Record<string, Element>} specialHTMLTargets
 * @property {(pointer: number) => string} UTF8ToString
 */

// The bits of exports.cpp.
const frameFlags = { isDark: 1, hasCoarsePointer: 2, prefersReducedMotion: 4, isAttended: 8 };

/**
 * Loads the module. A browser remembers that a module could not be loaded: a further attempt needs another address.
 * @param {number} attempt 0, 1, 2…
 */
async function importProgram(attempt) {
  const address = new URL("./challenge-explorer-program.mjs", import.meta.url);
  if (attempt > 0) address.search = `attempt=${attempt}`;
  return import(address.href);
}

export class Program {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{measure: Function, measureFont: Function, paint: Function, pixels: Function}} glyphs
   * @param {{civilMinutes: Function}} clock
   * @param {number} attempt how often it was tried before
   */
  static async create(canvas, glyphs, clock, attempt = 0) {
    const { default: instantiate } = await importProgram(attempt);
    const instance = await instantiate({ glyphs, clock });
    return new Program(instance, canvas);
  }

  /**
   * @param {any} instance Emscripten's exports have no types
   * @param {HTMLCanvasElement} canvas
   */
  constructor(instance, canvas) {
    this.#instance = instance;
    this.#calls = instance;
    this.#instance.specialHTMLTargets["#canvas"] = canvas;
    this.#handle = this.#calls._ce_create();
  }

  /** @type {Instance} */
  #instance;
  /** @type {Record<string, (...parameters: any[]) => any>} */
  #calls;
  #handle;

  /** Whether the browser gave a WebGL 2 context; where it gave none, nothing is painted. */
  get hasCanvas() {
    return Boolean(this.#calls._ce_hasSurface(this.#handle));
  }

  /** Frees what the instance holds, its WebGL context too. */
  destroy() {
    this.#calls._ce_destroy(this.#handle);
    this.#handle = 0;
  }

  /**
   * Calls a function with bytes in the program's memory, a zero byte after them.
   * @template Result
   * @param {Uint8Array[]} texts
   * @param {(...pointers: number[]) => Result} call
   */
  #withBytes(texts, call) {
    const pointers = texts.map((bytes) => {
      const pointer = this.#calls._malloc(bytes.length + 1);
      if (pointer === 0) throw new RangeError("The program's memory is full.");
      this.#instance.HEAPU8.set(bytes, pointer);
      this.#instance.HEAPU8[pointer + bytes.length] = 0;
      return pointer;
    });
    const result = call(...pointers);
    for (const pointer of pointers) this.#calls._free(pointer);
    return result;
  }

  /**
   * @param {string} text
   * @param {(pointer: number) => boolean} call
   */
  #withText(text, call) {
    return this.#withBytes([new TextEncoder().encode(text)], call);
  }

  /** @param {number} pointer */
  #readText(pointer) {
    return this.#instance.UTF8ToString(pointer);
  }

  /**
   * Reads and checks a programme's file. Where it is good, it is shown from the next frame on.
   * @param {Uint8Array} file
   * @param {string} queryString without "?"
   * @param {string} language BCP 47
   * @returns {Problem[]}
   */
  load(file, queryString, language) {
    const encoder = new TextEncoder();
    const count = this.#withBytes(
      [file, encoder.encode(queryString), encoder.encode(language)],
      (bytes, query, tag) => this.#calls._ce_load(this.#handle, bytes, file.length, query, tag),
    );
    return Array.from({ length: count }, (_, index) => ({
      line: this.#calls._ce_problemLine(this.#handle, index),
      column: this.#calls._ce_problemColumn(this.#handle, index),
      pointer: this.#readText(this.#calls._ce_problemPointer(this.#handle, index)),
      message: this.#readText(this.#calls._ce_problemMessage(this.#handle, index)),
    }));
  }

  /**
   * Draws a frame.
   * @param {View} view
   * @returns {Frame}
   */
  frame(view) {
    const flags =
      (view.isDark ? frameFlags.isDark : 0) |
      (view.hasCoarsePointer ? frameFlags.hasCoarsePointer : 0) |
      (view.prefersReducedMotion ? frameFlags.prefersReducedMotion : 0) |
      (view.isAttended ? frameFlags.isAttended : 0);
    const needsAnotherFrame = this.#calls._ce_frame(
      this.#handle,
      view.canvasWidth,
      view.mostCanvasHeight,
      view.height,
      view.visibleHeight,
      view.devicePixelRatio,
      view.scrollTop,
      view.rootFontSize,
      flags,
      view.seconds,
      view.accent,
      view.letterSpacing,
      view.wordSpacing,
      view.leastLineHeight,
    );
    const update = this.#calls._ce_update(this.#handle);
    return {
      needsAnotherFrame: Boolean(needsAnotherFrame),
      update: update === 0 ? undefined : JSON.parse(this.#readText(update)),
      contentHeight: this.#calls._ce_contentHeight(this.#handle),
      canvasHeight: this.#calls._ce_canvasHeight(this.#handle),
    };
  }

  /** Whether the last frame, with the slices since, told the mirror all there is. */
  get isComplete() {
    return Boolean(this.#calls._ce_isComplete(this.#handle));
  }

  /**
   * A slice of what the last frame left to tell: words far from view.
   * @returns {import("./mirror.js").Update}
   */
  describeMore() {
    return JSON.parse(this.#readText(this.#calls._ce_describeMore(this.#handle)));
  }

  /**
   * What the page is to do since the last call.
   * @returns {import("./effects.js").Effects}
   */
  takeEffects() {
    return JSON.parse(this.#readText(this.#calls._ce_takeEffects(this.#handle)));
  }

  // Events. Each returns whether a frame is needed. Nodes are the ids of the semantics tree; places are CSS px.

  /** @param {string} queryString without "?" */
  navigate(queryString) {
    return Boolean(this.#withText(queryString, (text) => this.#calls._ce_navigate(this.#handle, text)));
  }

  /** @param {number} node */
  activate(node) {
    return Boolean(this.#calls._ce_activate(this.#handle, node));
  }

  /**
   * @param {number} node a field
   * @param {string} value its whole new text
   */
  type(node, value) {
    return Boolean(this.#withText(value, (text) => this.#calls._ce_type(this.#handle, node, text)));
  }

  /**
   * @param {number} node 0: the focus left
   * @param {boolean} isVisible the ring is to be seen
   */
  setFocus(node, isVisible) {
    return Boolean(this.#calls._ce_setFocus(this.#handle, node, isVisible));
  }

  /**
   * @param {number} node a region that scrolls
   * @param {number} x
   * @param {number} y
   */
  scroll(node, x, y) {
    return Boolean(this.#calls._ce_scroll(this.#handle, node, x, y));
  }

  /**
   * @param {number} x on the canvas
   * @param {number} y
   */
  movePointer(x, y) {
    return Boolean(this.#calls._ce_movePointer(this.#handle, x, y));
  }

  leavePointer() {
    return Boolean(this.#calls._ce_leavePointer(this.#handle));
  }

  /**
   * @param {number} node one that can be dragged
   * @param {number} dx since the last call
   * @param {number} zoom factor; 1: none
   * @param {number} x the place on the canvas that stays where it is
   */
  drag(node, dx, zoom, x) {
    return Boolean(this.#calls._ce_drag(this.#handle, node, dx, zoom, x));
  }

  /**
   * @param {number} node
   * @param {string} key as KeyboardEvent.key
   */
  pressKey(node, key) {
    return Boolean(this.#withText(key, (text) => this.#calls._ce_pressKey(this.#handle, node, text)));
  }

  /** Puts the tooltip away. */
  dismissTip() {
    return Boolean(this.#calls._ce_dismissTip(this.#handle));
  }

  /** A font arrived, or the page's font stack is another one. */
  forgetText() {
    this.#calls._ce_forgetText(this.#handle);
  }

  loseContext() {
    this.#calls._ce_loseContext(this.#handle);
  }

  restoreContext() {
    return Boolean(this.#calls._ce_restoreContext(this.#handle));
  }

  /** @returns {number} until what is shown changes by itself */
  millisecondsUntilChange() {
    return this.#calls._ce_millisecondsUntilChange(this.#handle);
  }
}
