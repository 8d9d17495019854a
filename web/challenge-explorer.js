// The custom element <challenge-explorer src="programme.json" lang="fr" sync-url>, which shows the calendar and the challenges
// of a programme.
//
// Attributes:
//   src          URL of the programme's file
//   lang         the visitor's language, BCP 47; by default that of an ancestor, else the browser's. `lang` in the page's
//                address overrides it.
//   sync-url     keeps the visit's state in the page's address, and sets the document's title
//   gestures     "greedy": over the calendar a plain wheel zooms, and a finger moves it in each direction; "cooperative", the default:
//                the wheel zooms with Ctrl or Command, and a plain wheel and a finger's vertical swipe scroll the page
//   theme        "light" or "dark"; "auto", the default: as data-fr-theme of an ancestor says (the State's design system), else as the
//                page's color-scheme does; a page that declares none is light
//   loading      "lazy": nothing but this script is loaded before the element is near what is in view
//   remember     offers the visitor to keep their selection of challenges on their device (localStorage), under the key
//                "challenge-explorer:" and the programme's id. Nothing is stored before they ask for it.
//   show-mirror  shows the mirror's text over the canvas, for developers
//
// The element's content is shown until the first frame is drawn, and where the programme cannot be shown.
//
//   element.ready              a promise, resolved after the first frame; rejected with the list of problems
//                              ({line, column, severity, pointer, message}) where the programme cannot be shown. Each new
//                              attempt has another promise.
//   challenge-explorer:ready   an event with the same meaning as the promise's resolution
//   challenge-explorer:error   an event whose `detail` is the list of problems
//   element.programme = text   shows a file with this text instead of the one at `src`, and continues the visit with it, for
//                              previews in editors. Where the text has errors, what is shown stays, and the event
//                              challenge-explorer:error is dispatched.
//
// Custom properties that a page may set: --ce-font (a font-family list; by default the element's), --ce-font-size (of running
// text; by default the visitor's, whatever the page's root has), --ce-accent (the colour of actions), --ce-sticky-top (px that a
// header of the page's covers of what scrolls; by default its scroll-padding-top).

import { Clock } from "./clock.js";
import { makeFailure, problemsOf } from "./failure.js";
import { GlyphPainter, fontFamilyOf, measureTextSettings, rootFontSizeFor } from "./glyphs.js";
import { readKept } from "./keeping.js";
import { Program } from "./program.js";
import { Stage, foreseeSize, isDarkAt, setStyle, themes } from "./stage.js";
import { makeStyleSheet } from "./styles.js";

const weights = [400, 500, 600, 650, 700]; // those of src/ui/fonts.h
const nearView = 800; // CSS px beyond what is in view, where an element with loading="lazy" begins
const mostMilliseconds = 3000; // to wait for fonts: after as long, browsers show a fallback font

/** @typedef {import("./memory.js").Problem} Problem */
/** @typedef {import("./failure.js").Failure} Failure */

/** Why the programme is not shown. */
class FailureError extends Error {
  /** @param {Failure} failure */
  constructor(failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/**
 * The failure where the program cannot be loaded or has thrown.
 * @param {unknown} error
 * @returns {Failure}
 */
function programFailure(error) {
  console.error(error);
  return { kind: "program", detail: String(error), problems: [] };
}

/**
 * Fetches the programme's file.
 * @param {URL} address
 * @param {RequestCache} cache
 * @param {AbortSignal} signal
 */
async function fetchFile(address, cache, signal) {
  let response;
  try {
    response = await fetch(address, { cache, signal });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal.aborted) throw error;
    throw new FailureError({ kind: "offline", detail: String(error), problems: [] });
  }
  throw new FailureError({ kind: "missing", detail: `${response.status} ${response.statusText}`, problems: [] });
}

/** The module that says what is wrong with a file. @type {Promise<import("./programme-reader.js").Reader> | undefined} */
let reader; // loaded only where a file is wrong


function loadReader() {
  reader ??= import("./programme-reader.js").then(({ Reader }) => Reader.create());
  reader.catch(() => (reader = undefined)); // the next call tries again
  return reader;
}

/**
 * The problems of a file that cannot be shown.
 * @param {Uint8Array} file
 * @param {string} language of their sentences
 */
async function findProblems(file, language) {
  try {
    return (await loadReader()).read(file, { language, columns: "codePoints", leavesOutUnknown: true });
  } catch (error) {
    throw new FailureError({ kind: "offline", detail: String(error), problems: [] });
  }
}

/**
 * Tells developers which parts of a file are not shown.
 * @param {Uint8Array} file
 * @param {string} language of the message
 */
async function warnOfLeftOut(file, language) {
  console.warn((await loadReader()).describeLeftOut(file, language));
}

/**
 * Waits for the style sheets of the tree, which determine the font. Not every browser delays a module script until they are
 * loaded.
 * @param {Document | ShadowRoot} tree
 */
async function loadStyleSheets(tree) {
  const pending = [...tree.querySelectorAll("link")].filter(
    ({ relList, sheet, disabled }) => relList.contains("stylesheet") && sheet === null && !disabled,
  );
  const settled = pending.map(
    (link) =>
      new Promise((resolve) => {
        for (const type of ["load", "error"]) link.addEventListener(type, resolve, { once: true });
      }),
  );
  await Promise.all(settled);
}

/**
 * Tells the painter the element's font family and loads the fonts, so that text can be measured. Waits at most
 * `mostMilliseconds`.
 * @param {HTMLElement} element
 * @param {GlyphPainter} glyphs
 */
async function loadFonts(element, glyphs) {
  const patience = new Promise((resolve) => setTimeout(resolve, mostMilliseconds));
  const trees = new Set([document, /** @type {Document | ShadowRoot} */ (element.getRootNode())]);
  await Promise.race([Promise.all([...trees].map(loadStyleSheets)), patience]);
  glyphs.family = fontFamilyOf(element);
  const wanted = weights.map((weight) => document.fonts.load(`${weight} 16px ${glyphs.family}`).catch(() => []));
  await Promise.race([Promise.all(wanted).then(() => document.fonts.ready), patience]);
  const settings = measureTextSettings(element);
  glyphs.textZoom = settings.zoom;
  glyphs.measureFirstFonts(rootFontSizeFor(settings)); // while the program comes
}

/** The values of attributes that have few. @type {Map<string, string[]>} */
const choices = new Map([
  ["theme", themes],
  ["gestures", ["cooperative", "greedy"]],
  ["loading", ["eager", "lazy"]],
]);

/**
 * A promise with its functions resolve and reject. An unhandled rejection is not reported.
 * @template Result
 */
function makePromise() {
  /** @type {{resolve: (result: Result) => void, reject: (reason: unknown) => void}} */
  let settle = { resolve: () => {}, reject: () => {} };
  /** @type {Promise<Result>} */
  const promise = new Promise((resolve, reject) => (settle = { resolve, reject }));
  promise.catch(() => {});
  return { promise, ...settle };
}

export class ChallengeExplorer extends HTMLElement {
  static observedAttributes = ["src", "lang", ...choices.keys()];

  /** @type {ReturnType<typeof makePromise<void>>} */
  #ready = makePromise();
  /** @type {Stage | undefined} */
  #stage;
  /** @type {AbortController | undefined} */
  #visit; // aborted at the end of the visit, which begins with the loading
  /** @type {IntersectionObserver | undefined} */
  #approach; // while the element waits to come near
  /** @type {Uint8Array | undefined} */
  #givenFile; // shown instead of the one at `src`

  /** @returns {Promise<void>} */
  get ready() {
    return this.#ready.promise;
  }

  /** @param {string} text */
  set programme(text) {
    this.#givenFile = new TextEncoder().encode(text);
    if (this.#stage !== undefined) {
      const file = this.#givenFile;
      if (this.#stage.reload(file) === "wrong") {
        findProblems(file, this.#stage.language).then((problems) => this.#tell("error", problems), console.error);
      }
    } else if (this.#visit !== undefined) {
      this.#tryAgain();
    }
  }

  connectedCallback() {
    if (this.#visit !== undefined || this.#approach !== undefined) return;
    if (this.getAttribute("loading") === "lazy") this.#waitForApproach();
    else this.#begin();
  }

  /** Begins once the element is near what is in view. */
  #waitForApproach() {
    this.#approach = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#forgetApproach();
        this.#begin();
      },
      { rootMargin: `${nearView}px` },
    );
    this.#approach.observe(this);
  }

  #forgetApproach() {
    this.#approach?.disconnect();
    this.#approach = undefined;
  }

  disconnectedCallback() {
    // Where the element is only moved within the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    const known = choices.get(name);
    if (known !== undefined) {
      if (after !== null && !known.includes(after)) console.warn(`challenge-explorer: ${name}="${after}" is not one of ${known.join(", ")}.`);
      this.#stage?.requestFrame();
      if (this.#approach !== undefined && this.getAttribute("loading") !== "lazy") {
        this.#forgetApproach();
        this.#begin();
      }
      return;
    }
    if (this.#visit === undefined || before === after) return;
    this.#end();
    this.#ready = makePromise();
    this.#begin();
  }

  get #language() {
    const around = this.closest("[lang]");
    return around?.getAttribute("lang") || navigator.language;
  }

  get #queryString() {
    return this.hasAttribute("sync-url") ? location.search.slice(1) : "";
  }

  get #shadow() {
    if (this.shadowRoot !== null) return this.shadowRoot;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [makeStyleSheet()];
    return shadow;
  }

  /** @param {RequestCache} cache */
  #begin(cache = "default") {
    this.#visit = new AbortController();
    const { signal } = this.#visit;
    this.#show(cache, signal).catch((error) => {
      if (signal.aborted) return;
      this.#fail(error instanceof FailureError ? error.failure : programFailure(error));
    });
  }

  #end() {
    this.#forgetApproach();
    this.#visit?.abort();
    this.#visit = undefined;
    this.#stage?.destroy();
    this.#stage = undefined;
  }

  /**
   * @param {RequestCache} cache
   * @param {AbortSignal} signal aborted where the element is removed or is to show another programme
   */
  async #show(cache, signal) {
    const fetching = this.#givenFile ?? fetchFile(new URL(this.getAttribute("src") ?? "programme.json", document.baseURI), cache, signal);
    const canvas = document.createElement("canvas");
    foreseeSize(canvas, this);
    const glyphs = new GlyphPainter(fontFamilyOf(this));
    const creating = Program.create(canvas, glyphs, new Clock(), new URLSearchParams(this.#queryString).has("debug"));
    try {
      const [file, program] = await Promise.all([fetching, creating, loadFonts(this, glyphs)]);
      signal.throwIfAborted();
      const language = this.#language;
      const verdict = program.load(file, this.#queryString, language);
      if (verdict === "wrong") {
        throw new FailureError({ kind: "wrong", detail: "", problems: await findProblems(file, language) });
      }
      const address = this.hasAttribute("sync-url") ? location.origin + location.pathname : "";
      program.setPage(address, Reflect.has(navigator, "share"));
      const kept = this.hasAttribute("remember") ? readKept(program.programmeKey) : undefined;
      if (kept !== undefined) program.offerKeeping(true, kept);
      this.#start(canvas, glyphs, program, signal);
      if (verdict === "goodButInPart") warnOfLeftOut(file, language).catch(console.error);
    } catch (error) {
      // The program may already have been created, or still be being created.
      const isWhole = error instanceof FailureError || signal.aborted;
      creating.then((program) => (isWhole ? program.destroy() : program.abandon())).catch(() => {});
      throw error;
    }
  }

  /**
   * Shows the first frame.
   * @param {HTMLCanvasElement} canvas
   * @param {GlyphPainter} glyphs
   * @param {Program} program with a programme
   * @param {AbortSignal} signal
   */
  #start(canvas, glyphs, program, signal) {
    this.#stage = new Stage(this, canvas, glyphs, program, (error) => this.#fail(programFailure(error)));
    this.#stage.drawFirst();
    this.#shadow.replaceChildren(this.#stage.box);
    this.#stage.start();
    if (this.hasAttribute("sync-url")) {
      addEventListener("popstate", () => this.#stage?.navigate(this.#queryString), { signal });
    }
    this.#ready.resolve();
    this.#tell("ready");
  }

  /**
   * @param {"ready" | "error"} what
   * @param {Problem[]} [detail]
   */
  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`challenge-explorer:${what}`, { detail, bubbles: true, composed: true }));
  }

  /** @param {Failure} failure */
  #fail(failure) {
    this.#stage?.destroy();
    this.#stage = undefined;
    const language = new URLSearchParams(this.#queryString).get("lang") ?? this.#language;
    const view = makeFailure(failure, {
      language,
      isDark: isDarkAt(this),
      hasStaticText: this.textContent.trim() !== "",
      tryAgain: () => this.#tryAgain(),
    });
    setStyle(view, "--ce-rem", `${measureTextSettings(this).rem}px`);
    this.#shadow.replaceChildren(view);
    const problems = problemsOf(failure, language);
    this.#ready.reject(problems);
    this.#tell("error", problems);
  }

  #tryAgain() {
    this.#end();
    this.#ready = makePromise();
    this.#begin("reload");
  }
}

// The second time that a page loads the script nothing happens.
if (customElements.get("challenge-explorer") === undefined) customElements.define("challenge-explorer", ChallengeExplorer);
