// Performs effects, which the program asks of the page, in their order. src/platform/common/effects.h has the contract;
// tests/data/effects.json tests both sides.

/**
 * @typedef {object} Effects members without an effect are left out
 * @property {string} [copy] text for the clipboard
 * @property {["push" | "replace", string][]} [address] changes of the address, in this order: "push" adds an entry to the
 *   history, "replace" changes the present one; query strings without "?"
 * @property {string} [title] of the document
 * @property {number} [scrollTop] the new scroll position, CSS px
 * @property {[number, boolean]} [focus] the node to focus, and whether to scroll it into view
 */

/**
 * @typedef {object} Host
 * @property {(text: string) => void} copyText
 * @property {(queryString: string) => void} pushAddress
 * @property {(queryString: string) => void} replaceAddress
 * @property {(title: string) => void} setTitle
 * @property {(scrollTop: number) => void} scrollPageTo
 * @property {(node: number, scrollsIntoView: boolean) => void} moveFocus without reporting it to the program
 */

/**
 * Performs the effects that need no frame. Copying comes first: a browser allows it only within the visitor's own click.
 * @param {Effects} effects
 * @param {Host} host
 */
export function performAtOnce({ copy, address = [], title }, host) {
  if (copy !== undefined) host.copyText(copy);
  for (const [kind, queryString] of address) {
    if (kind === "push") host.pushAddress(queryString);
    else host.replaceAddress(queryString);
  }
  if (title !== undefined) host.setTitle(title);
}

/** The scroll position and the focus, which wait for the next frame. Of several, the last counts. */
export class DeferredEffects {
  /** @type {Pick<Effects, "scrollTop" | "focus">} */
  #effects = {};

  /** @param {Effects} effects */
  add({ scrollTop, focus }) {
    if (scrollTop !== undefined) this.#effects.scrollTop = scrollTop;
    if (focus !== undefined) this.#effects.focus = focus;
  }

  get isEmpty() {
    return this.#effects.scrollTop === undefined && this.#effects.focus === undefined;
  }

  /**
   * To be called after a frame whose update was applied to the document.
   * @param {Host} host
   */
  performAfterFrame(host) {
    const { scrollTop, focus } = this.#effects;
    this.#effects = {};
    if (scrollTop !== undefined) host.scrollPageTo(scrollTop);
    if (focus !== undefined) host.moveFocus(...focus);
  }
}

const restMilliseconds = 150; // without another change, after which a series of changes has ended

/**
 * Changes the address of the history's present entry. Of changes that follow each other quickly (one for each pointer event of
 * a drag, or for each letter) it makes the first at once and the last at rest. A browser has much to do for each: Chromium
 * navigates within the document and loads the page's icon again, and browsers ignore changes beyond some hundred in some
 * seconds (https://developer.mozilla.org/en-US/docs/Web/API/History/replaceState, "SecurityError").
 */
export class AddressBar {
  /** @param {(queryString: string) => void} replace changes the address */
  constructor(replace) {
    this.#replace = replace;
  }

  #replace;
  /** The last change that was not made yet. @type {string | undefined} */
  #waiting;
  /** Pending while changes count as following each other. @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} queryString without "?" */
  replace(queryString) {
    const isFirst = this.#timer === undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), restMilliseconds);
    if (isFirst) this.#replace(queryString);
    else this.#waiting = queryString;
  }

  /** To be called before a new entry and before the page goes: makes the change that waits. */
  settle() {
    const queryString = this.#waiting;
    this.forget();
    if (queryString !== undefined) this.#replace(queryString);
  }

  /** To be called when another entry has become the present one: the change that waits was for the one before. */
  forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }
}
