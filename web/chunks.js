// A long list's items stand in the mirror in chunks, so that a browser has to ask of some hundred boxes whether they are in
// view, and not of thousands, and to lay out again the one in which something changed. What is in a chunk out of view is not
// laid out at all, but found all the same (content-visibility).

const mostItems = 96; // in a chunk
const room = 8; // CSS px around the items, for outlines

/**
 * The chunk in which the item stands.
 * @param {Element} item
 * @returns {HTMLElement | null}
 */
function chunkOf(item) {
  const chunk = item.parentElement?.parentElement;
  return chunk?.className === "chunk" ? chunk : null;
}

/** @param {Element} chunk @returns {HTMLElement} what has the items */
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
 * The items keep their places, which are from the list's corner; the chunk reaches around them. (Around those too that went
 * since, which does no harm.)
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

/** But for a list's only one. @param {HTMLElement | null} chunk */
function removeEmpty(chunk) {
  if (chunk !== null && insideOf(chunk).childElementCount === 0 && chunk.parentElement?.childElementCount !== 1) chunk.remove();
}

export class Chunks {
  /** Those in which an item came or moved. @type {Set<HTMLElement>} */
  #changed = new Set();

  /**
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

  /** @param {HTMLElement} item its place is another one */
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
   * The list's items stand in it without chunks again.
   * @param {HTMLElement} list
   */
  open(list) {
    if (list.firstElementChild?.className !== "chunk") return;
    for (const chunk of [...list.children]) chunk.replaceWith(...insideOf(chunk).children);
  }

  /** After all changes. */
  settle() {
    for (const chunk of this.#changed) if (insideOf(chunk).childElementCount > 0) fit(chunk);
    this.#changed.clear();
  }
}
