// Pointer input on the mirror other than clicks: hovering, and on a draggable node (the timeline) dragging, pinching and
// Ctrl+wheel. The browser handles everything else (scrolling by wheel or vertical swipes).

const clickTolerance = 4; // CSS px that the pointer may move within a click
const zoomPerPixel = 0.0025; // exponent of the zoom factor, per CSS px of the wheel
const pixelsPerLine = 16; // CSS px, for wheel events whose unit is lines

/**
 * @typedef {object} GestureListener the functions of the program that are called; positions are CSS px on the canvas
 * @property {(x: number, y: number) => void} movePointer
 * @property {() => void} leavePointer
 * @property {(node: number, dx: number, zoom: number, x: number) => void} drag
 * @property {(clientX: number, clientY: number) => [number, number]} toCanvas
 */

/**
 * The touches, or the mouse with a pressed button, on a draggable element.
 * @typedef {object} Grip
 * @property {HTMLElement} element
 * @property {Map<number, {startX: number, x: number, y: number}>} pointers by pointerId; clientX and clientY
 * @property {boolean} isDrag a pointer has moved farther than it may within a click
 */

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
   */
  constructor(box, nodeOf, listener) {
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
  }

  #nodeOf;
  #listener;
  /** @type {Grip | undefined} */
  #grip;
  /** @type {WeakSet<HTMLElement>} */
  #watched = new WeakSet();
  /** A drag has ended: the click event that follows it is to be ignored. */
  #endedDrag = false;

  /**
   * Handles Ctrl+wheel on that element. The listener is not passive, which would delay scrolling anywhere else.
   * @param {HTMLElement} element draggable
   */
  watchWheel(element) {
    if (this.#watched.has(element)) return;
    this.#watched.add(element);
    element.addEventListener("wheel", (event) => this.#turnWheel(element, event), { passive: false });
  }

  /**
   * @param {HTMLElement} element
   * @param {WheelEvent} event
   */
  #turnWheel(element, event) {
    if (!(event.ctrlKey || event.metaKey) || !element.classList.contains("draggable")) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * pixelsPerLine;
    const [x] = this.#listener.toCanvas(event.clientX, event.clientY);
    this.#listener.drag(this.#nodeOf(element), 0, Math.exp(-pixels * zoomPerPixel), x);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    this.#endedDrag = false;
    const element = event.target instanceof Element ? event.target.closest(".draggable") : null;
    if (!(element instanceof HTMLElement) || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    if (this.#grip?.element !== element) this.#grip = { element, pointers: new Map(), isDrag: false };
    this.#grip.pointers.set(event.pointerId, { startX: event.clientX, x: event.clientX, y: event.clientY });
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType !== "touch") this.#listener.movePointer(...this.#listener.toCanvas(event.clientX, event.clientY));
    const grip = this.#grip;
    const pointer = grip?.pointers.get(event.pointerId);
    if (grip === undefined || pointer === undefined) return;
    const before = spread(grip);
    const dx = event.clientX - pointer.x;
    if (!grip.isDrag && before === undefined && Math.abs(event.clientX - pointer.startX) <= clickTolerance) return;
    if (!grip.isDrag) {
      grip.isDrag = true;
      grip.element.setPointerCapture(event.pointerId);
    }
    pointer.x = event.clientX;
    pointer.y = event.clientY;
    const after = spread(grip);
    const node = this.#nodeOf(grip.element);
    if (before === undefined || after === undefined) {
      this.#listener.drag(node, dx, 1, this.#listener.toCanvas(event.clientX, event.clientY)[0]);
    } else if (before.distance > 0 && after.distance > 0) {
      const [x] = this.#listener.toCanvas(after.x, after.y);
      this.#listener.drag(node, after.x - before.x, after.distance / before.distance, x);
    }
  }

  /** @param {PointerEvent} event */
  #release(event) {
    if (event.pointerType === "touch") this.#listener.leavePointer();
    if (this.#grip === undefined || !this.#grip.pointers.delete(event.pointerId)) return;
    if (this.#grip.pointers.size > 0) return;
    this.#endedDrag = this.#grip.isDrag;
    this.#grip = undefined;
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
