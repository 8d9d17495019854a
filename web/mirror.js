// The DOM mirror: transparent DOM elements exactly over the canvas, made from the program's semantics tree. So Tab order, screen
// readers, find-in-page, selection, copying, context menus, typing and scrolling are the browser's.
//
// It applies the updates that src/semantics/diff.h describes, and reports to the program what the visitor does with the
// elements. It has no state of the visit, only the element of each node. styles.js has its styles.

import { Chunks, findIncreasing } from "./chunks.js";
import { elementOfRole, writtenAriaRole } from "./semantics.js";

/** @typedef {import("./semantics.js").NodeChange} NodeChange */

/**
 * @typedef {object} Update
 * @property {string} [language]
 * @property {number[]} [removed]
 * @property {NodeChange[]} [nodes]
 * @property {[number, number[]][]} [children]
 * @property {import("./chunks.js").ListChange} [list]
 * @property {import("./chunks.js").ItemWords[]} [words]
 */

/**
 * @typedef {object} Listener is told what the visitor does
 * @property {(node: number) => boolean} activate returns whether a frame is needed
 * @property {(node: number, text: string) => void} type the field's whole new text
 * @property {(node: number, isVisible: boolean) => void} setFocus 0: the focus left
 * @property {(node: number, x: number, y: number) => void} scroll
 * @property {(node: number, key: string, isRepeated?: boolean) => boolean} pressKey returns whether the program took the key
 * @property {() => void} noticeForeignWords something else, such as a page translator, has changed the text
 * @property {(element: HTMLElement) => void} watchDraggable a draggable element was made
 */

const rootNode = 1;

/** Keys that the program may handle while a member of a composite widget or a node of the timeline has the focus. */
const walkKeys = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);
const timelineKeys = new Set(["+", "-", "0", ".", ",", "Backspace"]);

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | boolean | null | undefined} value null, undefined and "" remove the attribute
 */
function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/**
 * The element that gets the focus and the ARIA attributes of a node: its own, or the <input> in a checkbox's label.
 * @param {HTMLElement} element
 */
function controlOf(element) {
  return element instanceof HTMLLabelElement && element.control !== null ? element.control : element;
}

/**
 * The element of a node among its parent's children: its own, or the track around a sticking one (writeStick).
 * @param {HTMLElement} element
 */
function outerOf(element) {
  const parent = element.parentElement;
  return parent !== null && parent.classList.contains("track") ? parent : element;
}

/**
 * A link to another state of this page, where a <base> would lead it to another page.
 * @param {string} href
 */
function onThisPage(href) {
  return href.startsWith("?") && document.querySelector("base[href]") !== null ? location.pathname + href : href;
}

/**
 * Whether a link may have that URL: https, the page's own origin, a mail to be written, or a calendar file to save. The reader of the programme's file
 * admits no other; this second check makes sure that no link can run a script.
 * @param {string} href
 * @param {string} [download] file name; "" where the link does not save
 */
function isAllowed(href, download = "") {
  if (/^([?#]|$)/.test(href)) return true;
  try {
    const { protocol, origin } = new URL(href, document.baseURI);
    if (protocol === "data:") return download !== "" && /^data:text\/calendar[;,]/.test(href);
    if (protocol === "mailto:") return href.startsWith("mailto:?"); // to nobody yet: the program's own
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
  if (role === "dialog") element.setAttribute("aria-modal", "true");
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
  // Set as attributes, since not every browser has the properties.
  field.setAttribute("enterkeyhint", "search");
  field.setAttribute("inputmode", "search");
  field.setAttribute("autocapitalize", "none");
}

/**
 * Writes each member of a change to the element. Of checkboxes and fields, the attributes (defaultChecked, defaultValue) have
 * the program's values, the properties what the visitor sees. The colour of text is not written: only the canvas shows it.
 * `stick` also writes stickOffset, `scrollAxes` contentWidth and contentHeight, and `value` a slider's numbers.
 * @type {Record<Exclude<keyof NodeChange, "id" | "new" | "role" | "colour" | "stickOffset" | "contentWidth" | "contentHeight" |
 *   "least" | "most" | "now">,
 *   (element: HTMLElement, change: any, zoom: number) => void>}
 */
const writers = {
  name: (element, { name }) => setAttribute(controlOf(element), "aria-label", name),
  description: (element, { description }) => setAttribute(controlOf(element), "aria-description", description),
  value: writeValue,
  placeholder: (element, { placeholder }) => setAttribute(element, "placeholder", placeholder),
  href: (element, { href, download }) => setAttribute(element, "href", isAllowed(href, download) ? onThisPage(href) : null),
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
  inert: (element, { inert }) => element.toggleAttribute("inert", inert),
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

/** The members that only set styles. */
const styleMembers = new Set(["rect", "fontSize", "fontWeight", "lineHeight", "tracking", "wordSpacing", "tabular"]);

/**
 * The styles that the writers of styleMembers set, all at once: most of the time that a new element takes goes into its styles.
 * @param {NodeChange} change of a new node that does not stick
 * @param {number} zoom
 */
function styleOf({ role, rect, fontSize, fontWeight, lineHeight, tracking, wordSpacing, tabular }, zoom) {
  let style = "";
  if (rect !== undefined) {
    const [x, y, width, height] = rect;
    style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px;margin-block-end:${-height}px;`;
    if (role === "text") style += `margin-inline-end:${-width}px;`;
  }
  if (fontSize) style += `font-size:${fontSize / zoom}px;`;
  if (fontWeight) style += `font-weight:${fontWeight};`;
  if (lineHeight) style += `line-height:${lineHeight / zoom}px;`;
  if (tracking) style += `letter-spacing:${tracking}px;`;
  if (wordSpacing) style += `word-spacing:${wordSpacing}px;`;
  if (tabular) style += "font-variant-numeric:tabular-nums;";
  return style;
}

/** @param {HTMLElement} element @param {NodeChange} change */
function writeValue(element, { value = "", least = 0, most = 0, now = 0 }) {
  if (!(element instanceof HTMLInputElement)) {
    setAttribute(element, "aria-valuetext", value);
    setAttribute(element, "aria-valuemin", String(least));
    setAttribute(element, "aria-valuemax", String(most));
    setAttribute(element, "aria-valuenow", String(now));
    return;
  }
  element.defaultValue = value;
  // Writing an equal value would move the caret and end an input method's composition.
  if (element.value !== value) element.value = value;
}

/**
 * Empties a search field at the Escape key, as browsers do by themselves after the event, but for Firefox 140 and older.
 * @param {HTMLInputElement} field
 * @param {KeyboardEvent} event
 */
function emptyField(field, event) {
  const { value } = field;
  setTimeout(() => {
    if (event.defaultPrevented || field.value !== value || !field.matches(":focus")) return;
    field.select();
    document.execCommand("delete"); // can be undone, and has its input event, as when a browser empties it
  });
}

/** @param {HTMLElement} element @param {NodeChange} change */
function writeTabIndex(element, { interactive = false, skipTab = false }) {
  const control = controlOf(element);
  const isNative = control.matches("a, button, input");
  element.classList.toggle("live", interactive);
  setAttribute(control, "tabindex", skipTab ? "-1" : interactive && !isNative ? "0" : null);
}

/**
 * Marks members and companions of composite widgets, in which the program handles walkKeys.
 * @param {HTMLElement} element
 * @param {NodeChange} change
 */
function writeArrows(element, { composite = 0, companionOf = 0 }) {
  element.classList.toggle("arrows", composite !== 0 || companionOf !== 0);
}

/**
 * Sets the element's rectangle. A sticking element is in a track, which is as long as the range in which it moves.
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
 * @returns {[number, number, number, number]} the rectangle that place() has set
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
    element.style.setProperty(stick, stick === "top" ? `calc(${stickOffset}px + var(--ce-inset, 0px))` : `${stickOffset}px`);
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
 * Writes a text as a span for each painted line, which does not wrap. Between them is the space at which the line was broken, or
 * a <wbr> where it was broken without one. So lines break where they are painted, and find-in-page and copying treat the text
 * as unbroken.
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
    return index + 1 === lines.length ? [span] : [span, endsAtSpace ? new Text(" ") : document.createElement("wbr")];
  });
  // The same words come again where it changes whether they are cut: what is selected in them stays so.
  const { childNodes } = element;
  const isSame = childNodes.length === parts.length && parts.every((part, index) => part.isEqualNode(childNodes[index] ?? null));
  if (!isSame) element.replaceChildren(...parts);
}

/**
 * Puts a space between adjacent texts, so that they are not copied as one word, and removes spaces elsewhere.
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
    this.#watchWords();
  }

  #listener;
  /** @type {Map<number, HTMLElement>} */
  #elements = new Map();
  /** @type {Set<HTMLInputElement>} */
  #checkboxes = new Set();
  #chunks = new Chunks();
  /** Fields, scroll containers and sticking elements (endAtFoot). @type {Set<HTMLElement>} */
  #seen = new Set();
  // Not while apply() changes the document: the browser would make a record of each change.
  #foreignChanges = new MutationObserver(() => this.#listener.noticeForeignWords());
  /** The height of each element that a bar at the foot hides, CSS px. @type {WeakMap<HTMLElement, number>} */
  #hiddenHeights = new WeakMap();
  /** Whether the last frame had a bar at the foot. */
  #hidesAny = false;
  #textZoom = 1;
  /** The mirror itself is changing the focus or the document: focus events are not reported. */
  #isChanging = false;

  /**
   * Applies an update to the elements.
   * @param {Update} update
   */
  apply(update) {
    if (this.#foreignChanges.takeRecords().length > 0) this.#listener.noticeForeignWords();
    this.#foreignChanges.disconnect();
    const focused = this.#focusedElement();
    this.#isChanging = true;
    if (update.language !== undefined) setAttribute(this.root, "lang", update.language);
    for (const node of update.removed ?? []) this.#remove(node);
    for (const change of update.nodes ?? []) this.#write(change);
    for (const [parent, children] of update.children ?? []) this.#order(parent, children);
    if (update.list !== undefined) this.#chunks.follow(update.list, (node) => this.#elements.get(node));
    if (update.words !== undefined) this.#chunks.write(update.words);
    // Moving an element within the document makes it lose the focus.
    if (focused?.isConnected && this.#focusedElement() !== focused) focused.focus({ preventScroll: true });
    this.#isChanging = false;
    this.#watchWords();
  }

  #watchWords() {
    this.#foreignChanges.observe(this.root, { subtree: true, childList: true, characterData: true });
  }

  /**
   * Sets the factor by which the browser enlarges text. The program's font sizes include it already, so styles are divided by it.
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
   * Focuses the node's element without reporting it to the program.
   * @param {number} node 0: the focus is not moved
   * @param {boolean} scrolls whether to scroll it into view
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

  /** Resets checkboxes that the visitor has changed to the program's values. */
  settleControls() {
    for (const box of this.#checkboxes) {
      if (!this.root.contains(box)) this.#checkboxes.delete(box);
      else if (box.checked !== box.defaultChecked) box.checked = box.defaultChecked;
    }
  }

  /**
   * Clips fields and scroll containers at the upper edge of bars that stick to the foot. Unlike the rest of the mirror, a field's
   * text and scrollbars are visible, and would show above the bar that the canvas paints.
   */
  endAtFoot() {
    // Not isConnected: in the first frame the root itself is not in the document.
    const shown = [...this.#seen].filter((element) => this.root.contains(element));
    this.#seen = new Set(shown);
    const sticking = shown.filter((element) => element.matches(".at-bottom > .node"));
    // Measuring would force a layout.
    if (sticking.length === 0 && !this.#hidesAny) return;
    this.#hidesAny = sticking.length > 0;
    const bars = sticking.map((bar) => bar.getBoundingClientRect().top);
    for (const seen of shown.filter((element) => element.matches("input.node, .scrolls-x"))) {
      const { bottom, height } = seen.getBoundingClientRect();
      const hidden = Math.min(Math.max(0, bottom - Math.min(...bars)), height);
      if (hidden === (this.#hiddenHeights.get(seen) ?? 0)) continue;
      this.#hiddenHeights.set(seen, hidden);
      seen.style.clipPath = hidden === 0 ? "" : `inset(-4px -4px ${hidden}px)`; // with room for outlines
    }
  }

  /**
   * @param {EventTarget | null} target
   * @returns {number} the node whose element contains the target; 0: none
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
    outerOf(element).remove();
  }

  /** @param {NodeChange} change */
  #write(change) {
    if (change.id === rootNode) return; // styles.js sets its position and size
    let element = this.#elements.get(change.id);
    if (element === undefined || change.role !== undefined) {
      const made = makeElement(change);
      const control = controlOf(made);
      if (control instanceof HTMLInputElement && control.type === "checkbox") this.#checkboxes.add(control);
      if (element !== undefined) replace(element, made);
      this.#elements.set(change.id, made);
      element = made;
    }
    const isStyled = change.new === true && !change.stick;
    if (isStyled) element.style.cssText = styleOf(change, this.#textZoom);
    for (const member of /** @type {(keyof typeof writers)[]} */ (Object.keys(change))) {
      if (!isStyled || !styleMembers.has(member)) writers[member]?.(element, change, this.#textZoom);
    }
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
    const wanted = children.flatMap((child) => {
      const element = this.#elements.get(child);
      return element === undefined ? [] : [outerOf(element)];
    });
    const places = new Map(wanted.map((element, place) => [/** @type {Element} */ (element), place]));
    const present = [...container.children].flatMap((element) => places.get(element) ?? []);
    const stays = findIncreasing(present);
    const staying = new Set(present.filter((_, index) => stays[index] === 1));
    /** @type {Element | null} */
    let next = null;
    for (let place = wanted.length - 1; place >= 0; --place) {
      const element = /** @type {HTMLElement} */ (wanted[place]);
      if (!staying.has(place)) insertBefore(container, element, next);
      next = element;
    }
    separateWords(container);
  }

  // ── What the visitor does ──

  /** @param {MouseEvent} event */
  #click(event) {
    const control = event.target instanceof Element ? event.target.closest("a, button, .live") : null;
    if (!(control instanceof HTMLElement) || control.matches("label, input")) return;
    // Of a link that leaves the page the program is told, which may copy something first; then the browser follows it.
    if (control instanceof HTMLAnchorElement && !control.hasAttribute("data-browser")) {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
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
    if (!(target instanceof HTMLElement)) return;
    if (key === "Escape" && target instanceof HTMLInputElement && target.type === "search" && target.value !== "") {
      emptyField(target, event);
      return;
    }
    // What is found is there already: the keyboard on the screen makes room for it.
    if (key === "Enter" && target.matches("[type=search]") && matchMedia("(pointer: coarse)").matches) target.blur();
    const isInTimeline = target.closest("section")?.querySelector(":scope > .draggable") != null;
    const isInWidget = isInTimeline || target.closest(".arrows") !== null;
    const isForWidget = (isInWidget && walkKeys.has(key)) || (isInTimeline && timelineKeys.has(key));
    if (key !== "Escape" && !isForWidget) return;
    const name = event.shiftKey && walkKeys.has(key) ? `Shift+${key}` : key;
    if (this.#listener.pressKey(this.nodeOf(target), name, event.repeat)) event.preventDefault();
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
 * @param {HTMLElement} after replaces it and gets its children
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
  // moveBefore(), which not every browser has, keeps focus and scroll offsets.
  const mover = /** @type {{moveBefore?: (child: Node, next: Node | null) => void}} */ (/** @type {unknown} */ (parent));
  if (child.parentElement === parent && mover.moveBefore !== undefined) mover.moveBefore(child, next);
  else parent.insertBefore(child, next);
}
