// Selection of the mirror's text by mouse where a link covers it. A card's link covers the whole card, so that the browser
// handles clicks, context menus and opening in tabs. A drag that begins on the card's picture drags the link; one that begins on
// its text selects text; one that begins elsewhere continues over the text below links.

/**
 * A position between two characters, as in the DOM's Range.
 * @typedef {object} Caret
 * @property {Node} node
 * @property {number} offset
 */

/**
 * The caret position nearest to x, by binary search.
 * @param {Element} line contains one text node
 * @param {number} x clientX
 * @returns {Caret | undefined}
 */
function caretInLine(line, x) {
  const node = line.firstChild;
  if (!(node instanceof Text)) return undefined;
  const range = document.createRange();
  let low = 0;
  let high = node.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    range.setStart(node, middle);
    range.setEnd(node, middle + 1);
    const { left, width } = range.getBoundingClientRect();
    if (x > left + width / 2) low = middle + 1;
    else high = middle;
  }
  return { node, offset: low };
}

/**
 * The caret position nearest to a point, in the line at its height.
 * @param {Element} text contains painted lines
 * @param {number} x clientX
 * @param {number} y clientY
 */
function caretInText(text, x, y) {
  const lines = [...text.querySelectorAll(":scope > .line")];
  const line = lines.find((candidate) => y < candidate.getBoundingClientRect().bottom) ?? lines.at(-1);
  return line && caretInLine(line, x);
}

/**
 * The distance between a rectangle and a point, CSS px.
 * @param {DOMRect} rect
 * @param {number} x clientX
 * @param {number} y clientY
 */
function distanceTo({ left, right, top, bottom }, x, y) {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/**
 * A press of the mouse button that may begin a selection.
 * @typedef {object} Press
 * @property {number} x clientX
 * @property {number} y clientY
 * @property {boolean} isOnControl it is on a link, button, field or draggable element
 * @property {boolean} isOverWords it is over text, perhaps below a link
 * @property {boolean} extends it extends the selection or selects whole words, which the browser does
 */

export class WordSelection {
  /**
   * @param {HTMLElement} box contains the mirror, and gets events between its texts
   * @param {HTMLElement} mirror
   */
  constructor(box, mirror) {
    this.#mirror = mirror;
    box.addEventListener("pointerdown", (event) => this.#point(event));
    box.addEventListener("mousedown", (event) => this.#press(event));
    box.addEventListener("dragstart", (event) => this.#beginOverLink(event));
    box.addEventListener("click", (event) => this.#click(event), { capture: true });
  }

  #mirror;
  #isMouse = false;
  /** @type {Press | undefined} */
  #pressed;
  /** The section of the page in which the pointer was last over text. @type {Element | undefined} */
  #part;
  /** @type {AbortController | undefined} */
  #following;
  /** Text below a link was selected: the click event that follows is to be ignored. */
  #endsSelecting = false;

  /** @param {PointerEvent} event */
  #point(event) {
    this.#isMouse = event.pointerType === "mouse";
    this.#pressed = undefined;
    this.#endsSelecting = false;
  }

  /** @param {MouseEvent} event */
  #press(event) {
    if (!this.#isMouse) return; // the browser's emulation after a tap
    const { clientX: x, clientY: y, target } = event;
    const isOnControl = target instanceof Element && target.closest("a, button, label, input, .draggable") !== null;
    const isOverWords = this.#textAt(x, y) !== undefined;
    this.#pressed = { x, y, isOnControl, isOverWords, extends: event.shiftKey || event.detail > 1 };
    if (event.button !== 0 || isOnControl || event.defaultPrevented) return;
    this.#follow(this.#pressed);
  }

  /** @param {DragEvent} event */
  #beginOverLink(event) {
    const press = this.#pressed;
    if (press === undefined || !press.isOnControl || event.defaultPrevented) return;
    const start = this.#textAt(press.x, press.y);
    if (start === undefined || /** @type {Node} */ (event.target).contains(start)) return;
    event.preventDefault();
    this.#endsSelecting = true;
    this.#follow(press);
  }

  /**
   * Until the button is released, selects the text below links. Between texts a browser would extend the selection to the page's
   * beginning or end; so in each animation frame the selection is set to end in the text nearest to the pointer.
   * @param {Press} press
   */
  #follow(press) {
    this.#following?.abort();
    const following = new AbortController();
    const { signal } = following;
    this.#following = following;
    this.#part = undefined;
    /** @type {Caret | undefined} */
    let start;
    let pointer = { x: press.x, y: press.y };
    let hasMoved = false;
    const select = () => {
      const { x, y } = pointer;
      if (!hasMoved) return;
      this.#mirror.classList.add("selecting");
      const isOverWords = this.#textAt(x, y) !== undefined;
      if (press.extends && isOverWords) return;
      // A selection that begins outside of any text begins with the first text under the pointer.
      if (isOverWords || press.isOverWords) start ??= this.#caretNear(press.x, press.y, this.#partAt(x, y));
      const end = start && this.#caretNear(x, y);
      if (start && end) getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
      else getSelection()?.removeAllRanges();
    };
    let frame = requestAnimationFrame(function followPointer() {
      select();
      if (!signal.aborted) frame = requestAnimationFrame(followPointer);
    });
    const move = (/** @type {PointerEvent} */ event) => {
      pointer = { x: event.clientX, y: event.clientY };
      if (hasMoved || (pointer.x === press.x && pointer.y === press.y)) return;
      hasMoved = true;
      // A press on selected text begins to drag it, and the browser keeps the selection.
      const isToBeDragged = !press.isOnControl && !press.extends && String(getSelection()) !== "";
      if (!isToBeDragged) return;
      following.abort();
      cancelAnimationFrame(frame);
    };
    const finish = () => {
      following.abort();
      cancelAnimationFrame(frame);
      select();
      // The browser changes the selection once more after this event.
      requestAnimationFrame(() => {
        if (this.#following !== following) return;
        select();
        this.#mirror.classList.remove("selecting");
      });
    };
    addEventListener("pointermove", move, { signal, capture: true, passive: true });
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
      addEventListener(end, finish, { signal, capture: true });
    }
  }

  /**
   * @param {number} x clientX
   * @param {number} y clientY
   * @returns {Element | undefined} the text at that point, also below links
   */
  #textAt(x, y) {
    const tree = /** @type {Document | ShadowRoot} */ (this.#mirror.getRootNode());
    return tree.elementsFromPoint(x, y).map((element) => element.closest(".text"))
      .find((text) => text !== null && this.#mirror.contains(text)) ?? undefined;
  }

  /**
   * @param {number} x clientX
   * @param {number} y clientY
   * @returns {Element} the section of the page with the text at that point; between texts, the previous result
   */
  #partAt(x, y) {
    this.#part = this.#textAt(x, y)?.closest("article, aside, header, section, main") ?? this.#part ?? this.#mirror;
    return this.#part;
  }

  /**
   * @param {number} x clientX
   * @param {number} y clientY
   * @param {Element} part where to search for the nearest text
   * @returns {Caret | undefined} in the text at that point, or in the nearest one
   */
  #caretNear(x, y, part = this.#partAt(x, y)) {
    const text = this.#textAt(x, y);
    if (text !== undefined) return caretInText(text, x, y);
    // The nearest text, not the nearest line: so a short last line can be reached from beside it.
    const texts = [...part.querySelectorAll(".text")];
    const distances = texts.map((candidate) => distanceTo(candidate.getBoundingClientRect(), x, y));
    const nearest = texts[distances.indexOf(Math.min(...distances))];
    return nearest && caretInText(nearest, x, y);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (!this.#endsSelecting) return;
    this.#endsSelecting = false;
    event.preventDefault();
    event.stopPropagation();
  }
}
