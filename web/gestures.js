// Pointer input on the mirror other than clicks: hovering, and on a draggable node (the timeline, its minimap, a row's handle) dragging, pinching,
// drawing a window with Shift, double clicks and double taps, and the wheel. The browser handles everything else (scrolling by wheel or
// vertical swipes).

import { readWheel, zoomOfGesture } from "./wheel.js";

const clickTolerance = 4; // CSS px that the pointer may move within a click
const tapTolerance = 24; // CSS px between the two taps of a double tap
const doubleClickMilliseconds = 400; // between its two clicks or taps

/** How a pointer moves the timeline. The numbers are those of platform::Drag. */
export const dragKinds = { move: 0, draw: 1, wheel: 2 };

/**
 * @typedef {object} GestureListener the functions of the program that are called; positions are CSS px on the canvas, times
 *   milliseconds as Event.timeStamp
 * @property {(x: number, y: number) => void} movePointer
 * @property {() => void} leavePointer
 * @property {() => void} hold a pointer was pressed on a draggable node
 * @property {(node: number, dx: number, zoom: number, x: number, kind: number, time: number) => void} drag of a handle dy and y
 * @property {(time: number, isCancelled: boolean) => void} endDrag
 * @property {(node: number, x: number, isOut: boolean) => void} zoomAt
 * @property {(time: number) => void} noteScroll the wheel was left to the page
 * @property {(clientX: number, clientY: number) => [number, number]} toCanvas
 * @property {() => boolean} isGreedy whether the wheel zooms without a key
 */

/**
 * The touches, or the mouse with a pressed button, on a draggable element.
 * @typedef {object} Grip
 * @property {HTMLElement} element
 * @property {Map<number, {startX: number, x: number, y: number}>} pointers by pointerId; clientX (of a handle clientY)
 *   and clientY
 * @property {boolean} isDrag a pointer has moved farther than it may within a click
 * @property {boolean} isDrawing it began with Shift
 */

/** Whether it moves a row up and down: all other draggable elements move sideways. @param {Element} element */
const isHandle = (element) => element instanceof HTMLButtonElement;

/** The distance and the middle of two touches; nothing where there are fewer. @param {Grip} grip */
function spread(grip) {
  const [one, other] = [...grip.pointers.values()];
  if (one === undefined || other === undefined) return undefined;
  return { distance: Math.hypot(one.x - other.x, one.y - other.y), x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

export class Gestures {
  /**
   * @param {HTMLElement} box
   * @param {(target: EventTarget | null) => number} nodeOf
   * @param {GestureListener} listener
   * @param {AbortSignal} signal ends the listeners on the window
   */
  constructor(box, nodeOf, listener, signal) {
    this.#nodeOf = nodeOf;
    this.#listener = listener;
    const passive = { passive: true };
    box.addEventListener("pointermove", (event) => this.#move(event), passive);
    box.addEventListener("pointerleave", (event) => this.#leave(event), passive);
    box.addEventListener("pointerdown", (event) => this.#press(event), passive);
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
      box.addEventListener(end, (event) => this.#release(event), passive);
    }
    box.addEventListener("click", (event) => this.#click(event), { capture: true });
    // A drag on the timeline must neither select text nor start dragging a link.
    for (const start of ["selectstart", "dragstart"]) {
      box.addEventListener(start, (event) => {
        if (this.#grip !== undefined) event.preventDefault();
      });
    }
    for (const type of /** @type {const} */ (["keydown", "keyup"])) {
      const follow = (/** @type {KeyboardEvent} */ event) => {
        if (event.key === "Control") this.#isControlHeld = type === "keydown";
      };
      window.addEventListener(type, follow, { signal, passive: true, capture: true });
    }
    window.addEventListener("blur", () => (this.#isControlHeld = false), { signal, passive: true });
  }

  #nodeOf;
  #listener;
  /** @type {Grip | undefined} */
  #grip;
  /** @type {WeakSet<HTMLElement>} */
  #watched = new WeakSet();
  /** A drag has ended: the click event that follows it is to be ignored. */
  #endedDrag = false;
  #isControlHeld = false;
  /** The last click or tap. @type {{element: HTMLElement, x: number, y: number, time: number} | undefined} */
  #clicked;
  #gestureScale = 1; // of Safari's gesture event before

  /**
   * Handles the wheel on that element. The listeners are not passive, which would delay scrolling anywhere else.
   * @param {HTMLElement} element draggable
   */
  watchWheel(element) {
    if (this.#watched.has(element) || isHandle(element)) return;
    this.#watched.add(element);
    const active = { passive: false };
    element.addEventListener("wheel", (event) => this.#turnWheel(element, event), active);
    // Safari's, for a pinch on a trackpad. On a touch screen it has pointer events, too.
    for (const type of ["gesturestart", "gesturechange"]) {
      element.addEventListener(type, (event) => this.#pinch(element, /** @type {any} */ (event)), active);
    }
  }

  /**
   * @param {HTMLElement} element
   * @param {WheelEvent} event
   */
  #turnWheel(element, event) {
    if (!element.classList.contains("draggable")) return;
    const turn = readWheel(/** @type {any} */ (event), { isControlHeld: this.#isControlHeld, isGreedy: this.#listener.isGreedy() });
    if (turn.kind === "page") {
      if (event.deltaY !== 0) this.#listener.noteScroll(event.timeStamp);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const [x] = this.#listener.toCanvas(event.clientX, event.clientY);
    const node = this.#nodeOf(element);
    if (turn.kind === "pan") this.#listener.drag(node, turn.dx, 1, x, dragKinds.wheel, event.timeStamp);
    else this.#listener.drag(node, 0, turn.factor, x, dragKinds.wheel, event.timeStamp);
  }

  /**
   * @param {HTMLElement} element
   * @param {Event & {scale: number, clientX: number, clientY: number}} event
   */
  #pinch(element, event) {
    event.preventDefault();
    const before = event.type === "gesturestart" ? event.scale : this.#gestureScale;
    this.#gestureScale = event.scale;
    const zoom = zoomOfGesture(before, event.scale);
    if (this.#grip !== undefined || zoom === 1) return;
    const [x] = this.#listener.toCanvas(event.clientX, event.clientY);
    this.#listener.drag(this.#nodeOf(element), 0, zoom, x, dragKinds.wheel, event.timeStamp);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    this.#endedDrag = false;
    const element = event.target instanceof Element ? event.target.closest(".draggable") : null;
    if (!(element instanceof HTMLElement) || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    this.#listener.hold();
    if (this.#grip?.element !== element) {
      this.#grip = { element, pointers: new Map(), isDrag: false, isDrawing: event.shiftKey };
    }
    const x = isHandle(element) ? event.clientY : event.clientX;
    this.#grip.pointers.set(event.pointerId, { startX: x, x, y: event.clientY });
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType !== "touch") this.#listener.movePointer(...this.#listener.toCanvas(event.clientX, event.clientY));
    const grip = this.#grip;
    const pointer = grip?.pointers.get(event.pointerId);
    if (grip === undefined || pointer === undefined) return;
    const before = spread(grip);
    const isRow = isHandle(grip.element);
    const x = isRow ? event.clientY : event.clientX;
    const dx = x - pointer.x;
    if (!grip.isDrag && before === undefined && Math.abs(x - pointer.startX) <= clickTolerance) return;
    if (!grip.isDrag) {
      grip.isDrag = true;
      grip.element.setPointerCapture(event.pointerId);
    }
    pointer.x = x;
    pointer.y = event.clientY;
    const after = spread(grip);
    const node = this.#nodeOf(grip.element);
    const kind = grip.isDrawing ? dragKinds.draw : dragKinds.move;
    if (before === undefined || after === undefined) {
      this.#listener.drag(node, dx, 1, this.#listener.toCanvas(event.clientX, event.clientY)[isRow ? 1 : 0], kind, event.timeStamp);
    } else if (before.distance > 0 && after.distance > 0) {
      const [x] = this.#listener.toCanvas(after.x, after.y);
      this.#listener.drag(node, after.x - before.x, after.distance / before.distance, x, dragKinds.move, event.timeStamp);
    }
  }

  /** @param {PointerEvent} event */
  #release(event) {
    if (event.pointerType === "touch") this.#listener.leavePointer();
    const grip = this.#grip;
    if (grip === undefined || !grip.pointers.delete(event.pointerId) || grip.pointers.size > 0) return;
    const isCancelled = event.type === "pointercancel";
    this.#endedDrag = grip.isDrag;
    this.#grip = undefined;
    if (grip.isDrag) this.#listener.endDrag(event.timeStamp, isCancelled);
    else if (!isCancelled) this.#noteClick(grip.element, event);
  }

  /**
   * Two clicks or taps on the same place, but not on a link or button there, zoom. The browsers' own event for it does not come after taps
   * everywhere.
   * @param {HTMLElement} element
   * @param {PointerEvent} event
   */
  #noteClick(element, event) {
    const { clientX: x, clientY: y, timeStamp: time, target } = event;
    const before = this.#clicked;
    const isOnControl = target instanceof Element && target.closest("a, button") !== null;
    this.#clicked = isOnControl ? undefined : { element, x, y, time };
    if (before?.element !== element || isOnControl || time - before.time > doubleClickMilliseconds) return;
    if (Math.hypot(x - before.x, y - before.y) > (event.pointerType === "mouse" ? clickTolerance : tapTolerance)) return;
    this.#clicked = undefined;
    this.#listener.zoomAt(this.#nodeOf(element), this.#listener.toCanvas(x, y)[0], event.shiftKey || event.altKey);
  }

  /** @param {PointerEvent} event */
  #leave(event) {
    if (event.pointerType !== "touch") this.#listener.leavePointer();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (!this.#endedDrag || event.detail === 0) return; // 0: by keyboard
    this.#endedDrag = false;
    event.preventDefault();
    event.stopPropagation();
  }
}
