// The items of a virtualised list (src/semantics/virtualised_items.h) in the document. The program describes those near the
// viewport as any other nodes. Of each other item there is one element with its words, made once; another filter only hides,
// shows and moves them.
//
// They stand in chunks, some dozens in each. With `content-visibility: auto` the browser neither styles nor lays out chunks out
// of view, while find-in-page still finds their words. A chunk is a grid, so that its items' places are those of its rows: a
// change writes one style for each chunk, not one for each item. An item that is hidden takes no cell.

/**
 * @typedef {object} ListChange
 * @property {number} node the list's; 0: there is no virtualised list any more
 * @property {ListLayout} [layout] undefined where it is the same as before
 * @property {number[]} near the described items: each one's index in the layout's order, then its node
 */

/**
 * @typedef {object} ListLayout lengths are CSS px from the list's upper left corner
 * @property {number[]} order the keys of all items
 * @property {number[]} tops of each row; one more at the end: where a further row would begin
 * @property {number} columns
 * @property {number} itemWidth
 * @property {number} gap between columns, and between rows
 */

/** @typedef {[number, ...string[]]} ItemWords a key; languages and texts in turn, the heading's first; none: the words are gone */

/** @typedef {{box: HTMLElement, grid: HTMLElement, lead: HTMLElement, keys: number[], style: string}} Chunk */

const mostItems = 48; // in a chunk: the items of those in view are laid out
const room = 8; // CSS px around a chunk's items, so that their outlines are not clipped

/** @param {string} className */
function makeDiv(className) {
  const div = document.createElement("div");
  div.className = className;
  return div;
}

/** @param {number[]} keys @returns {Chunk} */
function makeChunk(keys) {
  const box = makeDiv("chunk");
  const grid = document.createElement("div");
  const lead = document.createElement("div"); // the cells of the first row that are the previous chunk's
  grid.append(lead);
  box.append(grid);
  return { box, grid, lead, keys, style: "none" };
}

/**
 * Writes an item's words into its element. A paragraph is an element only where its language is not the page's: thousands of
 * items have one each, and whatever goes through a page's elements, such as a screen reader, takes longer for each.
 * @param {HTMLElement} item
 * @param {string[]} words
 */
function writeWords(item, words) {
  /** @type {(string | Node)[]} */
  const parts = [];
  for (let place = 0; place < words.length; place += 2) {
    const [language, text = ""] = words.slice(place, place + 2);
    if (place > 0 && !language) {
      parts.push(place > 2 ? `\n${text}` : text);
      continue;
    }
    const part = document.createElement(place === 0 ? "h3" : "p");
    if (language) part.lang = language;
    part.textContent = text;
    parts.push(part);
  }
  item.replaceChildren(...parts);
}

/**
 * The indices of a longest increasing subsequence: of the items that need not be moved when a list is reordered.
 * https://en.wikipedia.org/wiki/Longest_increasing_subsequence#Efficient_algorithms
 * @param {ArrayLike<number>} numbers all different; negative ones are left out
 * @returns {Uint8Array} 1 for each that belongs to it
 */
export function findIncreasing(numbers) {
  const belongs = new Uint8Array(numbers.length);
  const before = new Int32Array(numbers.length); // the predecessor in its subsequence; -1: none
  /** @type {number[]} */
  const ends = []; // for each length, the index of the least number that ends a subsequence of that length
  const at = (/** @type {number | undefined} */ index) => numbers[index ?? -1] ?? -1;
  for (let index = 0; index < numbers.length; ++index) {
    const number = at(index);
    if (number < 0) continue;
    let low = ends.length;
    if (low > 0 && at(ends[low - 1]) > number) {
      low = 0;
      for (let high = ends.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (at(ends[middle]) < number) low = middle + 1;
        else high = middle;
      }
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) belongs[index] = 1;
  return belongs;
}

/** @param {number[]} keys @returns {number[][]} parts of at most mostItems, of about equal size */
function divide(keys) {
  const count = Math.ceil(keys.length / mostItems);
  return Array.from({ length: count }, (_, part) =>
    keys.slice(Math.round((part * keys.length) / count), Math.round(((part + 1) * keys.length) / count)),
  );
}

export class Chunks {
  /** Contains all chunks. It is in the list's element, or nowhere. */
  #box = makeDiv("chunks");
  /** @type {Chunk[]} */
  #chunks = [];
  /** The elements with words, by key. @type {HTMLElement[]} */
  #items = [];
  /** By key: 1 where the item is in the list. */
  #isListed = new Uint8Array(0);
  /** By key: 1 where its element is shown. */
  #isShown = new Uint8Array(0);
  /** The elements that #reorder() is moving, those that it has moved already apart. @type {Set<Element>} */
  #moved = new Set();
  /** The described items' elements, by key. @type {Map<number, HTMLElement>} */
  #near = new Map();
  /** @type {ListLayout} */
  #layout = { order: [], tops: [], columns: 1, itemWidth: 0, gap: 0 };
  /**
   * How many items, from the first one on, stand in chunks. At first none does: the elements are made as their words come. The
   * described items behind them are the list's own children.
   */
  #chunkedCount = 0;

  /**
   * Follows a change of the list.
   * @param {ListChange} change
   * @param {(node: number) => HTMLElement | undefined} elementOf
   */
  follow({ node, layout, near }, elementOf) {
    const list = elementOf(node);
    if (list === undefined) {
      this.#box.remove();
      this.#near.clear();
      return;
    }
    if (this.#box.parentElement !== list) list.prepend(this.#box);
    if (layout !== undefined) this.#take(layout);
    const { order } = this.#layout;
    const before = this.#near;
    this.#near = new Map();
    /** @type {HTMLElement} */
    let after = this.#box;
    for (let index = 0; index < near.length; index += 2) {
      const place = Number(near[index]);
      const key = Number(order[place]);
      const element = elementOf(Number(near[index + 1]));
      if (element === undefined) continue;
      this.#near.set(key, element);
      if (place < this.#chunkedCount) {
        this.#putBeside(key, element);
      } else {
        if (after.nextSibling !== element) after.after(element);
        after = element;
      }
    }
    if (layout !== undefined) {
      for (let key = 0; key < this.#items.length; ++key) this.#show(key);
      this.#place();
    } else {
      for (const key of [...before.keys(), ...this.#near.keys()]) this.#show(key);
    }
  }

  /**
   * Takes new words of items.
   * @param {ItemWords[]} changes
   */
  write(changes) {
    let isOther = false;
    for (const [key, ...words] of changes) {
      while (this.#items[key] === undefined && words.length > 0 && this.#chunkedCount < this.#layout.order.length) {
        this.#appendChunk();
        isOther = true;
      }
      const item = this.#items[key];
      if (item !== undefined) writeWords(item, words);
    }
    if (isOther) this.#place();
  }

  /** Puts the next items of the list into a chunk. */
  #appendChunk() {
    const { order } = this.#layout;
    const keys = Array.from({ length: Math.min(mostItems, order.length - this.#chunkedCount) }, (_, index) =>
      Number(order[this.#chunkedCount + index]),
    );
    this.#chunkedCount += keys.length;
    const chunk = makeChunk(keys);
    this.#fill(chunk);
    this.#chunks.push(chunk);
    this.#box.append(chunk.box);
    for (const key of keys) {
      const near = this.#near.get(key);
      if (near !== undefined) this.#putBeside(key, near);
      this.#show(key);
    }
  }

  /** @param {number} key @returns {HTMLElement} made where there is none yet */
  #itemOf(key) {
    let item = this.#items[key];
    if (item === undefined) {
      item = document.createElement("li");
      item.className = "far";
      this.#items[key] = item;
      this.#isShown[key] = 1;
    }
    return item;
  }

  /** @param {number} key @param {HTMLElement} near */
  #putBeside(key, near) {
    const item = this.#itemOf(key);
    if (item.nextSibling !== near) item.after(near);
  }

  /** Shows or hides the item's element. @param {number} key */
  #show(key) {
    const item = this.#items[key];
    if (item === undefined) return;
    const isShown = this.#isListed[key] === 1 && !this.#near.has(key);
    if (isShown === (this.#isShown[key] === 1)) return;
    this.#isShown[key] = isShown ? 1 : 0;
    item.hidden = !isShown;
  }

  /** @param {ListLayout} layout */
  #take(layout) {
    this.#layout = layout;
    const keys = layout.order;
    const count = keys.reduce((most, key) => Math.max(most, key + 1), this.#items.length);
    this.#isListed = new Uint8Array(count);
    for (const key of keys) this.#isListed[key] = 1;
    if (this.#isShown.length < count) {
      const isShown = new Uint8Array(count);
      isShown.set(this.#isShown);
      this.#isShown = isShown;
    }
    if (this.#chunkedCount === 0) return;
    this.#reorder(keys);
    this.#chunkedCount = keys.length;
  }

  /**
   * Brings the items into the list's order. Those that are not in the list stay behind those before them.
   * @param {number[]} order
   */
  #reorder(order) {
    const places = new Int32Array(this.#isListed.length).fill(-1);
    let place = 0;
    for (const { keys } of this.#chunks) for (const key of keys) places[key] = place++;
    const stays = findIncreasing(order.map((key) => places[key] ?? -1));
    const isMoved = new Uint8Array(places.length);
    order.forEach((key, index) => (isMoved[key] = stays[index] === 1 ? 0 : 1));
    if (!isMoved.includes(1)) return;

    let next = 0; // in the order
    const parts = this.#chunks.map(({ keys }) => {
      /** @type {number[]} */
      const wanted = [];
      for (const key of keys) {
        if (isMoved[key] === 1) continue;
        if (this.#isListed[key] === 1) {
          while (order[next] !== key) wanted.push(Number(order[next++]));
          ++next;
        }
        wanted.push(key);
      }
      return wanted;
    });
    parts.at(-1)?.push(...order.slice(next));
    this.#moved = new Set(this.#items.filter((_, key) => isMoved[key] === 1));
    this.#divideInto(parts);
    this.#moved.clear();
  }

  /** Gives each chunk the items that it is to have; divides long chunks, and joins short ones with those before them. @param {number[][]} parts */
  #divideInto(parts) {
    /** @type {Chunk[]} */
    const chunks = [];
    this.#chunks.forEach((chunk, index) => {
      const wanted = parts[index] ?? [];
      const last = chunks.at(-1);
      if (last !== undefined && wanted.length < mostItems / 4 && last.keys.length + wanted.length <= mostItems) {
        last.keys = [...last.keys, ...wanted];
        this.#fill(last);
        chunk.box.remove();
        return;
      }
      const isLong = wanted.length > 2 * mostItems;
      const [first = [], ...rest] = isLong ? divide(wanted) : [wanted];
      const isSame = first.length === chunk.keys.length && first.every((key, place) => key === chunk.keys[place]);
      chunk.keys = first;
      if (!isSame) this.#fill(chunk);
      chunks.push(chunk);
      for (const keys of rest) {
        const another = makeChunk(keys);
        this.#fill(another);
        chunks.at(-1)?.box.after(another.box);
        chunks.push(another);
      }
    });
    this.#chunks = chunks;
  }

  /** Puts the elements of the chunk's items into it, in order. Those that are at their place stay. @param {Chunk} chunk */
  #fill({ grid, lead, keys }) {
    let next = lead.nextElementSibling;
    for (const key of keys) {
      // Described items are put beside theirs again afterwards.
      while (next !== null && (next.className !== "far" || this.#moved.has(next))) next = next.nextElementSibling;
      const item = this.#itemOf(key);
      if (item === next) {
        next = next.nextElementSibling;
      } else {
        grid.insertBefore(item, next);
        this.#moved.delete(item);
      }
    }
  }

  /** Sets the place of each chunk, and the heights of its rows. */
  #place() {
    const { tops, columns, itemWidth, gap } = this.#layout;
    let place = 0; // of the chunk's first item
    for (const chunk of this.#chunks) {
      let count = 0;
      for (const key of chunk.keys) count += this.#isListed[key] ?? 0;
      const row = Math.floor(place / columns);
      const end = Math.ceil((place + count) / columns);
      const top = Number(tops[row]);
      const heights = [];
      for (let each = row; each < end; ++each) heights.push(`${Number(tops[each + 1]) - Number(tops[each]) - gap}px`);
      const lead = place % columns;
      const style = count === 0 ? "" : [top, lead, columns, itemWidth, gap, ...heights].join(" ");
      if (style !== chunk.style) {
        chunk.style = style;
        chunk.box.hidden = count === 0;
        if (count > 0) {
          chunk.box.style.top = `${top - room}px`;
          chunk.box.style.height = `${Number(tops[end]) - gap - top + 2 * room}px`;
          chunk.grid.style.gap = `${gap}px`;
          chunk.grid.style.gridTemplate = `${heights.join(" ")} / repeat(${columns}, ${itemWidth}px)`;
          chunk.lead.hidden = lead === 0;
          chunk.lead.style.gridColumn = `span ${lead || 1}`;
        }
      }
      place += count;
    }
  }
}
