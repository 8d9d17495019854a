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
