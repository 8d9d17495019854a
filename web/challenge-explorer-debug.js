// The program with the debug overlay (src/overlay): program.js loads this module in place of the page's own program where the page
// that belongs to the element (`sync-url`) has ?debug in its address. Nothing else loads it.
//
// It watches what the page calls: it opens an overlay over each program's canvas, gives it the events that are meant for it, and
// tells it what is done, for the visit that can be copied. src/platform/web/debug/debug_exports.cpp is the C++ side.

import instantiateProgram from "./challenge-explorer-debug-program.mjs";
import { GlyphPainter } from "./glyphs.js";
import { Memory } from "./memory.js";

/** @typedef {import("./program.js").Host} Host */
/** @typedef {Record<string, (...parameters: any[]) => any>} Calls */

const pixelsANotch = 100; // of the wheel, CSS px
const firstFontKey = 1_000_000; // of the overlays' glyph painters among the hosts: programs have the keys from 1 on
const pointerEvents = ["pointermove", "pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "contextmenu"];

/**
 * What a function of the program that the page calls is in a recorded visit (docs/visits.md): steps, each a verb, the node, the
 * address of a text or a text, and numbers.
 * @type {Record<string, (...parameters: any[]) => [verb: string, node?: number, text?: number | string, ...numbers: number[]][]>}
 */
const steps = {
  _ce_activate: (node) => [["click", node]],
  _ce_type: (node, text) => [["focus", node], ["key", 0, "Control+a"], ["type", 0, text]],
  _ce_setFocus: (node, isVisible) => (node !== 0 && isVisible ? [["focus", node]] : []),
  _ce_scroll: (node, x, y) => [["scroll-region", node, "", x, y]],
  _ce_movePointer: (x, y) => [["pointer", 0, "", x, y]],
  _ce_leavePointer: () => [["leave"]],
  _ce_drag: (node, dx, zoom, x) => [["drag", node, "", dx, zoom, x]],
  _ce_pressKey: (_node, key) => [["key", 0, key]],
  _ce_navigate: (query) => [["navigate", 0, query]],
  _ce_reload: () => [["reload"]],
};

/**
 * Makes an instance of the program whose programs have overlays.
 * @param {{hosts: Record<number, Host>}} options
 */
export async function instantiate(options) {
  const instance = await instantiateProgram(options);
  /** The overlays by their programs. @type {Map<number, Overlay>} */
  const overlays = new Map();
  const { _ce_create: create, _ce_destroy: destroy, _ce_frame: frame } = instance;
  instance._ce_create = (/** @type {number} */ key) => {
    const program = create(key);
    overlays.set(program, new Overlay(instance, options.hosts, key, program));
    return program;
  };
  instance._ce_destroy = (/** @type {number} */ program) => {
    overlays.get(program)?.close();
    overlays.delete(program);
    destroy(program);
  };
  instance._ce_frame = (/** @type {number} */ program) => {
    frame(program);
    overlays.get(program)?.followFrame();
  };
  for (const [name, toSteps] of Object.entries(steps)) {
    const call = instance[name];
    instance[name] = (/** @type {number} */ program, /** @type {any[]} */ ...parameters) => {
      for (const step of toSteps(...parameters)) overlays.get(program)?.note(...step);
      return call(program, ...parameters);
    };
  }
  return instance;
}

class Overlay {
  /**
   * @param {any} instance
   * @param {Record<number, Host>} hosts
   * @param {number} key of the program among the hosts
   * @param {number} program
   */
  constructor(instance, hosts, key, program) {
    this.#memory = new Memory(instance);
    this.#calls = instance;
    const fontKey = firstFontKey + key;
    const host = hosts[key];
    if (host === undefined) throw new Error("The program has no host");
    this.#canvas = host.canvas;
    const { family } = /** @type {GlyphPainter} */ (host.glyphs);
    hosts[fontKey] = { ...host, glyphs: new GlyphPainter(family) };
    this.#handle = instance._ce_debugOpen(program, fontKey);
    this.#listen();
    // For tests, which click on the overlay's controls and read its log.
    Object.assign(this.#canvas, { debugOverlay: this });
  }

  #memory;
  /** @type {Calls} */
  #calls;
  /** @type {HTMLCanvasElement} */
  #canvas;
  /** @type {number} */
  #handle;
  #stop = new AbortController();
  #isTaken = false; // the overlay has the press of a button
  #frame = 0;

  close() {
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
    this.#calls._ce_debugClose?.(this.#handle);
    this.#handle = 0;
  }

  /**
   * @param {string} name
   * @param {...(string | number | boolean)} parameters
   */
  #call(name, ...parameters) {
    const texts = parameters.filter((parameter) => typeof parameter === "string");
    return this.#memory.with(texts, (...pointers) =>
      this.#calls[`_ce_debug${name}`]?.(
        this.#handle,
        ...parameters.map((parameter) => (typeof parameter === "string" ? pointers.shift() : parameter)),
      ),
    );
  }

  /** @param {string} name */
  #ask(name) {
    return this.#memory.text(this.#call(name)) ?? "";
  }

  /** @type {(verb: string, node?: number, text?: string | number, x?: number, y?: number, dx?: number) => void} */
  note(verb, node = 0, text = "", x = 0, y = 0, dx = 0) {
    this.#call("Step", verb, node, text, x, y, dx, 0);
  }

  /** To be called right after a frame, before the page has put the update into the DOM: measures how long that takes. */
  followFrame() {
    const start = performance.now();
    queueMicrotask(() => this.#handle !== 0 && this.#call("MirrorTime", performance.now() - start));
    this.#paintSoon();
  }

  // ── Events ──

  #listen() {
    const options = { signal: this.#stop.signal, capture: true };
    for (const type of pointerEvents) {
      window.addEventListener(type, (event) => this.#point(/** @type {MouseEvent} */ (event)), options);
    }
    window.addEventListener("wheel", (event) => this.#turnWheel(event), { ...options, passive: false });
    window.addEventListener("keydown", (event) => this.#press(event, true), options);
    window.addEventListener("keyup", (event) => this.#press(event, false), options);
  }

  /** Keeps the event from the page. @param {Event} event */
  #take(event) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  #point(event) {
    const { left, top } = this.#canvas.getBoundingClientRect();
    const { type, button } = event;
    let isTaken = this.#isTaken;
    if (type.startsWith("pointer")) isTaken = this.#call("Pointer", event.clientX - left, event.clientY - top) || isTaken;
    if (type === "pointerdown") {
      this.#paint(); // the overlay finds what is under the pointer while it is painted
      isTaken = this.#isTaken = Boolean(this.#call("Press", button, true));
    } else if (type === "pointerup") {
      this.#call("Press", button, false);
    }
    if (isTaken) this.#take(event);
    if (type === "click") this.#isTaken = false;
    this.#paintSoon();
  }

  /** @param {WheelEvent} event */
  #turnWheel(event) {
    if (this.#call("Wheel", -event.deltaX / pixelsANotch, -event.deltaY / pixelsANotch)) this.#take(event);
    this.#paintSoon();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {boolean} isDown
   */
  #press(event, isDown) {
    const hasControl = event.ctrlKey || event.metaKey;
    if (!this.#call("Key", event.key, isDown, hasControl)) return;
    if (isDown && event.key.length === 1 && !hasControl) this.#call("Text", event.key);
    this.#take(event);
    this.#paintSoon();
  }

  // ── Painting ──

  #paint() {
    this.#call("Paint", performance.now() / 1000);
    this.#answer();
  }

  #paintSoon() {
    if (this.#frame !== 0 || this.#handle === 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#call("NeedsPaint")) return;
      this.#paint();
      this.#paintSoon();
    });
  }

  /** Does what the developer has asked for in the overlay. */
  #answer() {
    const [what, ...lines] = this.#ask("Request").split("\n");
    const text = lines.join("\n");
    if (what === "visit") {
      navigator.clipboard.writeText(text).catch(() => console.info(text));
    } else if (what === "query") {
      location.search = new URLSearchParams(text).has("debug") ? text : `${text}&debug`;
    }
  }

  // ── For tests ──

  /** The overlay's controls: their names and places in the window, CSS px. */
  get controls() {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return linesOf(this.#ask("Controls")).map((line) => {
      const [x, y, ...name] = line.split(" ");
      return { name: name.join(" "), x: Number(x) + left, y: Number(y) + top };
    });
  }

  /** The frames that were logged. */
  get frames() {
    return linesOf(this.#ask("Frames")).map((line) => {
      const [number, mirror, ...reasons] = line.split(" ");
      return { number: Number(number), mirror: Number(mirror), reasons: reasons.join(" ") };
    });
  }
}

/** @param {string} text */
const linesOf = (text) => text.split("\n").filter((line) => line !== "");
