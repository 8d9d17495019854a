// Debian's Firefox ESR, by Puppeteer over WebDriver BiDi, in a window on a virtual display: without one it has no WebGL.

import puppeteer from "puppeteer-core";

import { askUntil } from "../until.mjs";
import { pressOnDisplay, startDisplay } from "./display.mjs";
import { inPage } from "./in-page.mjs";

/** @typedef {import("./page.mjs").Tab} Tab */
/** @typedef {import("./page.mjs").AccessibleNode} AccessibleNode */
/** @typedef {import("../engines.mjs").Settings} Settings */

const mostStartMilliseconds = 120_000; // of the first start on a busy machine
const mostMilliseconds = 30_000;
const windowSize = { width: 1600, height: 1200 }; // CSS px; the largest viewport and the browser's bars fit in

const mostZoomSteps = 16; // between the least and the most that Firefox has

/** @type {import("../engines.mjs").Limits} */
export const limits = {};

/**
 * WebDriver BiDi itself, where Puppeteer has no word for a thing. Its types do not tell of the connection.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} method
 * @param {object} parameters
 * @returns {Promise<any>}
 */
async function send(browser, method, parameters) {
  const { result } = await /** @type {any} */ (browser).connection.send(method, parameters);
  return result;
}

/**
 * By the one command that is for this. Puppeteer's own way sends commands for phones, too, which older versions refuse.
 * @param {import("puppeteer-core").Page} page
 * @param {{width: number, height: number}} viewport CSS px
 */
async function setViewport(page, viewport) {
  const context = /** @type {any} */ (page.mainFrame())._id;
  await send(page.browser(), "browsingContext.setViewport", { context, viewport });
}

/**
 * Runs in the page, with in-page.mjs before it: the elements with a role, as the page's own script computes it.
 * @param {ReturnType<typeof inPage>} page
 */
const listElements = ({ describe, exactNameOf, withRole }) =>
  withRole().map((element) => {
    const { role, name } = describe(element);
    return { element, role, name, exactName: exactNameOf(element) };
  });

/**
 * What WebDriver BiDi says of accessibility: which elements have a role and a name (browsingContext.locateNodes), computed
 * by the browser. It is asked whether each element has those that the page's own script computes; where it has not, they
 * are given with "not" before. So this is a list under one root. One question serves all elements of the same role and name. A
 * search of the whole page for each role would be slow: Firefox lays the page out anew for each element that its own tree
 * leaves out.
 * https://w3c.github.io/webdriver-bidi/#locate-nodes-using-accessibility-attributes
 * @param {import("puppeteer-core").Page} page
 * @returns {Promise<AccessibleNode>}
 */
async function readAccessibilityList(page) {
  const context = /** @type {any} */ (page.mainFrame())._id;
  /** @typedef {{value: any, sharedId?: string}} RemoteValue */
  const { result, exceptionDetails } = await send(page.browser(), "script.callFunction", {
    functionDeclaration: `() => (${listElements})((${inPage})())`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 0 },
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
  /** @type {{id: string, role: string, name: string, exactName: string}[]} */
  const elements = result.value.map((/** @type {RemoteValue} */ entry) => {
    const { element, role, name, exactName } = Object.fromEntries(entry.value);
    return { id: element.sharedId, role: role.value, name: name.value, exactName: exactName.value };
  });
  /** @type {Map<string, string[]>} */
  const idsOf = new Map();
  for (const { id, role, exactName } of elements) {
    const value = JSON.stringify({ role, name: exactName });
    idsOf.set(value, [...(idsOf.get(value) ?? []), id]);
  }
  const confirmed = new Set();
  for (const [value, ids] of idsOf) {
    const { role, name } = JSON.parse(value);
    const startNodes = ids.map((sharedId) => ({ sharedId }));
    for (const word of role === "img" ? ["img", "image"] : [role]) { // ARIA 1.3 has both for the same
      const locator = { type: "accessibility", value: { role: word, name } };
      const { nodes } = await send(page.browser(), "browsingContext.locateNodes", { context, locator, startNodes });
      for (const { sharedId } of nodes) confirmed.add(`${sharedId} ${value}`);
    }
  }
  const children = elements.map(({ id, role, name, exactName }) => {
    const isSo = confirmed.has(`${id} ${JSON.stringify({ role, name: exactName })}`);
    return { role: isSo ? role : `not ${role}`, name: isSo ? name : `not ${name}`, children: [] };
  });
  return { role: "document", name: await page.title(), children };
}

/** @implements {Tab} */
class FirefoxTab {
  /** @param {import("puppeteer-core").Page} page @param {boolean} zoomsLetters @param {string} display the X display's name */
  constructor(page, zoomsLetters, display) {
    this.#page = page;
    this.#display = display;
    this.#zoomsLetters = zoomsLetters;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warn") this.complaints.push(message.text());
    });
  }

  /** @type {string[]} */
  complaints = [];
  #page;
  #zoomsLetters;
  #display;
  #isClosed = false;
  #mouse = { x: 0, y: 0 };

  /** @param {string} url */
  async goto(url) {
    const isSameDocument = url.includes("#") && url.replace(/#.*/, "") === this.#page.url().replace(/#.*/, "");
    if (isSameDocument) await this.#page.goto(url);
    else await this.#leaveBy("browsingContext.navigate", { url });
  }

  async reload() {
    await this.#leaveBy("browsingContext.reload", {});
  }

  /**
   * Navigates to another document. Puppeteer counts a change of the history by the page that is left as the arrival, or
   * then waits for an arrival that it has missed.
   * @param {string} method of WebDriver BiDi
   * @param {object} parameters beside the context
   */
  async #leaveBy(method, parameters) {
    await this.#page.evaluate(() => void Object.assign(globalThis, { isLeft: true }));
    const context = /** @type {any} */ (this.#page.mainFrame())._id;
    await send(this.#page.browser(), method, { ...parameters, context, wait: "none" });
    const hasArrived = () => this.#page.evaluate(() => !("isLeft" in globalThis) && document.readyState === "complete");
    // Asked while the document goes, it rejects.
    const isThere = await askUntil(() => hasArrived().catch(() => false), Boolean);
    if (!isThere) throw new Error(`Firefox did not arrive by ${method}`);
  }

  back() {
    return this.#traverse(-1);
  }

  forward() {
    return this.#traverse(1);
  }

  /** Puppeteer's own way waits for a load, which a step inside the page never brings. @param {number} delta */
  async #traverse(delta) {
    const context = /** @type {any} */ (this.#page.mainFrame())._id;
    await send(this.#page.browser(), "browsingContext.traverseHistory", { context, delta });
  }

  /** The page's own word: Puppeteer learns of a step inside the page a moment later. */
  url() {
    return this.evaluate("location.href");
  }

  /** @param {number} width at most that of the window @param {number} height */
  async resize(width, height) {
    await setViewport(this.#page, { width, height });
  }

  /**
   * By the keys of the browser's menu, from the zoom that it has. They are pressed on the display: what WebDriver presses
   * is for the page alone.
   * @param {number} wanted one of the browser's own steps
   */
  async zoom(wanted) {
    const unzoomed = this.#zoomsLetters ? 100 : 1; // the display has one device px in a CSS px
    for (let steps = 0; steps < mostZoomSteps; ++steps) {
      const zoom = await this.#readZoom();
      if (Math.abs(zoom / unzoomed - wanted) < 0.02) return;
      await pressOnDisplay(this.#display, "firefox", zoom / unzoomed < wanted ? "ctrl+plus" : "ctrl+minus");
      // The browser zooms some time after its key.
      const after = await askUntil(() => this.#readZoom(), (answer) => answer !== zoom);
      if (after === zoom) throw new Error(`Firefox stays at a zoom of ${zoom}`);
    }
    throw new Error(`Firefox has no zoom of ${wanted}`);
  }

  /** Device px in a CSS px, or how large letters of 100 CSS px are. @returns {Promise<number>} */
  #readZoom() {
    return this.#page.evaluate(async (isOfLetters) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      if (!isOfLetters) return devicePixelRatio;
      const probe = document.body.appendChild(document.createElement("span"));
      probe.style.fontSize = "100px";
      const size = Number.parseFloat(getComputedStyle(probe).fontSize);
      probe.remove();
      return size;
    }, this.#zoomsLetters);
  }

  /** @param {string} source @returns {Promise<string>} */
  evaluate(source) {
    return /** @type {Promise<string>} */ (this.#page.evaluate(source));
  }

  /** @param {number} x @param {number} y */
  moveMouse(x, y) {
    this.#mouse = { x, y };
    return this.#page.mouse.move(x, y);
  }

  /** @param {import("./page.mjs").MouseButton} button @param {number} count */
  click(button, count) {
    return this.#page.mouse.click(this.#mouse.x, this.#mouse.y, { button, count });
  }

  pressMouse() {
    return this.#page.mouse.down();
  }

  releaseMouse() {
    return this.#page.mouse.up();
  }

  /** @param {number} deltaX @param {number} deltaY */
  turnWheel(deltaX, deltaY) {
    return this.#page.mouse.wheel({ deltaX, deltaY });
  }

  /** @param {string} key */
  pressKey(key) {
    return this.#page.keyboard.down(/** @type {import("puppeteer-core").KeyInput} */ (key));
  }

  /** @param {string} key */
  releaseKey(key) {
    return this.#page.keyboard.up(/** @type {import("puppeteer-core").KeyInput} */ (key));
  }

  /** @param {string} text */
  type(text) {
    return this.#page.keyboard.type(text);
  }

  async screenshot() {
    return Buffer.from(await this.#page.screenshot());
  }

  accessibilityTree() {
    return readAccessibilityList(this.#page);
  }

  /** @param {() => Promise<void>} action */
  async newTab(action) {
    const context = this.#page.browserContext();
    const known = new Set(context.targets());
    /** @param {import("puppeteer-core").Target} target */
    const isNew = (target) => !known.has(target) && target.url() !== "about:blank";
    const [target] = await Promise.all([context.waitForTarget(isNew, { timeout: mostMilliseconds }), action()]);
    const opened = await target.page();
    if (opened === null) throw new Error("The new tab is no page");
    const isInForeground = await opened.evaluate(() => document.visibilityState === "visible");
    const url = opened.url();
    await opened.close();
    return { url, isInForeground };
  }

  async close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#page.browserContext().close();
  }
}

/**
 * A visitor's settings are the whole browser's.
 * @param {Settings} settings
 * @returns {Record<string, number | string | boolean>}
 */
const preferencesFor = ({ language, colorScheme, forcedColors, reducedMotion, leastFontSize, zoomsLetters }) => ({
  "intl.accept_languages": language,
  "ui.systemUsesDarkTheme": colorScheme === "dark" ? 1 : 0,
  "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
  "browser.display.document_color_use": forcedColors ? 2 : 0,
  "font.minimum-size.x-western": leastFontSize,
  "browser.zoom.full": !zoomsLetters,
  "webgl.force-enabled": true, // though the display draws by software
});

/** @param {Record<string, number | string | boolean>} preferences */
async function startBrowser(preferences) {
  const display = await startDisplay();
  try {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      headless: false,
      timeout: mostStartMilliseconds,
      env: { ...process.env, DISPLAY: display.name },
      extraPrefsFirefox: preferences,
      defaultViewport: null, // see setViewport()
      args: ["--width", String(windowSize.width), "--height", String(windowSize.height)],
    });
    return { browser, display };
  } catch (error) {
    await display.close();
    throw error;
  }
}

/** @returns {Promise<import("../engines.mjs").Browser>} */
export async function launchFirefox() {
  /** One browser for each set of preferences: WebDriver sets them for a start alone. @type {Map<string, ReturnType<typeof startBrowser>>} */
  const started = new Map();
  return {
    async open(settings) {
      const preferences = preferencesFor(settings);
      const key = JSON.stringify(preferences);
      const starting = started.get(key) ?? startBrowser(preferences);
      started.set(key, starting);
      const { browser, display } = await starting;
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await setViewport(page, { width: settings.width, height: settings.height });
      return new FirefoxTab(page, settings.zoomsLetters, display.name);
    },
    close: async () => {
      for (const starting of started.values()) {
        const { browser, display } = await starting;
        await browser.close();
        await display.close();
      }
    },
  };
}
