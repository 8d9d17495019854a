// Performs effects, which the program asks of the page, in their order. src/platform/common/effects.h has the contract;
// tests/data/effects.json tests both sides.

/**
 * How a change of the address moves in the history: AddressStep of src/platform/common/effects.h.
 * @typedef {"replace" | "push" | "open" | "close" | "apply"} AddressStep
 */

/**
 * @typedef {object} Effects members without an effect are left out
 * @property {string} [copy] text for the clipboard
 * @property {[string, string]} [share] title and text for the browser's way to share
 * @property {[AddressStep, string][]} [address] changes of the address, in this order; query strings without "?"
 * @property {string} [title] of the document
 * @property {string} [keep] to be kept on the visitor's device for this programme; "": forget it
 * @property {number} [scrollTop] the new scroll position, CSS px
 * @property {[number, boolean]} [focus] the node to focus, and whether to scroll it into view
 */

/**
 * @typedef {object} Host
 * @property {(text: string) => void} copyText
 * @property {(title: string, text: string) => void} share
 * @property {(step: AddressStep, queryString: string) => void} changeAddress
 * @property {(title: string) => void} setTitle
 * @property {(kept: string) => void} keep
 * @property {(scrollTop: number) => void} scrollPageTo
 * @property {(node: number, scrollsIntoView: boolean) => void} moveFocus without reporting it to the program
 */

/**
 * Performs the effects that need no frame. Copying and sharing come first: a browser allows them only within the visitor's own click.
 * @param {Effects} effects
 * @param {Host} host
 */
export function performAtOnce({ copy, share, address = [], title, keep }, host) {
  if (copy !== undefined) host.copyText(copy);
  if (share !== undefined) host.share(...share);
  for (const [step, queryString] of address) host.changeAddress(step, queryString);
  if (title !== undefined) host.setTitle(title);
  if (keep !== undefined) host.keep(keep);
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

const restMilliseconds = 300; // without another change, after which a series of changes has ended
const mostTravelMilliseconds = 1000; // for which a browser is waited for that goes back in its history

/**
 * How an entry of the history came to be: History::Link of src/platform/common/history.h.
 * @typedef {{from?: string, steps: number, outer?: Link}} Link
 */

/**
 * The browser's history. Query strings are without "?".
 * @typedef {object} Entries
 * @property {string} address of the present entry
 * @property {Link} link of the present entry
 * @property {(queryString: string, link: Link) => void} push
 * @property {(queryString: string, link: Link) => void} replace
 * @property {(by: number) => void} go happens later; then arrive() is to be called
 */

/**
 * Changes the address and moves in the history. tests/data/history.json tests it together with platform::History.
 *
 * Of replaced addresses that follow each other quickly (one for each pointer event of a drag, or for each letter) it makes the
 * first at once and the last at rest. A browser has much to do for each: Chromium navigates within the document and loads the
 * page's icon again, and browsers ignore changes beyond some hundred in some seconds
 * (https://developer.mozilla.org/en-US/docs/Web/API/History/replaceState, "SecurityError").
 */
export class AddressBar {
  /** @param {Entries} entries */
  constructor(entries) {
    this.#entries = entries;
  }

  #entries;
  /** The last replaced address that was not written yet. @type {string | undefined} */
  #waiting;
  /** Pending while changes count as following each other. @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /**
   * While the browser goes back: the address and link of the entry to which it goes, and the changes that follow.
   * @type {{queryString: string, link?: Link, changes: [AddressStep, string][], timer: ReturnType<typeof setTimeout>} | undefined}
   */
  #travel;

  /** Whether the browser goes back for a change, and has not arrived. */
  get isTravelling() {
    return this.#travel !== undefined;
  }

  /**
   * @param {AddressStep} step
   * @param {string} queryString
   */
  change(step, queryString) {
    if (this.#travel !== undefined) {
      this.#travel.changes.push([step, queryString]);
      return;
    }
    if (step === "replace") {
      this.#replaceAtRest(queryString);
      return;
    }
    this.settle();
    const { address, link } = this.#entries;
    if (step === "push") this.#entries.push(queryString, { ...link, steps: link.steps + 1 });
    else if (step === "open") this.#entries.push(queryString, { from: address, steps: 1, outer: link });
    else this.#close(queryString, link, step === "close" && link.steps === 1);
  }

  /**
   * @param {string} queryString
   * @param {Link} link
   * @param {boolean} takesOver whether the entry before gets that address
   */
  #close(queryString, { from, steps, outer }, takesOver) {
    const leadsBack = from !== undefined && (from === queryString || takesOver);
    const link = leadsBack || outer === undefined ? undefined : { ...outer, steps: outer.steps + 1 };
    const back = leadsBack ? steps : steps - 1;
    // Where the browser does not go back, as in a sandbox, the present entry gets the address.
    const timer = setTimeout(() => this.arrive(), mostTravelMilliseconds);
    this.#travel = { queryString, link, changes: [], timer };
    if (back > 0) this.#entries.go(-back);
    else this.arrive();
  }

  /**
   * To be called when another entry has become the present one.
   * @returns {boolean} whether it is the one to which a change has led
   */
  arrive() {
    const travel = this.#travel;
    if (travel === undefined) return false;
    this.#travel = undefined;
    clearTimeout(travel.timer);
    const { address, link } = this.#entries;
    if (address !== travel.queryString || travel.link !== undefined) {
      this.#entries.replace(travel.queryString, travel.link ?? link);
    }
    for (const [step, queryString] of travel.changes) this.change(step, queryString);
    return true;
  }

  /** @param {string} queryString */
  #replaceAtRest(queryString) {
    const isFirst = this.#timer === undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), restMilliseconds);
    if (isFirst) this.#entries.replace(queryString, this.#entries.link);
    else this.#waiting = queryString;
  }

  /** To be called before a new entry and before the page goes: makes the change that waits. */
  settle() {
    const queryString = this.#waiting;
    this.forget();
    if (queryString !== undefined) this.#entries.replace(queryString, this.#entries.link);
  }

  /** To be called when another entry has become the present one: the change that waits was for the one before. */
  forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }
}
