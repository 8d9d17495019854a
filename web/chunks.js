// The items of a virtualised list (src/semantics/virtualised_list.h) stand in the mirror in boxes of some dozens, the chunks.
// A browser then asks of some hundred boxes, not of thousands, whether they are in view. A chunk out of view is not laid
// out, but find-in-page finds what is in it (content-visibility: auto); where an item changes, its chunk alone is laid out
// again.

const mostItems = 96; // in a chunk
const room = 8; // CSS px around a chunk's items, for their outlines

/**
 * The chunk in which the item stands.
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
 * Places the chunk around its items, which keep their own places: those are from the list's corner.
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

/** The list's last chunk stays: it marks the list as virtualised. @param {HTMLElement | null} chunk */
function removeEmpty(chunk) {
  if (chunk !== null && insideOf(chunk).childElementCount === 0 && chunk.parentElement?.childElementCount !== 1) chunk.remove();
}

export class Chunks {
  /** The chunks in which an item came or moved since the last settle(). @type {Set<HTMLElement>} */
  #changed = new Set();

  /**
   * Puts an item at its place. A list that has no chunks yet gets one around the items that it has.
   * @param {HTMLElement} list
   * @param {HTMLElement} item
   * @param {Element | null} next the item before which it is to stand; nothing: it is the last
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

  /** @param {HTMLElement} item its rectangle has changed */
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
   * Takes the list's chunks away: it is not virtualised any more, and its items are its children again.
   * @param {HTMLElement} list
   */
  open(list) {
    if (list.firstElementChild?.className !== "chunk") return;
    for (const chunk of [...list.children]) chunk.replaceWith(...insideOf(chunk).children);
  }

  /** Lays out what an update has changed. Called at its end. */
  settle() {
    for (const chunk of this.#changed) if (insideOf(chunk).childElementCount > 0) fit(chunk);
    this.#changed.clear();
  }
}
