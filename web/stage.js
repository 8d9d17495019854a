// The DOM around the program: a box as high as the content, in it the canvas, which sticks to the view's upper edge, and the
// mirror over the whole box. A Stage measures the page, requests frames when something has changed, and performs the program's
// effects. At rest only one timer is pending, for changes without an event.

import { AddressBar, DeferredEffects, performAtOnce } from "./effects.js";
import { Gestures } from "./gestures.js";
import { fontFamilyOf, measureTextSettings, rootFontSizeFor } from "./glyphs.js";
import { writeKept } from "./keeping.js";
import { Mirror } from "./mirror.js";
import { WordSelection } from "./selection.js";

const mostDevicePixels = 8192; // the largest height of the canvas: some graphics cards support no more
const attentionMilliseconds = 1000; // after an input event the page counts as attended for so long
const mostMilliseconds = 24 * 60 * 60 * 1000; // the longest delay of a timer
const leastFrameMilliseconds = 16; // between two pictures of which the second does not wait for the browser's next frame
const mostSliceMilliseconds = 4; // after which an idle callback begins no further slice: with that one it takes less than 8

const restMilliseconds = 150; // without a scroll event, after which scrolling has ended
// Members of history.state: the scroll position (CSS px), and how the entry came to be (effects.js).
const scrollState = "challenge-explorer-scroll";
const linkState = "challenge-explorer-link";

/** @typedef {import("./program.js").Program} Program */
/** @typedef {Omit<import("./program.js").View, "seconds"> & {textZoom: number, inset: number}} PageView */

/**
 * @param {string} className
 * @param {...Node} children
 */
function makeDiv(className, ...children) {
  const div = document.createElement("div");
  div.className = className;
  div.append(...children);
  return div;
}

/** @param {Element} element */
const clipsOverflow = (element) => !/visible|clip/.test(getComputedStyle(element).overflowY);

/**
 * The element and what is around it in the flat tree, without the root.
 * @param {Element} element
 */
function* boxesAround(element) {
  /** @type {Element | null} */
  let around = element;
  while (around !== null && around !== document.documentElement) {
    yield around;
    /** @type {Node | null} */
    const parent = around.assignedSlot ?? around.parentNode;
    around = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }
}

/**
 * What scrolls the element, which may do so itself; undefined: the window. And whether what is sticky in the element sticks to
 * that: a body that is as high as its content and has overflow beside that of the root scrolls nothing, and yet is what sticky
 * boxes stick to. Where the root has none, the body's overflow is the window's
 * (https://www.w3.org/TR/css-overflow-3/#overflow-propagation).
 * @param {Element} element
 * @returns {{scroller: Element | undefined, sticks: boolean}}
 */
function findScroller(element) {
  let sticks = true;
  for (const box of boxesAround(element)) {
    if (!clipsOverflow(box)) continue;
    if (box !== document.body) return { scroller: box, sticks };
    if (!clipsOverflow(document.documentElement)) break;
    if (box.scrollHeight > box.clientHeight) return { scroller: box, sticks };
    sticks = false;
  }
  return { scroller: undefined, sticks };
}

/** Of the attribute `theme`. */
export const themes = ["auto", "light", "dark"];

/**
 * Whether to use the dark theme: as the attribute `theme` says; else as the State's design system is set on the page
 * (data-fr-theme); else as the element's color-scheme says, and where that allows both, as the visitor prefers. A page that
 * declares nothing is light.
 * @param {Element} element
 */
export function isDarkAt(element) {
  const asked = [element.getAttribute("theme"), element.closest("[data-fr-theme]")?.getAttribute("data-fr-theme")];
  const theme = asked.find((value) => value === "light" || value === "dark");
  if (theme !== undefined) return theme === "dark";
  const { colorScheme } = getComputedStyle(element);
  const declared = colorScheme === "normal" ? document.querySelector("meta[name=color-scheme]")?.getAttribute("content") : colorScheme;
  const schemes = (declared ?? "").split(/\s+/);
  return schemes.includes("dark") && (!schemes.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
}

/**
 * Calls back when the browser is idle (requestIdleCallback); where it lacks that, in the next task.
 * @param {(deadline: {timeRemaining: () => number}) => void} callback
 * @returns {() => void} cancels the call
 */
function whenIdle(callback) {
  if (!Reflect.has(window, "requestIdleCallback")) {
    const timer = setTimeout(callback, 0, { timeRemaining: () => 0 });
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback, { timeout: attentionMilliseconds });
  return () => cancelIdleCallback(handle);
}

export class Stage {
  /**
   * @param {HTMLElement} host the custom element
   * @param {HTMLCanvasElement} canvas
   * @param {import("./glyphs.js").GlyphPainter} glyphs the program's glyph painter
   * @param {Program} program
   * @param {(error: unknown) => void} stopped called when the program has thrown: it will not draw any more
   */
  constructor(host, canvas, glyphs, program, stopped) {
    this.#host = host;
    this.#textSettings = measureTextSettings(host);
    this.#canvas = canvas;
    this.#glyphs = glyphs;
    this.#stopped = stopped;
    this.#program = program;
    this.#view.append(canvas);
    this.#mirror = new Mirror(this.#mirrorRoot, {
      activate: (node) => this.#settleAtOnce(program.activate(node)),
      type: (node, text) => this.#settleAtOnce(program.type(node, text)),
      setFocus: (node, isVisible) => {
        const needsFrame = program.setFocus(node, isVisible);
        if (this.#isTabbing && node !== 0) program.revealFocus();
        this.#settle(needsFrame);
      },
      scroll: (node, x, y) => this.#settle(program.scroll(node, x, y)),
      pressKey: (node, key, isRepeated) => this.#settleAtOnce(program.pressKey(node, key, isRepeated)),
      noticeForeignWords: () => {
        this.box.classList.add("with-foreign-words");
        this.#chooseWhatShows();
      },
      watchDraggable: (element) => this.#gestures.watchWheel(element),
    });
    const seconds = (/** @type {number} */ time) => time / 1000;
    /** @type {import("./gestures.js").GestureListener} */
    const listener = {
      movePointer: (x, y) => this.#settle(program.movePointer(x, y)),
      leavePointer: () => this.#settle(program.leavePointer()),
      hold: () => program.hold(),
      drag: (node, dx, zoom, x, kind, time) => this.#settle(program.drag(node, dx, zoom, x, kind, seconds(time))),
      endDrag: (time, isCancelled) => this.#settle(program.endDrag(seconds(time), isCancelled)),
      zoomAt: (node, x, isOut) => this.#settleAtOnce(program.zoomAt(node, x, isOut)),
      noteScroll: (time) => this.#settle(program.noteScroll(seconds(time), /Mac|iP/.test(navigator.platform))),
      isGreedy: () => host.getAttribute("gestures") === "greedy",
      toCanvas: (x, y) => {
        const { left, top } = this.#canvas.getBoundingClientRect();
        return [x - left, y - top];
      },
    };
    this.#gestures = new Gestures(this.box, (target) => this.#mirror.nodeOf(target), listener, this.#stop.signal);
    this.#chooseWhatShows();
    new WordSelection(this.box, this.#mirrorRoot);
    this.#tasks.port1.onmessage = () => this.#drawBeforeFrame();
    canvas.setAttribute("aria-hidden", "true");
  }

  #host;
  #canvas;
  #glyphs;
  #program;
  #stopped;
  #hasLostContext = false;
  #hadSurface = false; // when #chooseWhatShows() was called last
  #mirror;
  #gestures;
  #view = makeDiv("view");
  #ruler = makeDiv("ruler");
  #least = makeDiv("ruler least");
  /** @type {import("./glyphs.js").TextSettings} */
  #textSettings;
  #mirrorRoot = makeDiv("mirror");
  /** The element for the shadow tree. */
  box = makeDiv("box", this.#view, this.#ruler, this.#least, this.#mirrorRoot);

  #frameHandle = 0;
  #tasks = new MessageChannel(); // a message is a task of its own, soon after the present one
  #lastDraw = 0; // milliseconds, as performance.now()
  /** Cancels the call for the next slice. @type {(() => void) | undefined} */
  #cancelSlice;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stop = new AbortController();
  /** @type {ResizeObserver | undefined} */
  #sizes;
  /** @type {Element | undefined} */
  #scroller;
  #sticks = true; // the canvas, to what scrolls
  /** The canvas's exact width in device px; valid while its width in CSS px and the ratio are these. */
  #exactWidth = { width: 0, ratio: 0, devicePixels: 0 };
  #accent = { colour: "", value: 0 };
  #isTabbing = false; // the browser is moving the focus for the Tab key
  #hasScrolled = false; // by an effect, after the picture was drawn
  #lastInput = 0; // milliseconds, as performance.now()
  /** What the last frame depended on of the page. @type {PageView | undefined} */
  #drawnView;
  #deferred = new DeferredEffects(); // until the next frame is drawn
  #addressBar = new AddressBar({
    get address() {
      return location.search.slice(1);
    },
    get link() {
      return history.state?.[linkState] ?? { steps: 1 };
    },
    push: (queryString, link) => {
      this.#keepScroll();
      changeHistory("pushState", { ...history.state, [linkState]: link }, addressWith(queryString));
    },
    replace: (queryString, link) => changeHistory("replaceState", { ...history.state, [linkState]: link }, addressWith(queryString)),
    go: (by) => history.go(by),
  });
  /** The scroll position to restore after the next frame. @type {number | undefined} */
  #scrollToRestore;

  #media = {
    dark: matchMedia("(prefers-color-scheme: dark)"),
    moreContrast: matchMedia("(prefers-contrast: more)"),
    reducedMotion: matchMedia("(prefers-reduced-motion: reduce)"),
    coarse: matchMedia("(pointer: coarse)"),
    forced: matchMedia("(forced-colors: active)"),
  };

  // ── Start and end ──

  /** Draws the first frame, before the box is in the page. */
  drawFirst() {
    this.#draw(performance.now());
  }

  /** To be called when the box is in the page: starts to follow the page's changes. */
  start() {
    const { signal } = this.#stop;
    const isPassive = { signal, passive: true };
    window.addEventListener("resize", () => this.#followResize(), isPassive);
    const scrolled = () => this.#followScroll();
    window.addEventListener("scroll", scrolled, { ...isPassive, capture: true });
    // Scroll events do not leave a shadow tree: where the host is in one, listen there, too.
    const around = this.#host.getRootNode();
    if (around !== document) around.addEventListener("scroll", scrolled, { ...isPassive, capture: true });
    for (const query of Object.values(this.#media)) {
      query.addEventListener("change", () => this.requestFrame(), { signal });
    }
    this.#media.forced.addEventListener("change", () => this.#chooseWhatShows(), { signal });
    window.addEventListener("beforeprint", () => this.#drawForPrint(), { signal });
    window.addEventListener("pagehide", () => this.#addressBar.settle(), { signal });
    document.fonts.addEventListener("loadingdone", () => this.#forgetText(), { signal });
    this.#canvas.addEventListener("webglcontextlost", (event) => this.#loseContext(event), { signal });
    this.#canvas.addEventListener("webglcontextrestored", () => this.#restoreContext(), { signal });
    this.box.addEventListener("keydown", (event) => this.#pressLetter(event), { signal });
    document.addEventListener("keydown", (event) => this.#pressOnPage(event), { signal });
    this.#watchAttention(signal);
    this.#watchTab(signal);
    this.#watchRatio();
    this.#watchSizes();
    this.#followScroller();
    if (this.#syncsUrl) this.#watchScroll(signal);
    this.#mirror.endAtFoot();
    if (this.#hasChanged() || !this.#deferred.isEmpty || this.#scrollToRestore !== undefined) this.requestFrame();
  }

  /**
   * Keeps the scroll position in history.state and restores it. A browser restores a reloaded page's position before the content
   * exists, and would undo what the program does when something is closed by going back. It is written when scrolling has ended:
   * when the page is unloaded it would be too late.
   * @param {AbortSignal} signal
   */
  #watchScroll(signal) {
    history.scrollRestoration = "manual";
    signal.addEventListener("abort", () => (history.scrollRestoration = "auto"));
    this.#scrollToRestore = history.state?.[scrollState];
    // WebKit shows a page that it has kept (its back/forward cache) from the top.
    const shown = (/** @type {PageTransitionEvent} */ { persisted }) => {
      if (!persisted) return;
      this.#scrollToRestore = history.state?.[scrollState];
      this.requestFrame();
    };
    window.addEventListener("pageshow", shown, { signal });
    const keep = () => this.#keepScroll();
    if (Reflect.has(window, "onscrollend")) {
      window.addEventListener("scrollend", keep, { signal, capture: true, passive: true });
      return;
    }
    // Older WebKit has no scrollend event.
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, restMilliseconds);
    };
    window.addEventListener("scroll", wait, { signal, capture: true, passive: true });
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  get #scrollPort() {
    return this.#scroller ?? /** @type {Element} */ (document.scrollingElement);
  }

  #keepScroll() {
    const { scrollTop } = this.#scrollPort;
    // While the browser goes to another entry the present one is left alone.
    if (this.#addressBar.isTravelling || history.state?.[scrollState] === scrollTop) return;
    changeHistory("replaceState", { ...history.state, [scrollState]: scrollTop }, location.href);
  }

  /** After the frame in which the page is as high as it was. */
  #restoreScroll() {
    const top = this.#scrollToRestore;
    this.#scrollToRestore = undefined;
    const port = this.#scrollPort;
    if (top === undefined || port.scrollTop === top) return;
    port.scrollTo({ top, behavior: "instant" });
    this.#hasScrolled = true;
  }

  /** Cancels all that is pending and destroys the program. */
  destroy() {
    this.#stop.abort();
    this.#addressBar.settle();
    this.#sizes?.disconnect();
    cancelAnimationFrame(this.#frameHandle);
    this.#tasks.port1.close();
    this.#cancelSlice?.();
    clearTimeout(this.#timer);
    this.box.remove();
    this.#program.destroy();
  }

  // ── Following the page ──

  /** False while the browser's find-in-page has the focus: it scrolls the page, and its marks are to be kept. */
  get #isAttended() {
    return document.hasFocus() || performance.now() - this.#lastInput < attentionMilliseconds;
  }

  /** @param {AbortSignal} signal */
  #watchAttention(signal) {
    const attend = () => {
      this.#lastInput = performance.now();
      if (this.#drawnView?.isAttended === false) this.requestFrame();
    };
    // Not "wheel": in WebKit such a listener on a frame's window keeps the page around it from being scrolled.
    for (const type of ["focus", "pointermove", "touchmove", "keydown"]) {
      window.addEventListener(type, attend, { signal, passive: true, capture: true });
    }
  }

  /**
   * The browser moves the focus right after the event, in the same task.
   * @param {AbortSignal} signal
   */
  #watchTab(signal) {
    const note = (/** @type {KeyboardEvent} */ { key }) => {
      if (key !== "Tab") return;
      this.#isTabbing = true;
      setTimeout(() => (this.#isTabbing = false));
    };
    window.addEventListener("keydown", note, { signal, passive: true, capture: true });
  }

  /** Notices a changed device pixel ratio, which has no event, as when a window is moved to another screen. */
  #watchRatio() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => {
      this.#followResize();
      this.#watchRatio();
    };
    query.addEventListener("change", changed, { signal: this.#stop.signal, once: true });
  }

  /**
   * The rulers' sizes change with the width, the root font size and the minimum font size; the observer is called before the
   * browser paints, so that a frame is drawn in time. Its first call, after the first frame, finds no change. The canvas's exact
   * size in device px is reported after that, since it is deeper in the tree.
   */
  #watchSizes() {
    this.#sizes = new ResizeObserver((entries) => {
      if (entries.some(({ target }) => target !== this.#canvas)) {
        this.#textSettings = measureTextSettings(this.#host);
        this.#followScroller();
        if (this.#hasChanged()) this.#drawOrStop(performance.now());
      }
      for (const { target, devicePixelContentBoxSize } of entries) {
        const size = devicePixelContentBoxSize?.[0];
        if (target === this.#canvas && size !== undefined) this.#noteExactWidth(size.inlineSize);
      }
    });
    this.#sizes.observe(this.#ruler);
    this.#sizes.observe(this.#least);
    try {
      this.#sizes.observe(this.#canvas, { box: "device-pixel-content-box" });
    } catch {
      // Safari does not support that box: #measureWidth() computes the width from the position.
    }
  }

  /** @param {number} devicePixels */
  #noteExactWidth(devicePixels) {
    const { width } = this.#canvas.getBoundingClientRect();
    this.#exactWidth = { width, ratio: devicePixelRatio, devicePixels };
    if (this.#measureWidth() !== this.#canvas.width) this.requestFrame();
  }

  /**
   * "/" moves the focus to the search field, "?" to the list of keys; only while the focus is in the element (WCAG 2.1.4).
   * @param {KeyboardEvent} event
   */
  #pressLetter(event) {
    if (!/^[/?]$/.test(event.key) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement && target.type === "search") return;
    if (this.#settle(this.#program.pressKey(0, event.key))) event.preventDefault();
  }

  /**
   * Escape hides a tooltip wherever the focus is (WCAG 1.4.13). With `sync-url` the page belongs to the element, which then also
   * handles keys that are pressed while nothing has the focus.
   * @param {KeyboardEvent} event
   */
  #pressOnPage(event) {
    if (event.key === "Escape" && this.#settle(this.#program.dismissTip())) return;
    if (!this.#host.hasAttribute("sync-url") || event.target !== document.body) return;
    this.#pressLetter(event);
    if (event.key === "Escape" && !event.defaultPrevented) this.#settle(this.#program.pressKey(0, "Escape"));
  }

  #followResize() {
    this.#followScroller();
    this.requestFrame();
  }

  #followScroll() {
    const { scrollTop, visibleHeight } = this.#measureScroll();
    const isSame = scrollTop === this.#drawnView?.scrollTop && visibleHeight === this.#drawnView.visibleHeight;
    if (!isSame) this.requestFrame();
  }

  #forgetText() {
    this.#glyphs.forgetFonts(fontFamilyOf(this.#host));
    this.#program.forgetText();
    this.requestFrame();
  }

  /** @param {Event} event */
  #loseContext(event) {
    event.preventDefault(); // so that the browser restores the context
    this.#hasLostContext = true;
    this.#chooseWhatShows();
    this.#program.loseContext();
  }

  /** Browsers print the canvas's drawing buffer, which is empty once its picture is on the screen. */
  #drawForPrint() {
    this.#program.forgetPicture();
    this.#drawOrStop(performance.now());
  }

  #restoreContext() {
    if (!this.#program.restoreContext()) return;
    this.#hasLostContext = false;
    this.#chooseWhatShows();
    this.requestFrame();
  }

  /** Shows the mirror instead of the canvas where nothing can be painted, with forced colours, and where text was translated. */
  #chooseWhatShows() {
    this.#hadSurface = this.#program.hasCanvas;
    const isPainted = this.#hadSurface && !this.#hasLostContext && this.#sticks;
    const isOurs = !this.#media.forced.matches && !this.box.classList.contains("with-foreign-words");
    this.box.classList.toggle("without-canvas", !isPainted || !isOurs);
  }

  /** Finds what scrolls the element. Where the canvas cannot stick to it, it would scroll away: the words show instead. */
  #followScroller() {
    const { scroller, sticks } = findScroller(this.#host);
    this.#scroller = scroller;
    if (sticks === this.#sticks) return;
    this.#sticks = sticks;
    this.#chooseWhatShows();
  }

  // ── Measuring ──

  /**
   * The part of the window in which the page scrolls: the window, or the scroll container. CSS px. `inset` of it, at its upper
   * edge, are not counted: a header of the page's covers them.
   */
  #measurePort() {
    const scroller = this.#scroller;
    const top = scroller === undefined ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
    const height = scroller === undefined ? innerHeight : scroller.clientHeight;
    const asked = getComputedStyle(this.#host).getPropertyValue("--ce-sticky-top").trim();
    const padding = asked || getComputedStyle(scroller ?? document.documentElement).scrollPaddingTop;
    const length = Number.parseFloat(padding) || 0;
    const inset = Math.max(0, Math.min(padding.endsWith("%") ? (length / 100) * height : length, height / 2));
    return { top: top + inset, height: height - inset, inset };
  }

  #measureScroll(port = this.#measurePort()) {
    const start = this.box.getBoundingClientRect().top;
    const top = this.#sticks ? this.#view.getBoundingClientRect().top : Math.max(start, port.top);
    const visible = port.top + port.height - top;
    return {
      scrollTop: Math.max(0, top - start),
      visibleHeight: Math.min(Math.max(visible, 1), port.height),
    };
  }

  /** Whether other content of the page stands beside, above or below the element. */
  #measureEmbedding() {
    if (!this.box.isConnected) return !this.#syncsUrl;
    if (this.#scroller !== undefined) return true;
    const { left, top, right, height } = this.box.getBoundingClientRect();
    const { scrollHeight, clientWidth } = document.documentElement;
    const isWhole = left < 1 && right > clientWidth - 1 && top + scrollY < 1;
    return !isWhole || scrollHeight > Math.max(height, innerHeight) + 1;
  }

  /** Device px of the canvas. */
  #measureWidth() {
    const { left, right, width } = this.box.isConnected
      ? this.box.getBoundingClientRect()
      : contentRectOf(this.#host);
    const exact = this.#exactWidth;
    const computed = toDevicePixels(left, right);
    const isSame = exact.width === width && exact.ratio === devicePixelRatio;
    // Where they differ by more than rounding, the exact one is of another ratio: a browser that emulates a phone.
    return isSame && Math.abs(exact.devicePixels - computed) <= 1 ? exact.devicePixels : computed;
  }

  /** The page's colour for actions, 0xAABBGGRR; 0: the program's own. */
  #measureAccent() {
    const colour = getComputedStyle(this.#host).getPropertyValue("--ce-accent").trim();
    if (colour !== this.#accent.colour) this.#accent = { colour, value: this.#glyphs.readColour(colour) };
    return this.#accent.value;
  }

  /** The text spacing that the page or a user style sheet sets, in em. */
  #measureSpacing() {
    const { fontSize, letterSpacing, wordSpacing, lineHeight } = getComputedStyle(this.#host);
    const em = (/** @type {string} */ length) => Number.parseFloat(length) / Number.parseFloat(fontSize) || 0;
    return { letterSpacing: em(letterSpacing), wordSpacing: em(wordSpacing), leastLineHeight: em(lineHeight) };
  }

  /** @returns {PageView} */
  #measureView() {
    const port = this.#measurePort();
    return {
      canvasWidth: this.#measureWidth(),
      mostCanvasHeight: mostHeight(port.height),
      height: port.height,
      ...(this.box.isConnected ? this.#measureScroll(port) : { scrollTop: 0, visibleHeight: port.height }),
      inset: port.inset,
      devicePixelRatio,
      rootFontSize: rootFontSizeFor(this.#textSettings),
      textZoom: this.#textSettings.zoom,
      isDark: isDarkAt(this.#host),
      hasMoreContrast: this.#media.moreContrast.matches,
      // The mirror that is shown instead of the canvas has everything at its place at once.
      hasReducedMotion: this.#media.reducedMotion.matches || this.box.classList.contains("without-canvas"),
      hasCoarsePointer: this.#media.coarse.matches,
      isAttended: this.#isAttended,
      isEmbedded: this.#measureEmbedding(),
      accent: this.#measureAccent(),
      ...this.#measureSpacing(),
    };
  }

  /** Whether the page is another one than in the last frame. */
  #hasChanged() {
    const drawn = Object.entries(this.#drawnView ?? {});
    const view = new Map(Object.entries(this.#measureView()));
    return drawn.length !== view.size || drawn.some(([name, value]) => view.get(name) !== value);
  }

  // ── Frames ──

  requestFrame() {
    if (this.#frameHandle !== 0) return;
    this.#frameHandle = requestAnimationFrame((time) => this.#drawOrStop(time));
  }

  /**
   * To be called after each event: performs its effects and requests a frame.
   * @param {boolean} needsFrame
   */
  #settle(needsFrame) {
    this.#perform(this.#program.takeEffects());
    if (needsFrame || !this.#deferred.isEmpty) this.requestFrame();
    return needsFrame;
  }

  /**
   * For a click or a key: draws in the next task, while the browser's next frame may be far away. It comes when the GPU process has
   * shown the one before.
   * @param {boolean} needsFrame
   */
  #settleAtOnce(needsFrame) {
    this.#settle(needsFrame);
    if (this.#frameHandle !== 0) this.#tasks.port2.postMessage(undefined);
    return needsFrame;
  }

  /** Draws the frame that was requested, unless one was just drawn: then the browser's next frame is soon enough. */
  #drawBeforeFrame() {
    const now = performance.now();
    if (this.#frameHandle !== 0 && now - this.#lastDraw >= leastFrameMilliseconds) this.#drawOrStop(now);
  }

  /** @param {number} time milliseconds */
  #drawOrStop(time) {
    this.#runOrStop(() => this.#draw(time));
  }

  /** @param {() => void} run */
  #runOrStop(run) {
    try {
      run();
    } catch (error) {
      this.#program.abandon();
      this.#stopped(error);
    }
  }

  /** @param {number} time milliseconds */
  #draw(time) {
    cancelAnimationFrame(this.#frameHandle);
    this.#frameHandle = 0;
    this.#hasScrolled = false;
    this.#lastDraw = performance.now();
    const view = this.#measureView();
    this.#glyphs.textZoom = view.textZoom;
    this.#glyphs.measureFirstFonts(view.rootFontSize);
    const frame = this.#program.frame({ ...view, seconds: time / 1000 });
    this.#perform(frame.effects);
    if (Boolean(frame.hasSurface) !== this.#hadSurface) this.#chooseWhatShows();
    this.#drawnView = view;
    const canvasHeight = frame.canvasHeight / devicePixelRatio;
    this.box.classList.toggle("dark", view.isDark);
    setStyle(this.box, "height", `${Math.max(frame.contentHeight, canvasHeight)}px`);
    setStyle(this.#view, "height", `${canvasHeight}px`);
    setStyle(this.box, "--ce-rem", `${this.#textSettings.rem}px`);
    setStyle(this.box, "--ce-inset", `${view.inset}px`);
    this.#mirror.setTextZoom(view.textZoom);
    if (frame.update !== undefined) this.#mirror.apply(frame.update);
    const language = frame.update?.language;
    if (language !== undefined && this.#host.hasAttribute("sync-url")) document.documentElement.lang = language;
    this.#mirror.settleControls();
    this.#mirror.endAtFoot();
    // The first frame is drawn before the box is in the page.
    if (this.box.isConnected) {
      this.#deferred.performAfterFrame(this.#effectHost);
      this.#restoreScroll();
    }
    this.#schedule(frame);
    // The page and its picture move in the same frame of the browser.
    if (this.#hasScrolled) this.#draw(time);
  }

  /** @param {import("./program.js").Answer} frame */
  #schedule({ needsAnotherFrame, isMoving, isComplete, millisecondsUntilChange }) {
    if (needsAnotherFrame || isMoving) this.requestFrame();
    if (!isComplete) this.#describeLater();
    clearTimeout(this.#timer);
    const wait = Math.min(millisecondsUntilChange, mostMilliseconds);
    this.#timer = setTimeout(() => this.requestFrame(), wait);
  }

  /** Describes the words of items far from the view in slices while the browser is idle. */
  #describeLater() {
    if (this.#cancelSlice !== undefined) return;
    this.#cancelSlice = whenIdle((deadline) => {
      this.#cancelSlice = undefined;
      if (this.#frameHandle !== 0) return; // a frame comes first, which calls this again
      this.#runOrStop(() => {
        const end = performance.now() + Math.min(mostSliceMilliseconds, deadline.timeRemaining());
        let slice;
        do {
          slice = this.#program.describeMore();
          if (slice.update !== undefined) this.#mirror.apply(slice.update);
        } while (!slice.isComplete && performance.now() < end);
        if (!slice.isComplete) this.#describeLater();
      });
    });
  }

  // ── Effects ──

  /** @param {import("./effects.js").Effects | undefined} effects */
  #perform(effects) {
    if (effects === undefined) return;
    performAtOnce(effects, this.#effectHost);
    this.#deferred.add(effects);
  }

  /** @type {import("./effects.js").Host} */
  #effectHost = {
    copyText: (text) => void copyText(text),
    share: (title, text) => void navigator.share({ title, text }).catch(() => {}), // the visitor may call it off
    changeAddress: (step, queryString) => {
      if (this.#syncsUrl) this.#addressBar.change(step, queryString);
    },
    setTitle: (title) => {
      if (this.#syncsUrl) document.title = title;
    },
    keep: (kept) => {
      if (!writeKept(this.#program.programmeKey, kept)) this.#settle(this.#program.offerKeeping(false, ""));
    },
    scrollPageTo: (scrollTop) => this.#scrollTo(scrollTop),
    moveFocus: (node, scrollsIntoView) => this.#mirror.focus(node, scrollsIntoView),
  };

  get #syncsUrl() {
    return this.#host.hasAttribute("sync-url");
  }

  /** @param {number} scrollTop the height of the box above the view, CSS px */
  #scrollTo(scrollTop) {
    const present = this.#measureScroll().scrollTop;
    if (Math.abs(present - scrollTop) < 1) return;
    const distance = this.box.getBoundingClientRect().top + scrollTop - this.#measurePort().top;
    (this.#scroller ?? window).scrollBy({ top: distance, behavior: "instant" });
    this.#hasScrolled = this.#measureScroll().scrollTop !== present;
  }

  /** The language that is shown, BCP 47. */
  get language() {
    return this.#program.language;
  }

  /**
   * Another version of the programme's file: see Program.reload.
   * @param {Uint8Array} file
   */
  reload(file) {
    const verdict = this.#program.reload(file);
    this.#settle(verdict !== "wrong");
    return verdict;
  }

  /**
   * Back and Forward.
   * @param {string} queryString without "?"
   */
  navigate(queryString) {
    if (this.#addressBar.arrive()) {
      this.#keepScroll();
      return;
    }
    this.#addressBar.forget();
    this.#scrollToRestore = history.state?.[scrollState];
    // An entry that the visit has left has its mark; one of the page's own, as of a link of its router, has none.
    const isOurs = history.state?.[scrollState] !== undefined || history.state?.[linkState] !== undefined;
    this.#settle(this.#program.navigate(queryString, isOurs));
    this.requestFrame();
  }
}

/**
 * @param {HTMLElement} element
 * @param {"height" | "--ce-rem" | "--ce-inset"} property --ce-rem: the unit of the style sheet's sizes (styles.js), for "rem" would
 *   follow the page's root
 * @param {string} value
 */
export function setStyle({ style }, property, value) {
  if (style.getPropertyValue(property) !== value) style.setProperty(property, value);
}

/**
 * Copies the text to the clipboard. To be called within the visitor's own click.
 * @param {string} text
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The clipboard API is missing without https, and may be denied. execCommand needs no permission.
    const write = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", write, { capture: true, once: true });
    document.execCommand("copy");
    document.removeEventListener("copy", write, { capture: true });
  }
}

/** @param {string} queryString */
function addressWith(queryString) {
  // With the origin: a path that begins with "//" would be another host's.
  return location.origin + location.pathname + (queryString === "" ? "" : `?${queryString}`) + location.hash;
}

/**
 * Browsers refuse too many changes in a short time, and every one in some documents. The visit goes on without.
 * @param {"pushState" | "replaceState"} how
 * @param {object} state
 * @param {string} address
 */
function changeHistory(how, state, address) {
  try {
    history[how](state, "", address);
  } catch {
    // The next change is made again.
  }
}

/** Device px from one edge to the other, at least 1. @param {number} left CSS px @param {number} right */
function toDevicePixels(left, right) {
  return Math.max(1, Math.round(right * devicePixelRatio) - Math.round(left * devicePixelRatio));
}

/** Device px that a canvas has at most in a viewport of that height. @param {number} height CSS px */
function mostHeight(height) {
  return Math.min(Math.ceil(height * devicePixelRatio), mostDevicePixels);
}

/**
 * Gives the canvas, which has no context yet, the size that the first frame will most likely need: a browser makes buffers of
 * the size that it has, and others for each of width and height that is changed later.
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLElement} host
 */
export function foreseeSize(canvas, host) {
  const { left, right } = contentRectOf(host);
  canvas.width = toDevicePixels(left, right);
  canvas.height = mostHeight(innerHeight);
}

/**
 * The content rectangle of the host, in which the box will be.
 * @param {Element} host
 */
function contentRectOf(host) {
  const rect = host.getBoundingClientRect();
  const style = getComputedStyle(host);
  const inset = (/** @type {string} */ side) =>
    Number.parseFloat(style.getPropertyValue(`padding-${side}`)) +
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  const left = rect.left + inset("left");
  const right = Math.max(left, rect.right - inset("right"));
  return { left, right, width: right - left };
}
