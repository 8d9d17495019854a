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

export class WordSelection {
  /** @param {HTMLElement} mirror */
  constructor(mirror) {
    this.#mirror = mirror;
    mirror.addEventListener("pointerdown", (event) => this.#press(event));
    mirror.addEventListener("dragstart", (event) => this.#beginOverLink(event));
    mirror.addEventListener("selectstart", () => this.#followPointer());
    mirror.addEventListener("click", (event) => this.#click(event), { capture: true });
  }

  #mirror;
  /** @type {PointerEvent | undefined} */
  #pressed;
  /** Words were selected over a link: the click that ends it is none. */
  #endsSelecting = false;

  /** @param {PointerEvent} event */
  #press(event) {
    this.#pressed = event;
    this.#endsSelecting = false;
  }

  /** @param {DragEvent} event */
  #beginOverLink(event) {
    const press = this.#pressed;
    if (press === undefined || press.pointerType !== "mouse") return;
    const start = this.#caretAt(press.clientX, press.clientY, /** @type {Node} */ (event.target));
    if (start === undefined) return;
    event.preventDefault();
    const { signal } = this.#followPointer();
    this.#endsSelecting = true;
    const extend = (/** @type {PointerEvent} */ move) => {
      const end = this.#caretAt(move.clientX, move.clientY);
      if (end) getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
    };
    addEventListener("pointermove", extend, { signal });
  }

  /** Until the button is released, words are found through the links over them. */
  #followPointer() {
    const end = new AbortController();
    this.#mirror.classList.add("selecting");
    const finish = () => {
      this.#mirror.classList.remove("selecting");
      end.abort();
    };
    for (const type of ["pointerup", "pointercancel"]) {
      addEventListener(type, finish, { signal: end.signal, capture: true });
    }
    return end;
  }

  /**
   * @param {number} x clientX
   * @param {number} y clientY
   * @param {Node} [except] words inside it do not count
   */
  #caretAt(x, y, except) {
    const tree = /** @type {Document | ShadowRoot} */ (this.#mirror.getRootNode());
    const text = tree.elementsFromPoint(x, y).map((element) => element.closest(".text"))
      .find((candidate) => candidate && this.#mirror.contains(candidate));
    return text && !except?.contains(text) ? caretInText(text, x, y) : undefined;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (!this.#endsSelecting) return;
    this.#endsSelecting = false;
    event.preventDefault();
    event.stopPropagation();
  }
}
