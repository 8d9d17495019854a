// What the program asks of the page that shows it, and in which order it is done. src/platform/common/effects.h is the
// contract; tests/data/effects.json holds both sides to it.

/**
 * @typedef {object} Effects a member that asks for nothing is left out
 * @property {string} [copy] text for the clipboard
 * @property {["push" | "replace", string][]} [address] changes of the address, one after the other: a new entry of the
 *   history or another address for the present one; query strings without "?"
 * @property {string} [title] of the document
 * @property {number} [scrollTop] CSS px of the page above the view
 * @property {[number, boolean]} [focus] the node, and whether it comes into view
 */

/**
 * @typedef {object} Host
 * @property {(text: string) => void} copyText
 * @property {(queryString: string) => void} pushAddress
 * @property {(queryString: string) => void} replaceAddress
 * @property {(title: string) => void} setTitle
 * @property {(scrollTop: number) => void} scrollPageTo
 * @property {(node: number, scrollsIntoView: boolean) => void} moveFocus without telling the program, which knows
 */

/**
 * The steps that need no frame. The copy comes first: a browser allows it only inside the visitor's own click.
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
   * After a frame, when its update is in the document.
   * @param {Host} host
   */
  performAfterFrame(host) {
    const { scrollTop, focus } = this.#effects;
    this.#effects = {};
    if (scrollTop !== undefined) host.scrollPageTo(scrollTop);
    if (focus !== undefined) host.moveFocus(...focus);
  }
}
