// Where the canvas is not what one sees: in forced colours and after a lost context the mirror shows itself, and the visit
// goes on. And what of the mirror is always seen, the search field, against what is painted over it. And the page for who
// wants less motion: the same, for nothing here moves by itself.
//
// WebKit has no forced colours. That the element works where there was no WebGL 2 to begin with: weather.test.mjs.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { useSite } from "./browser.mjs";
import { engineNames, useEngine } from "./engines.mjs";
import { leadingEngines } from "./extent.mjs";
import { countDifferences, takePicture, takeStillPicture, waitForFrames } from "./picture.mjs";
import { load, show, stateNames } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */
/** @typedef {import("./picture.mjs").Area} Area */
/** @typedef {import("./picture.mjs").Picture} Picture */

const development = { role: "checkbox", name: "Développement web" };
const card = { role: "link", name: "Gobelins", exact: true };
const detail = { role: "complementary", name: "Gobelins" };
const apply = { role: "link", name: "Candidater à ce défi", within: detail };

/** @param {string} name "4 défis" */
const count = (name) => ({ role: "heading", name, exact: true });

/** Scrollbars that lie over the page come and go by themselves: the filters' stands left of this, the page's right. */
const cardsInView = { left: 290, top: 0, width: 960, height: 800 };

const server = useSite();

/** Two skills, a word, a challenge, the form. @param {Page} page */
async function walk(page) {
  await page.click(development);
  await page.find(count("7 défis"));
  await page.click({ role: "searchbox" });
  await page.type("collections");
  await page.find(count("1 défi"));
  await page.click(card);
  const { attributes } = await page.find(apply);
  assert.match(attributes["href"] ?? "", /framaforms/);
  await page.aim(apply);
}

/** Where each text of the mirror is, on the page. @param {Page} page @returns {Promise<[string, number, number, number][]>} */
const placesOfTexts = (page) =>
  page.evaluate(() =>
    [...(document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll(".text") ?? [])].map((text) => {
      const { x, y, height } = text.getBoundingClientRect();
      return [text.textContent ?? "", x + scrollX, y + scrollY, height];
    }),
  );

/**
 * Runs in the page: what can be pressed and shows neither words nor a sign.
 * @returns {string[]}
 */
function findBlank() {
  const root = document.querySelector("challenge-explorer")?.shadowRoot;
  const isSeen = (/** @type {string} */ colour) => !/^transparent$|^rgba\(.*, 0\)$/.test(colour);
  /** @param {HTMLElement} control */
  const isBlank = (control) => {
    const style = getComputedStyle(control);
    if (control instanceof HTMLInputElement) return !isSeen(style.color) || (control.value || control.placeholder) === "";
    const words = control.querySelector(".line");
    if (words !== null) return !isSeen(getComputedStyle(words).color) || words.textContent === "";
    const mark = control.querySelector(":scope > [aria-hidden]:empty");
    if (mark instanceof HTMLElement && (mark.dataset["sign"] !== undefined || getComputedStyle(mark).outlineStyle === "solid")) return false;
    const sign = getComputedStyle(control, "::before");
    const isLine = Number.parseFloat(style.borderBlockStartWidth) >= 1 && isSeen(style.borderBlockStartColor);
    return !isLine && (/^(none|normal|"")$/.test(sign.content) || !isSeen(sign.color));
  };
  const controls = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll("a.node, button.node, label.node, input.node") ?? [])]);
  return controls.filter(isBlank).map((control) => control.getAttribute("aria-label") ?? control.outerHTML);
}

/**
 * Runs in the page: words that a box's edge crosses. A box is what is drawn around a control or a card.
 * @returns {string[]}
 */
function findCrossedWords() {
  const root = document.querySelector("challenge-explorer")?.shadowRoot;
  const lines = [...(root?.querySelectorAll(".line") ?? [])].flatMap((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const { left, right: end, top, bottom } = range.getBoundingClientRect();
    const right = Math.min(end, line.closest(".cut")?.getBoundingClientRect().right ?? end);
    const size = Number.parseFloat(getComputedStyle(line).fontSize);
    const middle = (top + bottom) / 2;
    // Letters alone, from the height of an x to the baseline: there is room above and below. What scrolls cuts them off at its edges.
    const port = line.closest(".scrolls-x, .scrolls-y")?.getBoundingClientRect() ?? new DOMRect(-1e6, -1e6, 2e6, 2e6);
    // A label of the calendar covers today's line, which goes through all lanes.
    const isCovering = getComputedStyle(line).backgroundColor !== "rgba(0, 0, 0, 0)";
    const seen = {
      line,
      isCovering,
      left: Math.max(left, port.left),
      right: Math.min(right, port.right),
      top: Math.max(middle - size / 4, port.top),
      bottom: Math.min(middle + size / 4, port.bottom),
    };
    return seen.left < seen.right && seen.top < seen.bottom ? [seen] : [];
  });
  return [...(root?.querySelectorAll(".node") ?? [])].flatMap((element) => {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    if (outlineStyle === "none") return [];
    const [width, offset] = [Number.parseFloat(outlineWidth), Number.parseFloat(outlineOffset)];
    const box = element.getBoundingClientRect();
    const outer = offset + width;
    const isBar = element.parentElement?.classList.contains("track"); // it covers what is below it
    return lines.flatMap(({ line, isCovering, left, right, top, bottom }) => {
      const isApart =
        right <= box.left - outer || left >= box.right + outer || bottom <= box.top - outer || top >= box.bottom + outer;
      const isBeside = left >= box.left - offset - 0.5 && right <= box.right + offset + 0.5;
      const isInside = isBeside && top >= box.top - offset && bottom <= box.bottom + offset;
      const isBeneath = line.closest(".track") !== element.closest(".track");
      const isCovered = isCovering && element.matches(":empty");
      return isApart || isInside || isBar || isBeneath || isCovered ? [] : [`${line.textContent} by ${element.outerHTML.slice(0, 80)}`];
    });
  });
}

/** Focuses what is seen only while it has the focus. @param {Page} page @param {string} name */
async function focusByName(page, name) {
  await page.evaluate((wanted) => {
    const root = document.querySelector("challenge-explorer")?.shadowRoot;
    const control = [...(root?.querySelectorAll("a.node, button.node") ?? [])].find((one) => one.getAttribute("aria-label") === wanted);
    if (control instanceof HTMLElement) control.focus();
  }, name);
  await waitForFrames(page);
}

/** Runs in the page: nothing has the focus. */
function blur() {
  const focused = document.querySelector("challenge-explorer")?.shadowRoot?.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
}

/** Runs in the page. */
function readFocusedGround() {
  const focused = document.querySelector("challenge-explorer")?.shadowRoot?.activeElement;
  return focused ? getComputedStyle(focused).backgroundColor : "nothing has the focus";
}

/**
 * The search field scrolls beneath the bar, and is not to be seen there.
 * @param {Page} page 1280 × 800
 */
async function assertFootIsClosed(page) {
  await page.resize(320, 640);
  await load(page, server.address);
  await page.click({ role: "searchbox" });
  await page.type("des");
  await page.waitFor(() => location.search.includes("q=des"));
  // The field is beneath the bar, half beneath it, far above it.
  const pictures = [];
  let foot = { left: 0, top: 0, width: 0, height: 0 };
  for (const above of [-12, 22, 400]) {
    foot = await page.evaluate((wanted) => {
      const root = document.querySelector("challenge-explorer")?.shadowRoot;
      const bar = /** @type {Element} */ (root?.querySelector(".at-bottom > .node")).getBoundingClientRect();
      const field = /** @type {Element} */ (root?.querySelector("input[type=search]")).getBoundingClientRect();
      window.scrollBy(0, field.top - bar.top + wanted);
      return { left: bar.left, top: bar.top + 2, width: bar.width, height: bar.height - 2 };
    }, above);
    await waitForFrames(page);
    pictures.push(await takePicture(page));
  }
  const [whole, half, apart] = /** @type {[Picture, Picture, Picture]} */ (pictures);
  assert.ok(countDifferences(whole, apart) > 0, "the page has scrolled");
  assert.equal(countDifferences(whole, apart, foot), 0, "beneath it");
  assert.equal(countDifferences(half, apart, foot), 0, "half beneath it");
  await page.resize(1280, 800);
  await show(page, "overview");
}

for (const name of engineNames) {
  // Whether the mirror shows itself is the engine's part, and how it looks then the program's and its style sheet's.
  const isLeading = leadingEngines.includes(name);
  describe(name, () => {
    /** With the page's own colours. @type {Page} */
    let plain;
    /** @type {Awaited<ReturnType<typeof placesOfTexts>>} */
    let painted;
    /** With the visitor's; nothing where the engine has no such setting. @type {Page | undefined} */
    let own;
    const engine = useEngine(name, async () => {
      plain = await engine.open();
      await load(plain, server.address);
      painted = await placesOfTexts(plain);
    });

    test(`${name}: when the graphics card gives up, the visit goes on; when it is back, so is the picture`, async () => {
      const rest = async () => {
        await plain.evaluate(blur);
        await plain.hover({ x: 0, y: 0 });
        await waitForFrames(plain);
      };
      await rest();
      const before = await takePicture(plain);
      await plain.evaluate(() => {
        const canvas = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas");
        const extension = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
        Object.assign(globalThis, { lost: extension });
        extension?.loseContext();
      });
      /** @param {boolean} isWithout */
      const waitUntilWithout = (isWithout) =>
        plain.waitFor(
          (wanted) => {
            const box = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".box");
            return box?.classList.contains("without-canvas") === wanted;
          },
          isWithout,
        );
      await waitUntilWithout(true);
      await walk(plain);
      await show(plain, "overview");
      await plain.find(count("13 défis"));
      await plain.evaluate(() => /** @type {any} */ (globalThis).lost.restoreContext());
      await waitUntilWithout(false);
      await rest();
      assert.equal(countDifferences(before, await takePicture(plain), cardsInView), 0);
    });

    if (isLeading) test(`${name}: a visitor who wants less motion sees the same, and nothing that moves`, async () => {
      const still = await engine.open({ reducedMotion: true });
      await load(still, server.address);
      assert.equal(await still.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches), true);
      assert.deepEqual(await placesOfTexts(still), painted);
      const steps = [
        () => still.click({ role: "button", name: "Auditions" }),
        () => still.click({ role: "button", name: "Zoom avant" }),
        () => still.click(development),
        () => still.click(card),
        () => still.press("Escape"),
      ];
      for (const step of steps) {
        await step();
        await waitForFrames(still);
        const [first, y] = [await takePicture(still), await still.evaluate(() => scrollY)];
        assert.equal(await still.evaluate(() => document.getAnimations().length), 0);
        await waitForFrames(still);
        assert.equal(await still.evaluate(() => scrollY), y);
        // WebKitGTK shows a frame some time after it was drawn: there the picture has to come to rest, or this throws.
        if (name === "webkit") await takeStillPicture(still);
        else assert.equal(countDifferences(first, await takePicture(still), cardsInView), 0);
      }
      await still.close();
    });

    if (isLeading) test(`${name}: nothing shows through the bar at a phone's foot`, () => assertFootIsClosed(plain));

    test(`${name}: a visitor with colours of her own sees the same words in the same places`, async (t) => {
      if (engine.limits.forcedColors) return t.skip(engine.limits.forcedColors);
      await plain.close(); // a tab in the background draws nothing
      own = await engine.open({ forcedColors: true });
      await load(own, server.address);
      assert.ok(painted.length > 150, `${painted.length} texts`);
      const shown = await placesOfTexts(own);
      assert.equal(shown.length, painted.length);
      assert.deepEqual(shown.filter((place, index) => String(place) !== String(painted[index])), []);
      const look = await own.evaluate(() => {
        const root = document.querySelector("challenge-explorer")?.shadowRoot;
        const styleOf = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (root?.querySelector(selector)));
        return { canvas: styleOf("canvas").visibility, words: styleOf("article .line").color };
      });
      assert.equal(look.canvas, "hidden");
      assert.match(look.words, /^rgb\(/);
    });

    if (isLeading) test(`${name}: in her own colours Tab shows where it is`, async (t) => {
      if (own === undefined) return t.skip(engine.limits.forcedColors);
      const controls = [
        { role: "button", name: "English" },
        { role: "link", name: "Déposer ma candidature" },
        { role: "button", name: /^Sélection des défis/ },
        { role: "searchbox", name: "Rechercher" },
        development,
      ];
      for (const control of controls) {
        await own.tabTo(control);
        await waitForFrames(own);
        const { x, y, width, height } = await own.find(control);
        const focused = await takePicture(own);
        await own.evaluate(blur);
        await waitForFrames(own);
        const ring = { left: x - 6, top: y - 6, width: width + 12, height: height + 12 };
        const changed = countDifferences(focused, await takePicture(own), ring);
        assert.ok(changed >= width + height, `${control.name}: ${changed} pixels`);
      }
    });

    for (const [width, height] of /** @type {const} */ ([[1280, 800], [320, 640]])) {
      if (isLeading) test(`${name}: in her own colours all that can be pressed shows words or a sign, and no box crosses words, ${width} px wide`, async (t) => {
        if (own === undefined) return t.skip(engine.limits.forcedColors);
        await own.resize(width, height);
        for (const state of stateNames) {
          await show(own, state);
          for (const blank of await own.evaluate(findBlank)) {
            await focusByName(own, blank);
            assert.ok(!(await own.evaluate(findBlank)).includes(blank), `${state}: ${blank}`);
            assert.match(await own.evaluate(readFocusedGround), /^rgb\(/, `${blank} hides the words below it`);
          }
          await own.evaluate(blur);
          await waitForFrames(own);
          assert.deepEqual(await own.evaluate(findCrossedWords), [], state);
        }
      });
    }

    if (isLeading) test(`${name}: in her own colours nothing shows through the bar at a phone's foot`, async (t) => {
      if (own === undefined) return t.skip(engine.limits.forcedColors);
      await assertFootIsClosed(own);
    });

    test(`${name}: in her own colours she gets to the form`, async (t) => {
      if (own === undefined) return t.skip(engine.limits.forcedColors);
      await walk(own);
      assert.deepEqual(own.complaints, []);
    });
  });
}
