// Selecting the mirror's words with the mouse where a link lies over them. A card is its challenge's link: it covers the
// card's words, so that clicks, menus and tabs are the browser's own. Dragged by its picture the link is dragged; a drag
// that begins on words selects them, and one that comes from elsewhere goes on over the words.

/**
 * A place between two characters.
 * @typedef {object} Caret
 * @property {Node} node
 * @property {number} offset
 */

/**
 * @param {Element} line of one text node
 * @param {number} x clientX
 * @returns {Caret | undefined} the nearest one
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
 * @param {Element} text of painted lines
 * @param {number} x clientX
 * @param {number} y clientY
 */
function caretInText(text, x, y) {
  const lines = [...text.querySelectorAll(":scope > .line")];
  const line = lines.find((candidate) => y < candidate.getBoundingClientRect().bottom) ?? lines.at(-1);
  return line && caretInLine(line, x);
}

/**
 * @param {DOMRect} rect
 * @param {number} x clientX
 * @param {number} y clientY
 */
function distanceTo({ left, right, top, bottom }, x, y) {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/**
 * A press of the mouse's button that may select words.
 * @typedef {object} Press
 * @property {number} x clientX
 * @property {number} y clientY
 * @property {boolean} isOnControl links are dragged by it, buttons pressed
 * @property {boolean} isOverWords
 * @property {boolean} extends what was selected before, or words instead of characters: the browser's alone
 */

export class WordSelection {
  /**
   * @param {HTMLElement} box around the mirror: what lies between the words belongs to it
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
  /** The part of the page in which the pointer was over words last. @type {Element | undefined} */
  #part;
  /** @type {AbortController | undefined} */
  #following;
  /** Words were selected over a link: the click that ends it is none. */
  #endsSelecting = false;

  /** @param {PointerEvent} event */
  #point(event) {
    this.#isMouse = event.pointerType === "mouse";
    this.#pressed = undefined;
    this.#endsSelecting = false;
  }

  /** @param {MouseEvent} event */
  #press(event) {
    if (!this.#isMouse) return; // a finger's tap
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
   * Until the button is released, words are found through the links over them. Between words a browser would go on to the
   * page's beginning or end: so before each frame the selection goes to the words nearest to the pointer.
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
      // Beside all words it begins with the first ones that the pointer comes to.
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
      // Pressed on what is selected the browser leaves it so: it is to be dragged.
      const isToBeDragged = !press.isOnControl && !press.extends && String(getSelection()) !== "";
      if (!isToBeDragged) return;
      following.abort();
      cancelAnimationFrame(frame);
    };
    const finish = () => {
      following.abort();
      cancelAnimationFrame(frame);
      select();
      // The browser's own end of the selection is still to come.
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
   * @returns {Element | undefined} the text there, under links too
   */
  #textAt(x, y) {
    const tree = /** @type {Document | ShadowRoot} */ (this.#mirror.getRootNode());
    return tree.elementsFromPoint(x, y).map((element) => element.closest(".text"))
      .find((text) => text !== null && this.#mirror.contains(text)) ?? undefined;
  }

  /**
   * @param {number} x clientX
   * @param {number} y clientY
   * @returns {Element} the part of the page that has the words there; between words the last one
   */
  #partAt(x, y) {
    this.#part = this.#textAt(x, y)?.closest("article, aside, header, section, main") ?? this.#part ?? this.#mirror;
    return this.#part;
  }

  /**
   * @param {number} x clientX
   * @param {number} y clientY
   * @param {Element} part where to look between words
   * @returns {Caret | undefined} in the words there, or in the nearest ones
   */
  #caretNear(x, y, part = this.#partAt(x, y)) {
    const text = this.#textAt(x, y);
    if (text !== undefined) return caretInText(text, x, y);
    // The nearest paragraph, and in it the line at the pointer's height: a short last line is not passed over.
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
