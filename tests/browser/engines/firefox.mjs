// Debian's Firefox ESR, by Puppeteer over WebDriver BiDi, in a window on a virtual display: without one it has no WebGL.

import puppeteer from "puppeteer-core";

import { startDisplay, windowPlace } from "./display.mjs";

/** @typedef {import("./page.mjs").Tab} Tab */
/** @typedef {import("./page.mjs").AccessibleNode} AccessibleNode */
/** @typedef {import("../engines.mjs").Settings} Settings */

const mostStartMilliseconds = 120_000; // of the first start on a busy machine
const mostMilliseconds = 30_000;
const barsWidth = 100; // more than enough around a page
const barsHeight = 200;

/** @type {import("../engines.mjs").Limits} */
export const limits = {};

/**
 * Runs in the browser's own process, where the accessibility tree is that which the platform's interface is given. It
 * arrives from the page's process little by little, from the first question on: it is whole once nothing changes.
 * @param {string} url of the page, in the tab that is shown
 */
async function readAccessibilityTree(url) {
  const { Cc, Ci, gBrowser } = /** @type {any} */ (globalThis);
  const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const end = Date.now() + 15_000;
  /** @param {any} accessible @returns {AccessibleNode} */
  const read = (accessible) => ({
    role: accessible.computedARIARole || service.getStringRole(accessible.role),
    name: accessible.name ?? "",
    children: Array.from({ length: accessible.childCount }, (_, index) => read(accessible.getChildAt(index))),
  });
  /** @param {AccessibleNode} node @returns {boolean} */
  const isWhole = ({ role, name, children }) => (role !== "text leaf" || name !== "") && children.every(isWhole);
  for (let before = ""; ; ) {
    const browser = gBrowser.selectedBrowser;
    if (browser.currentURI.spec !== url) throw new Error(`${browser.currentURI.spec} is shown, not ${url}`);
    const frame = service.getAccessibleFor(browser);
    const tree = frame && read(frame.childCount > 0 ? frame.getChildAt(0) : frame);
    const now = JSON.stringify(tree);
    if (tree && tree.children.length > 0 && isWhole(tree) && now === before) return now;
    if (Date.now() > end) throw new Error("The accessibility tree does not come to rest");
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

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
 * Calls a function in the browser's own process, as Firefox's own windows do.
 * @param {import("puppeteer-core").Browser} browser
 * @param {(text: string) => unknown} what it uses nothing from outside itself
 * @param {string} text
 * @returns {Promise<string>}
 */
async function callInBrowser(browser, what, text) {
  const { contexts } = await send(browser, "browsingContext.getTree", { "moz:scope": "chrome" });
  const answer = await send(browser, "script.callFunction", {
    functionDeclaration: String(what),
    arguments: [{ type: "string", value: text }],
    target: { context: contexts[0].context },
    awaitPromise: true,
  });
  if (answer.type !== "success") throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}

/**
 * Runs in the browser's own process, on the tab that is shown.
 * @param {string} json
 */
function zoomPage(json) {
  const { page, letters } = JSON.parse(json);
  const { selectedBrowser } = /** @type {any} */ (globalThis).gBrowser;
  selectedBrowser.fullZoom = page;
  selectedBrowser.textZoom = letters;
}

/** @implements {Tab} */
class FirefoxTab {
  /** @param {import("puppeteer-core").Page} page */
  constructor(page) {
    this.#page = page;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warn") this.complaints.push(message.text());
    });
  }

  /** @type {string[]} */
  complaints = [];
  #page;
  #mouse = { x: 0, y: 0 };

  /** @param {string} url */
  async goto(url) {
    await this.#page.goto(url);
  }

  async reload() {
    await this.#page.reload();
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

  /** Room for more than when it was opened is not in its window. @param {number} width @param {number} height */
  resize(width, height) {
    return this.#page.setViewport({ width, height });
  }

  /** @param {number} page @param {number} letters */
  async zoom(page, letters) {
    await callInBrowser(this.#page.browser(), zoomPage, JSON.stringify({ page, letters }));
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

  async accessibilityTree() {
    return JSON.parse(await callInBrowser(this.#page.browser(), readAccessibilityTree, await this.url()));
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

  close() {
    return this.#page.browserContext().close();
  }
}

/**
 * A visitor's settings are the whole browser's, and Firefox follows them while it runs.
 * @param {Settings} settings
 * @returns {Record<string, number | string>}
 */
const preferencesFor = ({ language, colorScheme, forcedColors, reducedMotion, leastFontSize }) => ({
  "intl.accept_languages": language,
  "ui.systemUsesDarkTheme": colorScheme === "dark" ? 1 : 0,
  "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
  "browser.display.document_color_use": forcedColors ? 2 : 0,
  "font.minimum-size.x-western": leastFontSize,
});

/**
 * Runs in the browser's own process: the settings, and a window with room for the page.
 * @param {string} json
 */
function prepareBrowser(json) {
  const { preferences, x, y, width, height } = JSON.parse(json);
  moveTo(x, y);
  resizeTo(width, height);
  const { prefs } = /** @type {any} */ (globalThis).Services;
  for (const [name, value] of Object.entries(preferences)) {
    if (typeof value === "number") prefs.setIntPref(name, value);
    else prefs.setStringPref(name, value);
  }
}

async function startBrowser() {
  const display = await startDisplay();
  try {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      headless: false,
      timeout: mostStartMilliseconds,
      env: { ...process.env, DISPLAY: display.name },
      extraPrefsFirefox: { "webgl.force-enabled": true }, // though the display draws by software
      args: ["--remote-allow-system-access"], // what callInBrowser() needs
    });
    return { browser, display };
  } catch (error) {
    await display.close();
    throw error;
  }
}

/** @returns {Promise<import("../engines.mjs").Browser>} */
export async function launchFirefox() {
  const { browser, display } = await startBrowser();
  return {
    async open(settings) {
      const wanted = {
        preferences: preferencesFor(settings),
        ...windowPlace,
        width: settings.width + barsWidth,
        height: settings.height + barsHeight,
      };
      await callInBrowser(browser, prepareBrowser, JSON.stringify(wanted));
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: settings.width, height: settings.height });
      return new FirefoxTab(page);
    },
    close: async () => {
      await browser.close();
      await display.close();
    },
  };
}
