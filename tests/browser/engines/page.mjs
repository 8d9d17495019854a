// A page under test, the same in every engine: waiting, finding, pointing, typing. What differs is a Tab, one for each engine.

import { setTimeout as pause } from "node:timers/promises";

import { inPage } from "./in-page.mjs";

/** @typedef {import("./in-page.mjs").Found} Found */
/** @typedef {import("./in-page.mjs").Focused} Focused */
/** @typedef {import("./in-page.mjs").InPageQuery} InPageQuery */
/** @typedef {"left" | "middle" | "right"} MouseButton */
/** @typedef {{role: string, name: string, children: AccessibleNode[]}} AccessibleNode as the browser computes it */

/**
 * @typedef {object} NewTab
 * @property {string} url
 * @property {boolean} isInForeground
 */

/**
 * What each engine does in its own way. A key's name is that of KeyboardEvent.key.
 * @typedef {object} Tab
 * @property {string[]} complaints errors and warnings, as far as the engine tells
 * @property {(url: string) => Promise<void>} goto resolved once it is loaded
 * @property {() => Promise<void>} reload
 * @property {() => Promise<void>} back
 * @property {() => Promise<void>} forward
 * @property {() => Promise<string>} url
 * @property {(width: number, height: number) => Promise<void>} resize the viewport, CSS px
 * @property {(factor: number) => Promise<void>} zoom
 * @property {(source: string) => Promise<string>} evaluate an expression that gives the promise of a text
 * @property {(x: number, y: number) => Promise<void>} moveMouse CSS px in the viewport
 * @property {(button: MouseButton, clicks: number) => Promise<void>} click where the mouse is
 * @property {() => Promise<void>} pressMouse the left button
 * @property {() => Promise<void>} releaseMouse
 * @property {(dx: number, dy: number) => Promise<void>} turnWheel where the mouse is
 * @property {(key: string) => Promise<void>} pressKey
 * @property {(key: string) => Promise<void>} releaseKey
 * @property {(text: string) => Promise<void>} type
 * @property {() => Promise<Buffer>} screenshot
 * @property {() => Promise<AccessibleNode>} accessibilityTree
 * @property {(action: () => Promise<void>) => Promise<NewTab>} newTab the tab that an action opens; it is closed again
 * @property {() => Promise<void>} close once it is closed, it does nothing
 */

/**
 * @typedef {object} Query an element by its role and its name
 * @property {string} [role]
 * @property {string | RegExp} [name] a part of it, whatever the case
 * @property {boolean} [exact] the whole name
 * @property {string} [href] a part of a link's address, as it is written
 * @property {Query} [within] inside this one
 */

/**
 * @typedef {object} ClickOptions
 * @property {MouseButton} [button]
 * @property {string[]} [modifiers] keys held meanwhile
 * @property {number} [clicks] 2: a double click
 */

const mostMilliseconds = 30_000;
const sliceMilliseconds = 1_000; // of waiting inside the page, before the next look from outside
const betweenLooks = 50; // milliseconds: looking costs the page more than waiting
const mostTabPresses = 150;

/** @param {Query} query @returns {InPageQuery} */
function toJson({ role, name, exact = false, href, within }) {
  const wanted = name instanceof RegExp ? { source: name.source, flags: name.flags } : { text: name ?? "", exact };
  return {
    ...(role === undefined ? {} : { role }),
    ...(name === undefined ? {} : { name: wanted }),
    ...(href === undefined ? {} : { href }),
    ...(within === undefined ? {} : { within: toJson(within) }),
  };
}

/** @param {Query} query @returns {string} for messages */
function toText({ role = "element", name, href, within }) {
  const named = name === undefined ? role : `${role} ${name instanceof RegExp ? name : `“${name}”`}`;
  const own = href === undefined ? named : `${named} to ${href}`;
  return within === undefined ? own : `${own} in ${toText(within)}`;
}

/** Runs in the page: the function's first answer that says something, or its last one. */
async function lookAgain(/** @type {() => unknown} */ look, /** @type {number} */ milliseconds, /** @type {number} */ between) {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await look();
    if (answer || performance.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}

/**
 * An expression that calls what in-page.mjs gives.
 * @param {keyof ReturnType<typeof inPage>} name
 * @param {unknown[]} parameters
 */
const ask = (name, ...parameters) =>
  `(${inPage})().${name}(${parameters.map((value) => JSON.stringify(value)).join(", ")})`;

/** An error of the page's own code, as against one of the way to it (a page that is just going away answers nothing). */
export class InPageError extends Error {}

export class Page {
  /** @param {Tab} tab */
  constructor(tab) {
    this.#tab = tab;
  }

  #tab;

  /** What the page and the browser complained about: errors and warnings of the console, where the engine tells. */
  get complaints() {
    return this.#tab.complaints;
  }

  // ── The page as a whole ──

  /** @param {string} url */
  goto(url) {
    return this.#tab.goto(url);
  }

  reload() {
    return this.#tab.reload();
  }

  /** Only begins to go there: what shows that it arrived is for the test to wait for. */
  back() {
    return this.#tab.back();
  }

  forward() {
    return this.#tab.forward();
  }

  url() {
    return this.#tab.url();
  }

  /** Gives the viewport another size, CSS px. @param {number} width @param {number} height */
  async resize(width, height) {
    await this.#tab.resize(width, height);
    await this.waitFor((...size) => innerWidth === size[0] && innerHeight === size[1], width, height);
  }

  /** The browser's own zoom: of the whole page, or of its letters where Settings.zoomsLetters says so. @param {number} factor */
  zoom(factor) {
    return this.#tab.zoom(factor);
  }

  /** @returns {Promise<string>} */
  title() {
    return this.evaluate(() => document.title);
  }

  /** @returns {Promise<Buffer>} PNG of the viewport */
  screenshot() {
    return this.#tab.screenshot();
  }

  /** Names with their whitespace collapsed: browsers' versions differ in what they leave of it. @returns {Promise<AccessibleNode>} */
  async accessibilityTree() {
    /** @param {AccessibleNode} node @returns {AccessibleNode} */
    const collapse = ({ role, name, children }) => ({ role, name: name.replace(/\s+/g, " ").trim(), children: children.map(collapse) });
    return collapse(await this.#tab.accessibilityTree());
  }

  /**
   * The tab that an action opens.
   * @param {() => Promise<void>} action
   */
  newTab(action) {
    return this.#tab.newTab(action);
  }

  close() {
    return this.#tab.close();
  }

  // ── Asking the page ──

  /**
   * @template Result
   * @template {unknown[]} Parameters
   * @param {string | ((...parameters: Parameters) => Result)} what an expression, or a function that uses nothing from
   *     outside itself
   * @param {Parameters} parameters as JSON
   * @returns {Promise<Awaited<Result>>} as JSON
   */
  async evaluate(what, ...parameters) {
    const list = parameters.map((parameter) => JSON.stringify(parameter) ?? "undefined").join(", ");
    const value = typeof what === "string" ? `(${what})` : `(${what})(${list})`;
    // One text, whatever an engine would make of the value.
    const source = `(async () => {
      try { return JSON.stringify({ value: await ${value} }); }
      catch (error) { return JSON.stringify({ error: error instanceof Error ? String(error) : JSON.stringify(error) }); }
    })()`;
    const answer = JSON.parse(await this.#tab.evaluate(source));
    if (answer.error !== undefined) throw new InPageError(answer.error);
    return answer.value;
  }

  /**
   * Waits until a function says something true.
   * @template Result
   * @template {unknown[]} Parameters
   * @param {(...parameters: Parameters) => Result} look
   * @param {Parameters} parameters as JSON
   * @returns {Promise<NonNullable<Awaited<Result>>>}
   */
  waitFor(look, ...parameters) {
    const list = parameters.map((parameter) => JSON.stringify(parameter)).join(", ");
    return this.#poll(`(${look})(${list})`, () => `${look}`);
  }

  /**
   * The page looks again and again by itself; where it goes away meanwhile, the next one is asked.
   * @param {string} expression
   * @param {(last: unknown) => string} describe what was waited for
   * @param {(answer: any) => boolean} [isDone]
   * @returns {Promise<any>}
   */
  async #poll(expression, describe, isDone = Boolean) {
    const end = performance.now() + mostMilliseconds;
    /** @type {unknown} */
    let last;
    while (performance.now() < end) {
      try {
        last = await this.evaluate(`(${lookAgain})(() => ${expression}, ${sliceMilliseconds}, ${betweenLooks})`);
        if (isDone(last)) return last;
      } catch (error) {
        if (error instanceof InPageError) throw error;
        last = error;
      }
      await pause(betweenLooks);
    }
    throw new Error(`Waited in vain for ${describe(last)}; at the end: ${last instanceof Error ? last : JSON.stringify(last)}`);
  }

  // ── Elements ──

  /** @param {Query} query @returns {Promise<Found[]>} those that are there now */
  findAll(query) {
    return this.evaluate(ask("find", toJson(query)));
  }

  /** @param {Query} query @returns {Promise<Found>} the first one, as soon as it is there */
  find(query) {
    return this.#poll(`${ask("find", toJson(query))}[0]`, () => toText(query));
  }

  /** @param {Query} query @returns {Promise<void>} */
  async waitUntilGone(query) {
    await this.#poll(`${ask("find", toJson(query))}.length === 0`, () => `no ${toText(query)}`);
  }

  /** @returns {Promise<Focused>} the innermost element that has the focus */
  focused() {
    return this.evaluate(ask("focused"));
  }

  /** @param {Query} query Waits until it has the focus. @returns {Promise<void>} */
  async waitForFocus(query) {
    await this.#poll(ask("hasFocus", toJson(query)), () => `the focus on ${toText(query)}`);
  }

  /** @returns {Promise<string>} everything that the page shows, as text, to be compared */
  outline() {
    return this.evaluate(ask("outline"));
  }

  // ── Real input ──

  /**
   * Where the first element of a query can be pointed at; it is scrolled into view.
   * @param {Query} query
   * @returns {Promise<{x: number, y: number}>}
   */
  aim(query) {
    return this.#poll(
      ask("aim", toJson(query)),
      () => `${toText(query)}, to point at it`,
      (answer) => answer !== undefined && answer.problem === undefined,
    );
  }

  /** @param {Query | {x: number, y: number}} target */
  async hover(target) {
    const { x, y } = "x" in target ? target : await this.aim(target);
    await this.#tab.moveMouse(x, y);
  }

  /** @param {Query | {x: number, y: number}} target @param {ClickOptions} [options] */
  async click(target, { button = "left", modifiers = [], clicks = 1 } = {}) {
    await this.hover(target);
    for (const key of modifiers) await this.#tab.pressKey(key);
    await this.#tab.click(button, clicks);
    for (const key of modifiers.toReversed()) await this.#tab.releaseKey(key);
  }

  /** Presses the left button where the mouse is, and holds it. */
  pressMouse() {
    return this.#tab.pressMouse();
  }

  releaseMouse() {
    return this.#tab.releaseMouse();
  }

  /**
   * @param {Query | {x: number, y: number}} from
   * @param {Query | {x: number, y: number}} to
   * @param {{steps?: number, beforeRelease?: () => Promise<void>}} [options]
   */
  async drag(from, to, { steps = 10, beforeRelease } = {}) {
    const start = "x" in from ? from : await this.aim(from);
    const end = "x" in to ? to : await this.aim(to);
    await this.#tab.moveMouse(start.x, start.y);
    await this.#tab.pressMouse();
    for (let step = 1; step <= steps; ++step) {
      const part = step / steps;
      await this.#tab.moveMouse(Math.round(start.x + (end.x - start.x) * part), Math.round(start.y + (end.y - start.y) * part));
    }
    await beforeRelease?.();
    await this.#tab.releaseMouse();
  }

  /** Turns the wheel where the mouse is. @param {number} dx CSS px @param {number} dy */
  wheel(dx, dy) {
    return this.#tab.turnWheel(dx, dy);
  }

  /** @param {string} key held meanwhile @param {() => Promise<void>} action */
  async holding(key, action) {
    await this.#tab.pressKey(key);
    await action();
    await this.#tab.releaseKey(key);
  }

  /** @param {string} keys as in KeyboardEvent.key, modifiers before: "Tab", "Shift+Tab", "Control+f", " ", "+" */
  async press(keys) {
    const [, held = "", key = keys] = /^((?:\w+\+)*)(.+)$/s.exec(keys) ?? [];
    const modifiers = held.split("+").filter(Boolean);
    for (const modifier of modifiers) await this.#tab.pressKey(modifier);
    await this.#tab.pressKey(key);
    await this.#tab.releaseKey(key);
    for (const modifier of modifiers.toReversed()) await this.#tab.releaseKey(modifier);
  }

  /** Types a text where the focus is, key by key. @param {string} text */
  type(text) {
    return this.#tab.type(text);
  }

  /** Presses Tab until the first element of a query has the focus. @param {Query} query @param {string} [key] */
  async tabTo(query, key = "Tab") {
    await this.find(query);
    for (let presses = 0; presses < mostTabPresses; ++presses) {
      if (await this.evaluate(ask("hasFocus", toJson(query)))) return;
      await this.press(key);
    }
    throw new Error(`${key} does not reach ${toText(query)}`);
  }
}
