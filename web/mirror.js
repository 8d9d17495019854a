// The DOM mirror: real elements exactly over the canvas, made from the program's semantics tree, transparent but live. Tab
// order, screen readers, find-in-page, selection and copy, links' menus, typing and scrolling are the browser's own.
//
// It applies the updates that src/semantics/diff.h describes, and gives the program what the visitor does with the
// elements. It holds no state of the visit: only which element a node has. The look is styles.js's.

import { Chunks } from "./chunks.js";
import { elementOfRole, writtenAriaRole } from "./semantics.js";

/** @typedef {import("./semantics.js").NodeChange} NodeChange */

/**
 * @typedef {object} Update
 * @property {string} [language]
 * @property {number[]} [removed]
 * @property {NodeChange[]} [nodes]
 * @property {[number, number[]][]} [children]
 * @property {[number, number, number][]} [inserted] parent, child, and the sibling that follows it (0: none)
 */

/**
 * @typedef {object} Listener the program's side: what the visitor does
 * @property {(node: number) => boolean} activate whether something will change
 * @property {(node: number, text: string) => void} type the field's whole new text
 * @property {(node: number, isVisible: boolean) => void} setFocus 0: the focus left
 * @property {(node: number, x: number, y: number) => void} scroll
 * @property {(node: number, key: string) => boolean} pressKey whether the program took the key
 * @property {() => void} noticeForeignWords somebody else (a page translator) changed the words
 * @property {(element: HTMLElement) => void} watchDraggable an element was made that can be dragged
 */

const rootNode = 1;

/** Keys that a member of a widget walked by arrow keys may take. */
const widgetKeys = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "+", "-"]);

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | boolean | null | undefined} value nothing and "" take the attribute away
 */
function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/**
 * The element that has the focus and the name of a node: itself, but for a checkbox's label.
 * @param {HTMLElement} element
 */
function controlOf(element) {
  return element instanceof HTMLLabelElement && element.control !== null ? element.control : element;
}

/**
 * The element that stands among the parent's children for a node's: itself, or the track in which it sticks.
 * @param {HTMLElement} element
 */
function outerOf(element) {
  const parent = element.parentElement;
  return parent !== null && parent.classList.contains("track") ? parent : element;
}

/**
 * Whether a link may lead there: an https page, the page's own origin, a calendar to save. The programme's reader lets no
 * other address in; this is a second check of the same, so that no mistake there makes a link that runs a script.
 * @param {string} href
 * @param {string} [download] file name; "" where the link does not save
 */
function isAllowed(href, download = "") {
  if (/^([?#]|$)/.test(href)) return true;
  try {
    const { protocol, origin } = new URL(href, document.baseURI);
    if (protocol === "data:") return download !== "" && /^data:text\/calendar[;,]/.test(href);
    return protocol === "https:" || (protocol === "http:" && origin === location.origin);
  } catch {
    return false;
  }
}

/** @param {NodeChange} change */
function makeElement(change) {
  const role = change.role ?? "generic";
  const element = document.createElement(elementOfRole[role] + (role === "heading" ? change.level || 2 : ""));
  element.className = role === "text" ? "node text" : "node";
  element.dataset.node = String(change.id);
  setAttribute(element, "role", writtenAriaRole[role]);
  if (element instanceof HTMLButtonElement) element.type = "button";
  if (element instanceof HTMLInputElement) prepareField(element);
  if (role === "checkbox") {
    const box = document.createElement("input");
    box.type = "checkbox";
    element.append(box);
  }
  return element;
}

/** @param {HTMLInputElement} field */
function prepareField(field) {
  field.type = "search";
  field.autocomplete = "off";
  field.spellcheck = false;
  // Not every browser has these as properties.
  field.setAttribute("enterkeyhint", "search");
  field.setAttribute("inputmode", "search");
  field.setAttribute("autocapitalize", "none");
}

/**
 * What to do with each member of a change. A checkbox's and a field's attributes hold what the program last said; their
 * properties are what the visitor sees. The colour of a text is the canvas's business; offset and content are written with
 * `stick` and `scrollAxes`.
 * @type {Record<Exclude<keyof NodeChange, "id" | "new" | "role" | "colour" | "stickOffset" | "contentWidth" | "contentHeight">,
 *   (element: HTMLElement, change: any, zoom: number) => void>}
 */
const writers = {
  name: (element, { name }) => setAttribute(controlOf(element), "aria-label", name),
  description: (element, { description }) => setAttribute(controlOf(element), "aria-description", description),
  value: writeValue,
  placeholder: (element, { placeholder }) => setAttribute(element, "placeholder", placeholder),
  href: (element, { href, download }) => setAttribute(element, "href", isAllowed(href, download) ? href : null),
  linkLanguage: (element, { linkLanguage }) => setAttribute(element, "hreflang", linkLanguage),
  download: (element, { download }) => setAttribute(element, "download", download),
  newTab: (element, { newTab }) => {
    setAttribute(element, "target", newTab ? "_blank" : null);
    setAttribute(element, "rel", newTab ? "noopener" : null);
  },
  browser: (element, { browser }) => element.toggleAttribute("data-browser", browser),
  language: (element, { language }) => setAttribute(element, "lang", language),
  level: (element, { level }) => setAttribute(element, "aria-level", level === 0 || element.tagName === `H${level}` ? null : level),
  pressed: (element, { pressed }) => setAttribute(element, "aria-pressed", pressed),
  checked: (element, { checked }) => {
    const box = controlOf(element);
    if (!(box instanceof HTMLInputElement)) return;
    box.defaultChecked = checked === true;
    box.checked = checked === true;
  },
  expanded: (element, { expanded }) => setAttribute(element, "aria-expanded", expanded),
  current: (element, { current }) => setAttribute(element, "aria-current", current === true ? "true" : null),
  disabled: (element, { disabled }) => setAttribute(controlOf(element), "aria-disabled", disabled ? "true" : null),
  interactive: writeTabIndex,
  skipTab: writeTabIndex,
  noPointer: (element, { noPointer }) => element.classList.toggle("no-pointer", noPointer),
  decorative: (element, { decorative }) => setAttribute(element, "aria-hidden", decorative ? "true" : null),
  draggable: (element, { draggable }) => element.classList.toggle("draggable", draggable),
  composite: writeArrows,
  companionOf: writeArrows,
  rect: (element, { rect }) => place(element, rect),
  stick: writeStick,
  scrollAxes: writeScroll,
  fontSize: ({ style }, { fontSize }, zoom) => (style.fontSize = fontSize ? `${fontSize / zoom}px` : ""),
  fontWeight: ({ style }, { fontWeight }) => (style.fontWeight = fontWeight),
  lineHeight: ({ style }, { lineHeight }, zoom) => (style.lineHeight = lineHeight ? `${lineHeight / zoom}px` : ""),
  tracking: ({ style }, { tracking }) => (style.letterSpacing = tracking ? `${tracking}px` : ""),
  wordSpacing: ({ style }, { wordSpacing }) => (style.wordSpacing = wordSpacing ? `${wordSpacing}px` : ""),
  tabular: ({ style }, { tabular }) => (style.fontVariantNumeric = tabular ? "tabular-nums" : ""),
  lines: writeLines,
  cut: (element, { cut }) => element.classList.toggle("cut", cut),
  sign: (element, { sign }) => setAttribute(element, "data-sign", sign),
};

/** @param {HTMLElement} element @param {NodeChange} change */
function writeValue(element, { value = "" }) {
  if (!(element instanceof HTMLInputElement)) return;
  element.defaultValue = value;
  // Writing it would move the caret and end what an input method composes.
  if (element.value !== value) element.value = value;
}

/** @param {HTMLElement} element @param {NodeChange} change */
function writeTabIndex(element, { interactive = false, skipTab = false }) {
  const control = controlOf(element);
  const isNative = control.matches("a, button, input");
  element.classList.toggle("live", interactive);
  setAttribute(control, "tabindex", skipTab ? "-1" : interactive && !isNative ? "0" : null);
}

/**
 * Arrow keys lead from here to the widget's other members.
 * @param {HTMLElement} element
 * @param {NodeChange} change
 */
function writeArrows(element, { composite = 0, companionOf = 0 }) {
  element.classList.toggle("arrows", composite !== 0 || companionOf !== 0);
}

/**
 * A sticking node stands in a track of its own, as long as the way that it can go.
 * @param {HTMLElement} element
 * @param {[number, number, number, number]} rect
 */
function place(element, [x, y, width, height]) {
  const outer = outerOf(element);
  const { style } = outer;
  style.left = `${x}px`;
  style.width = `${width}px`;
  element.style.height = `${height}px`;
  element.style.marginBlockEnd = `${-height}px`;
  element.style.marginInlineEnd = element.classList.contains("text") ? `${-width}px` : "";
  if (outer === element) {
    style.top = `${y}px`;
  } else if (outer.classList.contains("at-bottom")) {
    style.height = `${y + height}px`;
  } else {
    style.top = `${y}px`;
  }
}

/**
 * @param {HTMLElement} element
 * @returns {[number, number, number, number]} what place() was last told
 */
function placeOf(element) {
  const outer = outerOf(element);
  const read = (/** @type {string} */ length) => Number.parseFloat(length) || 0;
  const height = read(element.style.height);
  const isAtBottom = outer !== element && outer.classList.contains("at-bottom");
  const y = isAtBottom ? read(outer.style.height) - height : read(outer.style.top);
  return [read(outer.style.left), y, read(outer.style.width), height];
}

/** @param {HTMLElement} element @param {NodeChange} change */
function writeStick(element, { stick = null, stickOffset = 0 }) {
  const rect = placeOf(element);
  const before = outerOf(element);
  if (before !== element) before.replaceWith(element);
  for (const property of ["left", "top", "bottom", "width"]) element.style.removeProperty(property);
  element.classList.toggle("sticking", stick !== null);
  if (stick) {
    const track = document.createElement("div");
    track.className = `track at-${stick}`;
    element.replaceWith(track);
    track.append(element);
    element.style.setProperty(stick, `${stickOffset}px`);
  }
  place(element, rect);
}

/** @param {HTMLElement} element @param {NodeChange} change */
function writeScroll(element, { scrollAxes = 0, contentWidth = 0, contentHeight = 0 }) {
  let spacer = /** @type {HTMLElement | null} */ (element.querySelector(":scope > .spacer"));
  element.classList.toggle("scrolls-x", (scrollAxes & 1) !== 0);
  element.classList.toggle("scrolls-y", (scrollAxes & 2) !== 0);
  if (scrollAxes === 0) {
    spacer?.remove();
    return;
  }
  if (spacer === null) {
    spacer = document.createElement("div");
    spacer.className = "spacer";
    element.prepend(spacer);
  }
  spacer.style.width = `${contentWidth}px`;
  spacer.style.height = `${contentHeight}px`;
}

/**
 * A block for each text, a span that does not wrap for each painted line, between them the plain space at which the line
 * was broken, or none where it was broken after a hyphen: so it breaks where it is painted, and a phrase is still found
 * across the break and copied without it.
 * @param {HTMLElement} element
 * @param {NodeChange} change
 */
function writeLines(element, { lines = [] }) {
  if (!element.classList.contains("text")) return;
  const parts = lines.flatMap((line, index) => {
    const span = document.createElement("span");
    span.className = "line";
    span.textContent = line.trimEnd();
    const endsAtSpace = line.endsWith(" ");
    return index + 1 === lines.length ? [span] : [span, endsAtSpace ? " " : document.createElement("wbr")];
  });
  element.replaceChildren(...parts);
}

/**
 * A plain space between words that stand beside each other, so that they are not copied as one.
 * @param {HTMLElement} container
 */
function separateWords(container) {
  const isText = (/** @type {Element | null} */ element) => element?.classList.contains("text") === true;
  for (const child of container.children) {
    const space = child.previousSibling instanceof Text ? child.previousSibling : null;
    const needsSpace = isText(child) && isText(child.previousElementSibling);
    if (needsSpace && space === null) child.before(" ");
    if (!needsSpace) space?.remove();
  }
  if (container.lastChild instanceof Text) container.lastChild.remove();
}

/**
 * The places of a longest rising run: what may stay where it is while the rest is moved.
 * @param {number[]} numbers all different
 * @returns {Set<number>} the numbers of the run
 */
function longestRisingRun(numbers) {
  /** @type {number[]} */
  const ends = []; // places in `numbers`: the least end of a run of each length
  /** @type {number[]} */
  const before = [];
  const at = (/** @type {number | undefined} */ place) => numbers[place ?? -1] ?? -1;
  numbers.forEach((number, place) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (at(ends[middle]) < number) low = middle + 1;
      else high = middle;
    }
    before[place] = ends[low - 1] ?? -1;
    ends[low] = place;
  });
  const run = new Set();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) run.add(at(place));
  return run;
}

export class Mirror {
  /**
   * @param {HTMLElement} root an element of the box's size
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.root = root;
    this.#listener = listener;
    root.dataset.node = String(rootNode);
    this.#elements.set(rootNode, root);
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("change", (event) => this.#change(event));
    root.addEventListener("input", (event) => this.#input(event));
    root.addEventListener("keydown", (event) => this.#keyDown(event));
    root.addEventListener("focusin", (event) => this.#focusIn(event));
    root.addEventListener("focusout", (event) => this.#focusOut(event));
    root.addEventListener("scroll", (event) => this.#scroll(event), { capture: true, passive: true });
    this.#foreignChanges.observe(root, { subtree: true, childList: true, characterData: true });
  }

  #listener;
  /** @type {Map<number, HTMLElement>} */
  #elements = new Map();
  /** @type {Set<HTMLInputElement>} */
  #boxes = new Set();
  #chunks = new Chunks();
  /** Fields, what scrolls and what sticks. @type {Set<HTMLElement>} */
  #seen = new Set();
  // It hears only of what apply() did not do.
  #foreignChanges = new MutationObserver(() => this.#listener.noticeForeignWords());
  /** How much of each element a bar at the foot hides, CSS px. @type {WeakMap<HTMLElement, number>} */
  #hiddenHeights = new WeakMap();
  #textZoom = 1;
  /** The focus moves by our own doing. */
  #isChanging = false;

  /**
   * Brings the elements from the tree's last state into its next.
   * @param {Update} update
   */
  apply(update) {
    if (this.#foreignChanges.takeRecords().length > 0) this.#listener.noticeForeignWords();
    const focused = this.#focusedElement();
    this.#isChanging = true;
    if (update.language !== undefined) setAttribute(this.root, "lang", update.language);
    for (const node of update.removed ?? []) this.#remove(node);
    for (const change of update.nodes ?? []) this.#write(change);
    for (const [parent, children] of update.children ?? []) this.#order(parent, children);
    for (const [parent, child, next] of update.inserted ?? []) this.#insert(parent, child, next);
    this.#chunks.settle();
    // What was moved lost the focus, though it is still there.
    if (focused?.isConnected && this.#focusedElement() !== focused) focused.focus({ preventScroll: true });
    this.#isChanging = false;
    this.#foreignChanges.takeRecords();
  }

  /**
   * How much larger the browser makes letters, by the visitor's settings. The program has made them so already.
   * @param {number} zoom
   */
  setTextZoom(zoom) {
    if (zoom === this.#textZoom) return;
    const change = this.#textZoom / zoom;
    this.#textZoom = zoom;
    for (const { style } of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(".text, input.node"))) {
      style.fontSize = `${Number.parseFloat(style.fontSize) * change}px`;
      style.lineHeight = `${Number.parseFloat(style.lineHeight) * change}px`;
    }
  }

  /**
   * Moves the focus there without telling the program.
   * @param {number} node 0: leaves it where it is
   * @param {boolean} scrolls brings it into view
   */
  focus(node, scrolls = false) {
    const element = this.#elements.get(node);
    if (element === undefined) return;
    const control = controlOf(element);
    if (!control.matches("a[href], button, input, [tabindex]")) control.tabIndex = -1;
    this.#isChanging = true;
    control.focus({ preventScroll: !scrolls });
    this.#isChanging = false;
  }

  /** A phone's keyboard has come: the field that it is for may lie below it now. */
  revealField() {
    const focused = this.#focusedElement();
    if (focused instanceof HTMLInputElement && focused.type === "search") focused.scrollIntoView({ block: "nearest" });
  }

  /** After the visitor's own changes: controls show again what the program says. */
  settleControls() {
    for (const box of this.#boxes) {
      if (!this.root.contains(box)) this.#boxes.delete(box);
      else if (box.checked !== box.defaultChecked) box.checked = box.defaultChecked;
    }
  }

  /**
   * A field's words and scrollbars are to be seen, as nothing else here. A bar that stays at the foot is painted below
   * them and would let them through, so they end where it begins.
   */
  endAtFoot() {
    const shown = [...this.#seen].filter((element) => this.root.contains(element)); // in the first frame it is not in the page itself
    this.#seen = new Set(shown);
    const bars = shown.filter((element) => element.matches(".at-bottom > .node")).map((bar) => bar.getBoundingClientRect().top);
    for (const seen of shown.filter((element) => element.matches("input.node, .scrolls-x"))) {
      const { bottom, height } = seen.getBoundingClientRect();
      const hidden = Math.min(Math.max(0, bottom - Math.min(...bars)), height);
      if (hidden === (this.#hiddenHeights.get(seen) ?? 0)) continue;
      this.#hiddenHeights.set(seen, hidden);
      seen.style.clipPath = hidden === 0 ? "" : `inset(-4px -4px ${hidden}px)`; // outlines stay
    }
  }

  /**
   * @param {EventTarget | null} target
   * @returns {number} the node around it
   */
  nodeOf(target) {
    const element = target instanceof Element ? target.closest("[data-node]") : null;
    return element instanceof HTMLElement ? Number(element.dataset.node) : 0;
  }

  #focusedElement() {
    const tree = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    const active = tree.activeElement;
    return active instanceof HTMLElement && this.root.contains(active) ? active : undefined;
  }

  // ── Changing ──

  /** @param {number} node */
  #remove(node) {
    const element = this.#elements.get(node);
    if (element === undefined || node === rootNode) return;
    for (const below of element.querySelectorAll("[data-node]")) {
      this.#elements.delete(Number(below.getAttribute("data-node")));
    }
    this.#elements.delete(node);
    this.#chunks.remove(outerOf(element));
  }

  /** @param {NodeChange} change */
  #write(change) {
    if (change.id === rootNode) return; // its place is the box's
    let element = this.#elements.get(change.id);
    if (element === undefined || change.role !== undefined) {
      const made = makeElement(change);
      const control = controlOf(made);
      if (control instanceof HTMLInputElement && control.type === "checkbox") this.#boxes.add(control);
      if (element !== undefined) replace(element, made);
      this.#elements.set(change.id, made);
      element = made;
    }
    for (const member of /** @type {(keyof typeof writers)[]} */ (Object.keys(change))) {
      writers[member]?.(element, change, this.#textZoom);
    }
    if (change.rect) this.#chunks.move(element);
    if (change.scrollAxes || change.stick || element instanceof HTMLInputElement) this.#seen.add(element);
    if (change.draggable) this.#listener.watchDraggable(element);
  }

  /**
   * @param {number} parent
   * @param {number[]} children all, in order
   */
  #order(parent, children) {
    const container = this.#elements.get(parent);
    if (container === undefined) return;
    this.#chunks.open(container);
    const wanted = children.flatMap((child) => {
      const element = this.#elements.get(child);
      return element === undefined ? [] : [outerOf(element)];
    });
    const places = new Map(wanted.map((element, place) => [/** @type {Element} */ (element), place]));
    const present = [...container.children].flatMap((element) => places.get(element) ?? []);
    const staying = longestRisingRun(present);
    /** @type {Element | null} */
    let next = null;
    for (let place = wanted.length - 1; place >= 0; --place) {
      const element = /** @type {HTMLElement} */ (wanted[place]);
      if (!staying.has(place)) insertBefore(container, element, next);
      next = element;
    }
    separateWords(container);
  }

  /**
   * Puts one item of a virtualised list at its place.
   * @param {number} parent
   * @param {number} child
   * @param {number} next 0: nothing follows it
   */
  #insert(parent, child, next) {
    const list = this.#elements.get(parent);
    const item = this.#elements.get(child);
    if (list === undefined || item === undefined) return;
    this.#chunks.insert(list, item, this.#elements.get(next) ?? null, insertBefore);
  }

  // ── What the visitor does ──

  /** @param {MouseEvent} event */
  #click(event) {
    const control = event.target instanceof Element ? event.target.closest("a, button, .live") : null;
    if (!(control instanceof HTMLElement) || control.matches("label, input")) return;
    if (control instanceof HTMLAnchorElement) {
      const isForBrowser = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (isForBrowser || control.hasAttribute("data-browser")) return;
      event.preventDefault();
    }
    this.#listener.activate(this.nodeOf(control));
  }

  /** @param {Event} event */
  #change(event) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    if (!this.#listener.activate(this.nodeOf(box))) box.checked = box.defaultChecked;
  }

  /** @param {Event} event */
  #input(event) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.type !== "search") return;
    this.#listener.type(this.nodeOf(field), field.value);
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    if (!(target instanceof Element)) return;
    // The browser's own Escape empties a field.
    const isForField = target instanceof HTMLInputElement && target.type === "search" && target.value !== "";
    const isForWidget = widgetKeys.has(key) && target.closest(".arrows") !== null;
    if (!(key === "Escape" && !isForField) && !isForWidget) return;
    if (this.#listener.pressKey(this.nodeOf(target), key)) event.preventDefault();
  }

  /** @param {FocusEvent} event */
  #focusIn(event) {
    if (this.#isChanging || !(event.target instanceof Element)) return;
    this.#listener.setFocus(this.nodeOf(event.target), event.target.matches(":focus-visible"));
  }

  /** @param {FocusEvent} event */
  #focusOut(event) {
    if (this.#isChanging) return;
    const isInside = event.relatedTarget instanceof Node && this.root.contains(event.relatedTarget);
    if (!isInside) this.#listener.setFocus(0, false);
  }

  /** @param {Event} event */
  #scroll(event) {
    const region = event.target;
    if (!(region instanceof HTMLElement) || region.dataset.node === undefined) return;
    this.#listener.scroll(this.nodeOf(region), region.scrollLeft, region.scrollTop);
  }
}

/**
 * @param {HTMLElement} before
 * @param {HTMLElement} after takes its place and its children
 */
function replace(before, after) {
  for (const child of [...before.children]) {
    if (child instanceof HTMLElement && (child.dataset.node !== undefined || child.classList.contains("track"))) {
      after.append(child);
    }
  }
  separateWords(after);
  outerOf(before).replaceWith(after);
}

/**
 * @param {HTMLElement} parent
 * @param {HTMLElement} child
 * @param {Element | null} next
 */
function insertBefore(parent, child, next) {
  // A newer way keeps the focus and the offsets of what scrolls.
  const mover = /** @type {{moveBefore?: (child: Node, next: Node | null) => void}} */ (/** @type {unknown} */ (parent));
  if (child.parentElement === parent && mover.moveBefore !== undefined) mover.moveBefore(child, next);
  else parent.insertBefore(child, next);
}
