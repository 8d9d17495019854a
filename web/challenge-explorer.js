// <challenge-explorer src="programme.json" lang="fr" sync-url>: the calendar and the challenges of a programme.
//
//   src       address of the programme's file
//   lang      the visitor's language (else that of the page around, else the browser's); the address's `lang` overrides it
//   sync-url  what the visitor chooses is written into the page's address, and read from it; the title follows
//   show-mirror  shows the mirror's words over the canvas, for developers
//
// What stands inside the element is shown until the first frame is ready, and stays when there is none.
//
//   element.ready   a promise: resolved once the first frame stands; rejected with the list of problems
//                   ({line, column, severity, pointer, message}) where it cannot. After "try again" it is another promise.
//   challenge-explorer:ready, challenge-explorer:error   events that say the same (`detail` is the list)
//   element.programme = text   shows this text of a file instead of the one at `src`, and goes on with the visit as far as it
//                   fits (for previews while a file is written). Where it is wrong, what is shown stays, and the event
//                   challenge-explorer:error says why.
//
// Custom properties that a page may set: --ce-font (a font-family list, else the element's own), --ce-accent.

import { Clock } from "./clock.js";
import { makeFailure, problemsOf } from "./failure.js";
import { GlyphPainter, fontFamilyOf } from "./glyphs.js";
import { Program } from "./program.js";
import { Stage, isDarkAt } from "./stage.js";
import { makeStyleSheet } from "./styles.js";

const weights = [400, 500, 600, 650, 700]; // those of src/ui/fonts.h
const mostMilliseconds = 3000; // browsers' own patience with a font that does not come

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
 * The program itself cannot be loaded or has stopped.
 * @param {unknown} error
 * @returns {Failure}
 */
function programFailure(error) {
  console.error(error);
  return { kind: "program", detail: String(error), problems: [] };
}

/**
 * The programme's file, whole.
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

/**
 * The style sheets that the page has asked for: what they say of the font is not known before they are there. A module
 * is not held back by them in every browser.
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
 * What words are measured with, before they are: the painter learns the element's font, and the font arrives. What does
 * not come does not keep the page waiting.
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
}

/**
 * A promise to be settled from outside, that may be rejected unheard.
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
  static observedAttributes = ["src", "lang"];

  /** @type {ReturnType<typeof makePromise<void>>} */
  #ready = makePromise();
  /** @type {Stage | undefined} */
  #stage;
  /** @type {AbortController | undefined} */
  #visit; // from the start of loading to the end
  /** @type {Uint8Array | undefined} */
  #givenFile; // in place of the one at `src`

  /** @returns {Promise<void>} */
  get ready() {
    return this.#ready.promise;
  }

  /** @param {string} text */
  set programme(text) {
    this.#givenFile = new TextEncoder().encode(text);
    if (this.#stage !== undefined) {
      const problems = this.#stage.reload(this.#givenFile);
      if (problems.length > 0) this.#tell("error", problems);
    } else if (this.#visit !== undefined) {
      this.#tryAgain();
    }
  }

  connectedCallback() {
    if (this.#visit === undefined) this.#begin();
  }

  disconnectedCallback() {
    // Moved to another place of the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(_name, before, after) {
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
    this.#visit?.abort();
    this.#visit = undefined;
    this.#stage?.destroy();
    this.#stage = undefined;
  }

  /**
   * @param {RequestCache} cache
   * @param {AbortSignal} signal aborted where the element is gone or shows another programme
   */
  async #show(cache, signal) {
    const glyphs = new GlyphPainter(fontFamilyOf(this));
    const canvas = document.createElement("canvas");
    const creating = Program.create(canvas, glyphs, new Clock());
    try {
      const [file, program] = await Promise.all([
        this.#givenFile ?? fetchFile(new URL(this.getAttribute("src") ?? "programme.json", document.baseURI), cache, signal),
        creating,
        loadFonts(this, glyphs),
      ]);
      signal.throwIfAborted();
      const problems = program.load(file, this.#queryString, this.#language);
      if (problems.length > 0) throw new FailureError({ kind: "wrong", detail: "", problems });
      this.#start(canvas, glyphs, program, signal);
    } catch (error) {
      // Whatever else was waited for, the program may be there already, or still be coming.
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
    if (program.warning !== "") console.warn(program.warning);
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

customElements.define("challenge-explorer", ChallengeExplorer);
