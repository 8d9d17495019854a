// The element's content where the programme cannot be shown: a message in plain HTML that says what went wrong and what to do,
// and below it the element's static content.

import { words } from "./words.js";

/** @typedef {import("./memory.js").Problem} Problem */

/**
 * @typedef {object} Failure
 * @property {"offline" | "missing" | "wrong" | "program"} kind chooses the words "page.KIND.title" and "page.KIND.text"
 * @property {string} detail fills {detail} in the text; may be empty
 * @property {Problem[]} problems of the file; empty where it could not be read
 */

/** @param {string} language BCP 47 */
function wordsFor(language) {
  return /^fr\b/i.test(language) ? words.fr : words.en;
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} filling
 */
function fill(text, filling) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(filling[name] ?? place));
}

/**
 * The file's problems; where it has none, one problem that describes the failure.
 * @param {Failure} failure
 * @param {string} language
 * @returns {Problem[]}
 */
export function problemsOf({ kind, detail, problems }, language) {
  if (problems.length > 0) return problems;
  const say = wordsFor(language);
  const message = `${say[`page.${kind}.title`]}. ${fill(say[`page.${kind}.text`], { detail })}`;
  return [{ line: null, column: null, severity: "error", pointer: "", message }];
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {...(Node | string)} children
 */
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/**
 * @param {Problem} problem
 * @param {typeof words.fr} say
 */
function makeProblem({ line, column, pointer, message }, say) {
  const where = line === null || column === null ? pointer : fill(say["page.place"], { line, column, pointer });
  return make("li", {}, make("span", { className: "place" }, where), message);
}

/**
 * @param {Failure} failure
 * @param {object} options
 * @param {string} options.language
 * @param {boolean} options.isDark
 * @param {boolean} options.hasStaticText the element has content of its own, which is shown below
 * @param {() => void} options.tryAgain
 * @returns {HTMLElement}
 */
export function makeFailure(failure, { language, isDark, hasStaticText, tryAgain }) {
  const say = wordsFor(language);
  const staticText = make("div", { className: "static", tabIndex: -1 }, make("slot", {}));
  const ways = make("p", { className: "ways" }, make("button", { type: "button", onclick: tryAgain }, say["page.retry"]));
  if (hasStaticText) {
    const link = make("a", { href: "#" }, say["page.static"]);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      staticText.scrollIntoView();
      staticText.focus({ preventScroll: true });
    });
    ways.append(link);
  }
  const message = make(
    "div",
    { className: "failure", lang: say === words.fr ? "fr" : "en" },
    make("h2", {}, say[`page.${failure.kind}.title`]),
    make("p", {}, fill(say[`page.${failure.kind}.text`], { detail: failure.detail })),
  );
  message.setAttribute("role", "alert");
  if (failure.problems.length > 0) {
    message.append(make("ol", {}, ...failure.problems.map((problem) => makeProblem(problem, say))));
  }
  message.append(ways);
  return make("div", { className: isDark ? "box dark" : "box" }, message, staticText);
}
