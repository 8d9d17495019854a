// What the browser tests share: the built site behind the project's own server, under its Content-Security-Policy, and Debian's Chromium.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { serve as serveFolder } from "../../scripts/serve.mjs";
import { borrowBrowser } from "./kept.mjs";
import { askUntil } from "./until.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Pick<import("playwright-core").Browser, "newContext">} PageMaker what openPage() needs of a browser */

export const now = "now=2017-10-15";

export const executablePath = "/usr/bin/chromium";
export const launchArguments = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-gpu-rasterization", // Debian turns it on; SwiftShader is slower at it than the browser without a graphics card
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param {string[]} [more] arguments of Chromium's */
export const launch = (more = []) => chromium.launch({ executablePath, args: [...launchArguments, ...more] });

/**
 * Serves the built site: build/web/site, or the folder that CE_SITE names. @param {NonNullable<Parameters<typeof serveFolder>[0]>} [options]
 */
export const serve = (options = {}) => serveFolder({ ...(process.env.CE_SITE ? { folder: process.env.CE_SITE } : {}), ...options });

/**
 * The site for all tests of a file: served from before the first one until after the last one.
 * @param {Parameters<typeof serve>[0]} [options]
 * @returns {{readonly address: string}}
 */
export function useSite(options) {
  /** @type {Awaited<ReturnType<typeof serve>> | undefined} */
  let server;
  before(async () => {
    server = await serve(options);
  });
  after(() => server?.close());
  return {
    get address() {
      if (server === undefined) throw new Error("The site is served while tests run");
      return server.address;
    },
  };
}

/**
 * Debian's Chromium: close() closes the contexts that were opened in it by this, and it itself where it is not kept (kept.mjs).
 * @returns {Promise<PageMaker & {close: () => Promise<void>}>}
 */
export async function borrowChromium() {
  const { browser, giveBack } = await borrowBrowser("chromium", launch);
  /** @type {import("playwright-core").BrowserContext[]} */
  const contexts = [];
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await giveBack();
    },
  };
}

/**
 * Debian's Chromium for all tests of a file or of a describe(): from before the first one until after the last one.
 * @returns {PageMaker}
 */
export function useBrowser() {
  /** @type {Awaited<ReturnType<typeof borrowChromium>> | undefined} */
  let browser;
  before(async () => {
    browser = await borrowChromium();
  });
  after(() => browser?.close());
  return {
    newContext: (options) => {
      if (browser === undefined) throw new Error("The browser runs while tests run");
      return browser.newContext(options);
    },
  };
}

/** A programme of the tests' data. @param {string} path from the repository's root */
export const readProgramme = (path) => readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

/**
 * A page that fails its test where something goes wrong on it: an error, a message of the console's, a request to somewhere else.
 * @param {PageMaker} browser
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "fr-FR", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && hostname !== "127.0.0.1") complaints.push(`request to ${request.url()}`);
  });
  return { context, page, complaints };
}

/** Waits until the element's first frame stands. @param {Page} page */
export async function waitUntilReady(page) {
  await page.evaluate(async () => {
    await customElements.whenDefined("challenge-explorer");
    await /** @type {any} */ (document.querySelector("challenge-explorer")).ready;
  });
}

/**
 * The accessibility tree of the page as text, without what is only announced for some seconds or while a pointer is on it.
 * @param {Page} page
 */
export async function snapshot(page) {
  const text = await page.locator("body").ariaSnapshot();
  return text.replace(/^ *- (status|tooltip)\b.*\n?/gm, "").trimEnd();
}

/**
 * Waits until the tree is that of an earlier snapshot; fails with the difference where it does not become it.
 * @param {import("playwright-core").Page} page
 * @param {string} expected
 */
export async function waitForSnapshot(page, expected) {
  assert.equal(await askUntil(() => snapshot(page), (tree) => tree === expected), expected);
}
