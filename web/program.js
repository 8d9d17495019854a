// The JavaScript interface of the C++ program. All elements of a page share one WebAssembly instance, in which each has a program
// of its own. src/platform/web/exports.cpp is the C++ side.

import instantiate from "./challenge-explorer-program.mjs";
import { Memory, NumberRecord } from "./memory.js";

/** @typedef {"wrong" | "good" | "goodButInPart"} Verdict on a programme's file (Application::Verdict) */

/** @type {Verdict[]} */
const verdicts = ["wrong", "good", "goodButInPart"];

/**
 * @typedef {object} View the input of a frame, which the page measures; lengths are CSS px unless noted
 * @property {number} canvasWidth device px
 * @property {number} mostCanvasHeight the largest height of the canvas, device px
 * @property {number} height of the window, or of the scroll container that contains the element
 * @property {number} visibleHeight of the canvas that is in view, from its upper edge
 * @property {number} devicePixelRatio
 * @property {number} scrollTop the height of the box above the canvas's upper edge
 * @property {number} rootFontSize
 * @property {boolean} isDark
 * @property {boolean} hasMoreContrast the visitor prefers stronger lines and words
 * @property {boolean} hasReducedMotion nothing is to move by itself (ui::Viewport::hasReducedMotion)
 * @property {boolean} hasCoarsePointer
 * @property {boolean} isEmbedded whether other content of the page stands beside, above or below the element
 * @property {boolean} isAttended the page has the focus or had input recently (ui::Viewport::isAttended)
 * @property {number} accent the page's colour for actions, 0xAABBGGRR; 0: the program's own
 * @property {number} letterSpacing of the page around, in em
 * @property {number} wordSpacing in em
 * @property {number} leastLineHeight in em; 0: the program's own
 * @property {number} seconds a monotonic clock
 */

/**
 * @typedef {object} FrameNumbers
 * @property {number} hasSurface 0 or 1; 0: nothing was painted, for lack of WebGL 2 or of usable shaders
 * @property {number} needsAnotherFrame 0 or 1
 * @property {number} isMoving 0 or 1; 1: a motion is under way, and the browser's next frame is needed
 * @property {number} contentHeight CSS px
 * @property {number} canvasHeight device px
 * @property {number} millisecondsUntilChange until a frame is needed without an event
 */

/**
 * @typedef {object} Slice the changes for the mirror
 * @property {import("./mirror.js").Update} [update] undefined where nothing has changed
 * @property {number} isComplete 1: describeMore() has nothing left to describe; else 0
 */

/**
 * @typedef {object} Asked what the page is to do
 * @property {import("./effects.js").Effects} [effects] since the last answer; undefined where there are none
 */

/** @typedef {FrameNumbers & Slice & Asked} Answer */

/**
 * @typedef {object} Host what C++ needs of the element; in the module's `hosts` under the program's key
 * @property {HTMLCanvasElement} canvas
 * @property {{measure: Function, measureFont: Function, add: Function, paint: Function}} glyphs
 * @property {{civilMinutes: Function, civilMinutesAt: Function}} clock
 */

/**
 * @typedef {object} Module
 * @property {Memory} memory
 * @property {Record<number, Host>} hosts
 */

/**
 * @typedef {object} Running a module in which programs of the page run
 * @property {Promise<Module>} module
 * @property {number} users the number of programs in it
 */

/** The module that the next program will use. @type {Running | undefined} */
let running;
let lastKey = 0;

/** Without preserveDrawingBuffer, for which a browser copies the picture at each frame. */
const contextAttributes = { alpha: false, depth: false, stencil: false, antialias: false };

/**
 * @param {boolean} isDebugged
 * @returns {Promise<Module>}
 */
async function makeModule(isDebugged) {
  /** @type {Record<number, Host>} */
  const hosts = {};
  const make = isDebugged ? (await import("./challenge-explorer-debug.js")).instantiate : instantiate;
  const instance = await make({ hosts });
  return { memory: new Memory(instance), hosts };
}

/** @param {boolean} isDebugged */
function join(isDebugged) {
  if (running === undefined) {
    /** @type {Running} */
    const started = { module: makeModule(isDebugged), users: 0 };
    started.module.catch(() => leave(started));
    running = started;
  }
  running.users += 1;
  return running;
}

/** Makes the next program start a new module. @param {Running} left */
function leave(left) {
  if (running === left) running = undefined;
}

export class Program {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Host["glyphs"]} glyphs
   * @param {Host["clock"]} clock
   * @param {boolean} isDebugged with the debug overlay, in a page that has no other element
   */
  static async create(canvas, glyphs, clock, isDebugged) {
    const joined = join(isDebugged);
    // While the program comes: the call waits for the browser's GPU process. The program is given this context (surface.cpp).
    canvas.getContext("webgl2", contextAttributes);
    const module = await joined.module;
    try {
      return new Program(joined, module, canvas, { canvas, glyphs, clock });
    } catch (error) {
      leave(joined);
      throw error;
    }
  }

  /**
   * @param {Running} joined
   * @param {Module} module
   * @param {HTMLCanvasElement} canvas
   * @param {Host} host
   */
  constructor(joined, module, canvas, host) {
    this.#running = joined;
    this.#module = module;
    this.#calls = module.memory.calls;
    this.#canvas = canvas;
    module.hosts[this.#key] = host;
    this.#handle = this.#calls._ce_create(this.#key);
    this.#view = this.#record("view");
    this.#answer = this.#record("answer");
  }

  #running;
  #module;
  #canvas;
  /** @type {Record<string, (...parameters: any[]) => any>} */
  #calls;
  #key = ++lastKey;
  /** @type {number} */
  #handle;
  #view;
  #answer;

  /** @param {"view" | "answer"} name */
  #record(name) {
    const names = this.#module.memory.text(this.#calls[`_ce_${name}Names`]());
    return new NumberRecord(this.#module.memory, this.#calls[`_ce_${name}`](this.#handle), names);
  }

  /** False where nothing is painted, for lack of WebGL 2 or, as the first frame shows, of usable shaders. */
  get hasCanvas() {
    return Boolean(this.#calls._ce_hasSurface(this.#handle));
  }

  /** Frees the program's memory and WebGL context. The instance is released with its last program. */
  destroy() {
    if (this.#handle === 0) return;
    // A page may have few contexts, and the browser frees one only when it garbage-collects the canvas.
    const lost = this.hasCanvas ? this.#canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context") : null;
    this.#calls._ce_destroy(this.#handle);
    lost?.loseContext();
    this.#forget();
    this.#running.users -= 1;
    if (this.#running.users === 0) leave(this.#running);
  }

  /** To be called after the program has thrown. Other programs continue; the next one starts a new instance. */
  abandon() {
    if (this.#handle === 0) return;
    this.#forget();
    leave(this.#running);
  }

  #forget() {
    this.#handle = 0;
    delete this.#module.hosts[this.#key];
  }

  /**
   * Reads a programme's file. Where it is not wrong, it is shown from the next frame on.
   * @param {Uint8Array} file
   * @param {string} queryString without "?"
   * @param {string} language BCP 47
   */
  load(file, queryString, language) {
    return this.#read(file, [queryString, language], (place, ...texts) =>
      this.#calls._ce_load(this.#handle, place, file.length, ...texts),
    );
  }

  /**
   * Reads another version of the file. Where it is not wrong, it is shown from the next frame on and the visit continues
   * (Application::reload); else nothing changes.
   * @param {Uint8Array} file
   */
  reload(file) {
    return this.#read(file, [], (place) => this.#calls._ce_reload(this.#handle, place, file.length));
  }

  /**
   * A file that is too large is wrong, and not copied into the program's memory.
   * @param {Uint8Array} file
   * @param {string[]} texts
   * @param {(...pointers: number[]) => number} call with the addresses of the file and the texts
   * @returns {Verdict}
   */
  #read(file, texts, call) {
    const isTooLarge = file.length > this.#calls._ce_mostBytes();
    return verdicts[isTooLarge ? 0 : this.#module.memory.with([file, ...texts], call)] ?? "wrong";
  }

  /** The language that is shown, BCP 47. */
  get language() {
    return this.#module.memory.text(this.#calls._ce_language(this.#handle));
  }

  /** @returns {Answer} */
  #readAnswer() {
    /** @type {Record<string, any>} */
    const answer = this.#answer.read();
    for (const text of ["update", "effects"]) if (text in answer) answer[text] = JSON.parse(answer[text]);
    return /** @type {any} */ (answer);
  }

  /**
   * Draws a frame.
   * @param {View} view
   */
  frame(view) {
    this.#view.write(/** @type {any} */ (view));
    this.#calls._ce_frame(this.#handle);
    return this.#readAnswer();
  }

  /**
   * Describes a slice of the items out of view (Application::describeMore).
   * @returns {Slice}
   */
  describeMore() {
    this.#calls._ce_describeMore(this.#handle);
    return this.#readAnswer();
  }

  /** The effects of events. */
  takeEffects() {
    if (this.#handle === 0) return undefined;
    this.#calls._ce_takeEffects(this.#handle);
    const effects = this.#answer.text("effects"); // the last frame's update is still there, and need not be read again
    return effects === undefined ? undefined : /** @type {import("./effects.js").Effects} */ (JSON.parse(effects));
  }

  /**
   * @param {string} name of the event
   * @param {...(number | boolean)} parameters
   */
  #tell(name, ...parameters) {
    // After destroy() or abandon() events are ignored: removing the box from the page still causes focus events.
    return this.#handle !== 0 && Boolean(this.#calls[`_ce_${name}`](this.#handle, ...parameters));
  }

  // Events. Each returns whether a frame is needed, pressKey() whether the program took the key. Nodes are ids of the semantics
  // tree; positions are CSS px.

  /**
   * @param {string} queryString without "?"
   * @param {boolean} isOurs whether the entry of the history is one that the visit has made
   */
  navigate(queryString, isOurs) {
    return this.#module.memory.with([queryString], (text) => this.#tell("navigate", text, Number(isOurs)));
  }

  /**
   * Tells the page's address and what the browser can do.
   * @param {string} address without query and fragment; "" where it does not hold the visit
   * @param {boolean} canShare
   */
  setPage(address, canShare) {
    this.#module.memory.with([address], (text) => this.#calls._ce_setPage(this.#handle, text, canShare));
  }

  /** The programme's id. */
  get programmeKey() {
    return this.#module.memory.text(this.#calls._ce_programmeKey(this.#handle));
  }

  /**
   * Whether the visitor's selection can be kept, and what was kept (Application::offerKeeping).
   * @param {boolean} isOffered
   * @param {string} kept "" where nothing was
   */
  offerKeeping(isOffered, kept) {
    return this.#module.memory.with([kept], (text) => this.#tell("offerKeeping", isOffered, text));
  }

  /** @param {number} node */
  activate(node) {
    return this.#tell("activate", node);
  }

  /**
   * @param {number} node a field
   * @param {string} value its whole new text
   */
  type(node, value) {
    return this.#module.memory.with([value], (text) => this.#tell("type", node, text));
  }

  /**
   * @param {number} node 0: the focus left
   * @param {boolean} isVisible whether to show the focus ring
   */
  setFocus(node, isVisible) {
    return this.#tell("setFocus", node, isVisible);
  }

  /** The focus was moved by Tab: the next frame brings it into view. */
  revealFocus() {
    this.#tell("revealFocus");
  }

  /**
   * @param {number} node a scroll container
   * @param {number} x
   * @param {number} y
   */
  scroll(node, x, y) {
    return this.#tell("scroll", node, x, y);
  }

  /**
   * @param {number} x on the canvas
   * @param {number} y
   */
  movePointer(x, y) {
    return this.#tell("movePointer", x, y);
  }

  leavePointer() {
    return this.#tell("leavePointer");
  }

  /** A pointer was pressed on a draggable node. */
  hold() {
    this.#tell("hold");
  }

  /**
   * @param {number} node a draggable node
   * @param {number} dx since the last call
   * @param {number} zoom factor; 1: none
   * @param {number} x the pointer, and the fixed point of the zoom, on the canvas
   * @param {number} kind of dragKinds (gestures.js)
   * @param {number} seconds the event's time
   */
  drag(node, dx, zoom, x, kind, seconds) {
    return this.#tell("drag", node, dx, zoom, x, kind, seconds);
  }

  /**
   * The last pointer of a drag was lifted.
   * @param {number} seconds
   * @param {boolean} isCancelled
   */
  endDrag(seconds, isCancelled) {
    return this.#tell("endDrag", seconds, isCancelled);
  }

  /**
   * A double click.
   * @param {number} node a draggable node
   * @param {number} x on the canvas
   * @param {boolean} isOut
   */
  zoomAt(node, x, isOut) {
    return this.#tell("zoomAt", node, x, isOut);
  }

  /**
   * The wheel was turned over the timeline and has scrolled the page.
   * @param {number} seconds
   * @param {boolean} isCommand the key with which it would have zoomed is Command
   */
  noteScroll(seconds, isCommand) {
    return this.#tell("noteScroll", seconds, isCommand);
  }

  /**
   * @param {number} node
   * @param {string} key as KeyboardEvent.key; one that is no character with Shift as "Shift+ArrowLeft"
   * @param {boolean} [isRepeated] it is held
   */
  pressKey(node, key, isRepeated = false) {
    return this.#module.memory.with([key], (text) => this.#tell("pressKey", node, text, isRepeated));
  }

  /** Hides the tooltip. */
  dismissTip() {
    return this.#tell("dismissTip");
  }

  /** To be called when a font was loaded or the page's font stack has changed. */
  forgetText() {
    this.#tell("forgetText");
  }

  /** Makes the next frame draw, also where the canvas shows it already. */
  forgetPicture() {
    this.#tell("forgetPicture");
  }

  loseContext() {
    this.#tell("loseContext");
  }

  restoreContext() {
    return this.#tell("restoreContext");
  }
}
