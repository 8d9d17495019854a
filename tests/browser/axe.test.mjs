// axe-core on the page: in every state, on both screens, light and dark, French and English, it finds no violation and
// nothing that a person would have to look at. In Chromium, and with --all in three engines and on each screen in both languages.
//
// What lies on a canvas has no colours that it could read: there the contrast is measured on pictures (contrast.test.mjs).
// Where the mirror shows itself, after a lost context, its colours are style sheets' and axe-core measures them too.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { now, serve } from "./browser.mjs";
import { launchEngine, waitUntilReady } from "./engines.mjs";
import { leadingEngines, variants } from "./extent.mjs";
import { waitForFrames } from "./picture.mjs";
import { goWithoutLoading, queryOf, screens, statesOn } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */
/** @typedef {import("./states.mjs").ScreenName} ScreenName */
/** @typedef {import("./states.mjs").Language} Language */
/** @typedef {{passed: number, findings: string[]}} Answer how many elements and rules were found good, and all that was not */

/** @type {ScreenName[]} */
const screenNames = ["desktop", "phone"];
/**
 * Each screen in one language; with --all in Chromium both in both: the words differ, and how much room they take.
 * @param {string} engineName @param {ScreenName} screenName @returns {Language[]}
 */
function languagesOn(engineName, screenName) {
  if (engineName !== "chromium") return ["fr"];
  return screenName === "desktop" ? variants(["fr"], ["en"]) : variants(["en"], ["fr"]);
}

const script = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * Runs in the page: every rule but those of colours, also some that are off by default for their newness; or those alone.
 * @param {boolean} isOfColours
 * @returns {Promise<Answer>}
 */
async function runAxe(isOfColours) {
  const { axe } = /** @type {any} */ (window);
  const ofColours = ["color-contrast", "link-in-text-block"];
  const rules = {
    ...Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }])),
    "label-content-name-mismatch": { enabled: true }, // WCAG 2.5.3
    "target-size": { enabled: true }, // 2.5.8
    "css-orientation-lock": { enabled: true },
    "focus-order-semantics": { enabled: true },
    "hidden-content": { enabled: false }, // says only that it does not look there
  };
  const choice = isOfColours ? { runOnly: ofColours } : { rules };
  const result = await axe.run(document, { ...choice, elementRef: true });
  /** @param {any} rule @param {any} node */
  const describe = (rule, node) => `${rule.id}: ${node.html.slice(0, 200)}: ${[...node.any, ...node.all, ...node.none].map(({ message }) => message).join("; ")}`;
  const foot = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".at-bottom > .node")?.getBoundingClientRect();
  /** @param {any} rule @param {any} node */
  const isOurs = (rule, node) => {
    const words = node.any.map((/** @type {any} */ check) => check.message).join(" ");
    // Arrows are no letters, and a field without any has no colour of letters. What is cut or scrolled away reaches below other things.
    const isCut = node.element.closest(".cut, .scrolls-y") !== null && /obscured/.test(words);
    if (rule.id === "color-contrast") return !isCut && !/only non-text characters|no value/.test(words);
    // What has just scrolled half beneath the bar at the foot is smaller as long as it is there.
    const isBeneath = foot !== undefined && node.element.getBoundingClientRect().bottom > foot.top;
    return rule.id !== "target-size" || !isBeneath || !/obscured/.test(words);
  };
  /** @param {any[]} found @returns {string[]} */
  const list = (found) =>
    found.flatMap((rule) => rule.nodes.filter((/** @type {any} */ node) => isOurs(rule, node)).map((/** @type {any} */ node) => describe(rule, node)));
  const passed = result.passes.reduce((/** @type {number} */ sum, /** @type {any} */ rule) => sum + rule.nodes.length, 0);
  return { passed, findings: [...list(result.violations), ...list(result.incomplete)] };
}

/**
 * Runs in the page: takes the canvas away. Links without a ground lie over words: axe-core would look no farther down; nor below
 * the room in which the results' head stays, which has no ground either.
 */
function showMirror() {
  const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  root.querySelector("canvas")?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".text { z-index: 2 } .track.at-top { z-index: 0 } [role=status] { visibility: hidden }");
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

// What the rules look at is the mirror's elements, which are the same in every engine.
for (const name of leadingEngines) {
  describe(name, () => {
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    /** @type {Awaited<ReturnType<typeof launchEngine>>} */
    let engine;
    /** With a programme that is none. @type {Awaited<ReturnType<typeof serve>>} */
    let broken;
    before(async () => {
      [engine, server, broken] = await Promise.all([
        launchEngine(name),
        serve(),
        serve({ intercept: (request, response) => request.url?.startsWith("/programme.json") === true && response.end('{"id": 1}') !== undefined }),
      ]);
    });
    after(async () => {
      await engine?.close();
      await Promise.all([server.close(), broken.close()]);
    });

    /**
     * @param {Page} page
     * @param {ScreenName} screenName
     * @param {Language} language
     * @param {boolean} isOfColours
     */
    const checkAll = async (page, screenName, language, isOfColours) => {
      for (const state of statesOn(screenName)) {
        await page.evaluate(goWithoutLoading, queryOf(state, language));
        await page.find({ role: "heading", name: state.heading[language], exact: true });
        await waitForFrames(page);
        const { passed, findings } = await page.evaluate(runAxe, isOfColours);
        assert.deepEqual(findings, [], `${screenName}, ${language}, ${state.name}`);
        assert.ok(passed > (isOfColours ? 20 : 300), `${state.name}: only ${passed} were looked at`);
      }
    };

    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      test(`${name}, ${colorScheme}: axe-core finds nothing, in no state`, async () => {
        const page = await engine.open({ ...screens.desktop, colorScheme });
        await page.goto(`${server.address}?${now}`);
        await waitUntilReady(page);
        await page.evaluate(`(() => { ${script}; return typeof window.axe; })()`);
        // Colours change nothing but colours, and the words' language nothing that differs between engines.
        for (const screenName of colorScheme === "light" ? screenNames : []) {
          await page.resize(screens[screenName].width, screens[screenName].height);
          for (const language of languagesOn(name, screenName)) await checkAll(page, screenName, language, false);
        }
        await page.evaluate(showMirror);
        await page.waitFor(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".without-canvas") !== null);
        // On a phone's screen a bar lies over part of the words; the colours are the same.
        await page.resize(screens.desktop.width, screens.desktop.height);
        await checkAll(page, "desktop", "fr", true);
        assert.deepEqual(page.complaints, []);
        await page.close();
      });

      test(`${name}, ${colorScheme}: axe-core finds nothing where the programme's file has errors`, async () => {
        const page = await engine.open({ ...screens.phone, colorScheme });
        await page.goto(broken.address);
        await page.waitFor(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("[role=alert]") != null);
        await page.evaluate(`(() => { ${script}; return typeof window.axe; })()`);
        for (const isOfColours of [false, true]) {
          const { passed, findings } = await page.evaluate(runAxe, isOfColours);
          assert.deepEqual(findings, []);
          assert.ok(passed > 5, `only ${passed} were looked at`);
        }
        await page.close();
      });
    }
  });
}
