// The same page in three engines: Chromium, Firefox, WebKit, all from Debian. A test is written once, for Engine and Page:
//
//   for (const name of engineNames) {
//     const engine = useEngine(name);               // one browser for all tests of the file
//     test(`… in ${name}`, async () => {
//       const page = await engine.open();            // a visitor of its own, without cookies and storage of another's
//       await page.click({ role: "link", name: "Gobelins" });
//
// Elements are found by role and name, as assistive technology tells them, by one script for all engines (in-page.mjs).
// Mouse and keys are real ones, through each engine's own protocol. Everything waits for what it needs; no test sleeps.
//
// CE_ENGINES=firefox,webkit runs these alone.
//
// What each can be asked (`engine.limits` has the reasons; a test skips what is in there):
//
//                      Chromium            Firefox ESR           WebKitGTK
//   protocol           DevTools            WebDriver BiDi        WebDriver
//   by                 playwright-core     puppeteer-core        selenium-webdriver, WebKitWebDriver
//   shown in           headless            Xvfb                  Xvfb
//   WebGL 2 by         SwiftShader         llvmpipe              llvmpipe
//   a page's start     at once             at once               1 s: a browser of its own
//   left click, drag, wheel, keys          everywhere
//   middle, right      yes                 yes                   no
//   Control+click      yes                 yes                   no
//   new tabs           yes                 yes                   no
//   Control+z          yes                 yes                 no
//   console's errors   yes                 yes                   no
//   language           yes                 yes                   no: en-US
//   dark, less motion  yes                 yes                   yes
//   forced colours     yes                 yes                   no such thing
//   least font size    yes                 yes                   no
//   zoom               no                  yes, by its keys      no
//   accessibility tree the browser's       role and name, element by element, as the browser computes them
//
// Nothing here depends on a browser's version: settings are what the drivers document (arguments, preferences of a start,
// emulation), and no script runs with the browser's own rights. So the tests run with Debian's browsers with and without
// its security archive, which are some major versions apart.

import { after, before } from "node:test";

import { launchChromium, limits as chromiumLimits } from "./engines/chromium.mjs";
import { launchFirefox, limits as firefoxLimits } from "./engines/firefox.mjs";
import { Page } from "./engines/page.mjs";
import { launchWebKit, limits as webKitLimits } from "./engines/webkit.mjs";
import { borrowBrowser } from "./kept.mjs";

export { Page } from "./engines/page.mjs";

/** @typedef {"chromium" | "firefox" | "webkit"} EngineName */

/**
 * @typedef {object} Settings of a visitor's browser
 * @property {number} width of the viewport, CSS px
 * @property {number} height
 * @property {string} language BCP 47
 * @property {"light" | "dark"} colorScheme
 * @property {boolean} forcedColors
 * @property {boolean} reducedMotion
 * @property {number} leastFontSize CSS px; 0: none
 * @property {boolean} zoomsLetters the browser's zoom is set to change letters alone
 */

/**
 * What an engine cannot be asked, and why.
 * @typedef {Partial<Record<
 *   "buttons" | "modifiedClicks" | "newTabs" | "complaints" | "language" | "forcedColors" | "find" | "undo" |
 *   "leastFontSize" | "zoom", string>>} Limits
 */

/**
 * @typedef {object} Browser
 * @property {(settings: Settings) => Promise<import("./engines/page.mjs").Tab>} open
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Engine
 * @property {EngineName} name
 * @property {Limits} limits
 * @property {(settings?: Partial<Settings>) => Promise<Page>} open
 * @property {() => Promise<void>} close
 */

/** @type {Settings} */
const usualSettings = {
  width: 1280,
  height: 800,
  language: "fr-FR",
  colorScheme: "light",
  forcedColors: false,
  reducedMotion: true, // so that a picture is at rest with the frame after an act; tests of motion ask for it
  leastFontSize: 0,
  zoomsLetters: false,
};

/** @type {Record<EngineName, {launch: () => Promise<Browser>, limits: Limits}>} */
const engines = {
  chromium: { launch: launchChromium, limits: chromiumLimits },
  firefox: { launch: launchFirefox, limits: firefoxLimits },
  webkit: { launch: launchWebKit, limits: webKitLimits },
};

/** Those that are to be tested. */
export const engineNames = chosenNames(process.env.CE_ENGINES);

/** @param {string | undefined} choice @returns {EngineName[]} */
function chosenNames(choice) {
  const known = /** @type {EngineName[]} */ (Object.keys(engines));
  const chosen = choice?.split(",") ?? known;
  const unknown = chosen.find((name) => !known.includes(/** @type {EngineName} */ (name)));
  if (unknown !== undefined) throw new Error(`CE_ENGINES takes ${known.join(", ")}, not ${unknown}`);
  return /** @type {EngineName[]} */ (chosen);
}

/** @param {EngineName} name @returns {Promise<Engine>} */
export async function launchEngine(name) {
  const { launch, limits } = engines[name];
  const { browser, giveBack } = await borrowBrowser(`engine ${name}`, launch);
  /** @type {Set<import("./engines/page.mjs").Tab>} */
  const tabs = new Set();
  return {
    name,
    limits,
    open: async (settings = {}) => {
      const tab = await browser.open({ ...usualSettings, ...settings });
      tabs.add(tab);
      return new Page(tab);
    },
    close: async () => {
      for (const tab of tabs) await tab.close(); // a tab in the background draws nothing, and keeps others there
      await giveBack();
    },
  };
}

/**
 * An engine for all tests of a file or of a describe(): started before the first one and closed after the last one.
 * @param {EngineName} name
 * @param {() => Promise<void>} [prepare] what is to be done once it runs: opening the page that the tests share
 * @returns {Pick<Engine, "name" | "limits" | "open">}
 */
export function useEngine(name, prepare) {
  /** @type {Engine | undefined} */
  let engine;
  before(async () => {
    engine = await launchEngine(name);
    await prepare?.();
  });
  after(() => engine?.close());
  return {
    name,
    limits: engines[name].limits,
    open: async (settings) => {
      if (engine === undefined) throw new Error("The engine runs while tests run");
      return engine.open(settings);
    },
  };
}

/** Waits until <challenge-explorer> shows its first frame. @param {Page} page */
export async function waitUntilReady(page) {
  await page.waitFor(async () => {
    await customElements.whenDefined("challenge-explorer");
    await /** @type {any} */ (document.querySelector("challenge-explorer")).ready;
    return true;
  });
}
