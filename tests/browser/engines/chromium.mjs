// Debian's Chromium, by Playwright over the DevTools protocol.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium } from "playwright-core";

import { borrowChromium, executablePath, launchArguments } from "../browser.mjs";

/** @typedef {import("./page.mjs").Tab} Tab */
/** @typedef {import("./page.mjs").AccessibleNode} AccessibleNode */
/** @typedef {import("../engines.mjs").Settings} Settings */

const mostFocusMilliseconds = 3_000;

/** @type {import("../engines.mjs").Limits} */
export const limits = { zoom: "headless Chromium has no zoom of its own; DevTools' does the same to a page" };

/** Nodes of Accessibility.getFullAXTree, each of which names its children. @param {any[]} nodes @returns {AccessibleNode} */
function treeOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @param {any} node @returns {AccessibleNode[]} an ignored one is its children */
  const read = (node) => {
    const children = (node.childIds ?? []).flatMap((/** @type {string} */ id) => (byId.has(id) ? read(byId.get(id)) : []));
    return node.ignored ? children : [{ role: node.role?.value ?? "", name: node.name?.value ?? "", children }];
  };
  const [root] = read(nodes[0]);
  if (root === undefined) throw new Error("Chromium gives no accessibility tree");
  return root;
}

/** @implements {Tab} */
class ChromiumTab {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.#page = page;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
  }

  /** @type {string[]} */
  complaints = [];
  #page;

  /** @param {string} url */
  async goto(url) {
    await this.#page.goto(url);
  }

  async reload() {
    await this.#page.reload();
  }

  async back() {
    await this.#page.goBack({ waitUntil: "commit" });
  }

  async forward() {
    await this.#page.goForward({ waitUntil: "commit" });
  }

  async url() {
    return this.#page.url();
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    return this.#page.setViewportSize({ width, height });
  }

  /** @returns {Promise<never>} */
  async zoom() {
    throw new Error(limits.zoom);
  }

  /** @param {string} source @returns {Promise<string>} */
  evaluate(source) {
    return this.#page.evaluate(source);
  }

  /** @param {number} x @param {number} y */
  moveMouse(x, y) {
    return this.#page.mouse.move(x, y);
  }

  /** @param {import("./page.mjs").MouseButton} button @param {number} clicks */
  async click(button, clicks) {
    for (let clickCount = 1; clickCount <= clicks; ++clickCount) {
      await this.#page.mouse.down({ button, clickCount });
      await this.#page.mouse.up({ button, clickCount });
    }
  }

  pressMouse() {
    return this.#page.mouse.down();
  }

  releaseMouse() {
    return this.#page.mouse.up();
  }

  /** @param {number} dx @param {number} dy */
  turnWheel(dx, dy) {
    return this.#page.mouse.wheel(dx, dy);
  }

  /** @param {string} key */
  pressKey(key) {
    return this.#page.keyboard.down(key);
  }

  /** @param {string} key */
  releaseKey(key) {
    return this.#page.keyboard.up(key);
  }

  /** @param {string} text */
  type(text) {
    return this.#page.keyboard.type(text);
  }

  screenshot() {
    return this.#page.screenshot();
  }

  async accessibilityTree() {
    const session = await this.#page.context().newCDPSession(this.#page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    await session.detach();
    return treeOf(nodes);
  }

  /** @param {() => Promise<void>} action */
  async newTab(action) {
    const [opened] = await Promise.all([this.#page.context().waitForEvent("page"), action()]);
    await opened.waitForLoadState("domcontentloaded");
    const isInForeground = await getsFocus(opened);
    const url = opened.url();
    await opened.close();
    return { url, isInForeground };
  }

  close() {
    return this.#page.context().close();
  }
}

/**
 * Playwright makes every page believe that it has the focus. Without that, a tab in the foreground gets it in a moment, and
 * one in the background never.
 * @param {import("playwright-core").Page} page
 */
async function getsFocus(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  return page.waitForFunction(() => document.hasFocus(), undefined, { timeout: mostFocusMilliseconds }).then(
    () => true,
    () => false,
  );
}

/**
 * Some of a visitor's settings are read from a profile alone, and a profile is a browser of its own.
 * @param {number} leastFontSize
 * @param {import("playwright-core").BrowserContextOptions} options
 */
async function openProfile(leastFontSize, options) {
  const folder = await mkdtemp(path.join(tmpdir(), "chromium-"));
  const preferences = { webkit: { webprefs: { minimum_font_size: leastFontSize } } };
  await mkdir(path.join(folder, "Default"));
  await writeFile(path.join(folder, "Default", "Preferences"), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, { executablePath, args: launchArguments, ...options });
  context.once("close", () => void rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return context;
}

/** @returns {Promise<import("../engines.mjs").Browser>} */
export async function launchChromium() {
  const browser = await borrowChromium();
  /** @type {import("playwright-core").BrowserContext[]} */
  const profiles = [];
  return {
    /** @param {Settings} settings */
    async open({ width, height, language, colorScheme, forcedColors, reducedMotion, leastFontSize }) {
      /** @type {import("playwright-core").BrowserContextOptions} */
      const options = {
        viewport: { width, height },
        locale: language,
        colorScheme,
        forcedColors: forcedColors ? "active" : "none",
        reducedMotion: reducedMotion ? "reduce" : "no-preference",
      };
      if (leastFontSize === 0) return new ChromiumTab(await (await browser.newContext(options)).newPage());
      const profile = await openProfile(leastFontSize, options);
      profiles.push(profile);
      return new ChromiumTab(await profile.newPage());
    },
    close: async () => {
      await Promise.all([browser.close(), ...profiles.map((profile) => profile.close())]);
    },
  };
}
