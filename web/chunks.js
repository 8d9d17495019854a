// Chunks: boxes in which the mirror groups the items of a virtualised list (src/semantics/virtualised_list.h), some dozens in
// each. With `content-visibility: auto` the browser skips the layout of chunks out of view, while find-in-page still finds
// their text. So it checks the visibility of some hundred boxes instead of thousands of items, and a changed item causes the
// layout of its chunk only.

const mostItems = 96; // in a chunk
const room = 8; // CSS px around a chunk's items, so that their outlines are not clipped

/**
 * The chunk that contains the item.
 * @param {Element} item
 * @returns {HTMLElement | null}
 */
function chunkOf(item) {
  const chunk = item.parentElement?.parentElement;
  return chunk?.className === "chunk" ? chunk : null;
}

/** @param {Element} chunk @returns {HTMLElement} the box in it whose children are the items */
const insideOf = (chunk) => /** @type {HTMLElement} */ (chunk.firstElementChild);

/** @param {Element[]} items */
function makeChunk(items) {
  const chunk = document.createElement("div");
  chunk.className = "chunk";
  const inside = document.createElement("div");
  inside.append(...items);
  chunk.append(inside);
  return chunk;
}

/**
 * Sets the chunk's position and height by its items, whose positions are relative to the list.
 * @param {HTMLElement} chunk
 */
function fit(chunk) {
  const inside = insideOf(chunk);
  let top = Infinity;
  let bottom = 0;
  for (const { style } of /** @type {HTMLCollectionOf<HTMLElement>} */ (inside.children)) {
    const y = Number.parseFloat(style.top);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + Number.parseFloat(style.height));
  }
  chunk.style.top = `${top - room}px`;
  chunk.style.height = `${bottom - top + 2 * room}px`;
  inside.style.top = `${room - top}px`;
}

/**
 * Removes the chunk if it is empty. The last one stays: it marks the list as virtualised.
 * @param {HTMLElement | null} chunk
 */
function removeEmpty(chunk) {
  if (chunk !== null && insideOf(chunk).childElementCount === 0 && chunk.parentElement?.childElementCount !== 1) chunk.remove();
}

export class Chunks {
  /** The chunks with items added or moved since the last settle(). @type {Set<HTMLElement>} */
  #changed = new Set();

  /**
   * Inserts an item into the list, or moves it. The items of a list without chunks are put into one first.
   * @param {HTMLElement} list
   * @param {HTMLElement} item
   * @param {Element | null} next the item before which it is inserted; null: at the end
   * @param {(parent: HTMLElement, child: HTMLElement, next: Element | null) => void} insertBefore
   */
  insert(list, item, next, insertBefore) {
    if (list.firstElementChild?.className !== "chunk") list.append(makeChunk([...list.children]));
    const before = chunkOf(item);
    const chunk = /** @type {HTMLElement} */ ((next && chunkOf(next)) ?? list.lastElementChild);
    insertBefore(insideOf(chunk), item, next);
    if (before !== chunk) removeEmpty(before);
    this.#changed.add(chunk);
    const { children } = insideOf(chunk);
    if (children.length <= mostItems) return;
    const second = makeChunk([...children].slice(mostItems / 2));
    chunk.after(second);
    this.#changed.add(second);
  }

  /** To be called when the item's rectangle has changed. @param {HTMLElement} item */
  move(item) {
    const chunk = chunkOf(item);
    if (chunk !== null) this.#changed.add(chunk);
  }

  /** @param {HTMLElement} item */
  remove(item) {
    const chunk = chunkOf(item);
    item.remove();
    removeEmpty(chunk);
  }

  /**
   * Removes the chunks of a list that is no longer virtualised: its items become its children.
   * @param {HTMLElement} list
   */
  open(list) {
    if (list.firstElementChild?.className !== "chunk") return;
    for (const chunk of [...list.children]) chunk.replaceWith(...insideOf(chunk).children);
  }

  /** Lays out the changed chunks. To be called after each update. */
  settle() {
    for (const chunk of this.#changed) if (insideOf(chunk).childElementCount > 0) fit(chunk);
    this.#changed.clear();
  }
}
