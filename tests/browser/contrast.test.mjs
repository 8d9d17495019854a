// Colours as they are painted, measured on pictures: words against their ground (WCAG 1.4.3), the edges of boxes and
// fields, signs, bars and diamonds (1.4.11), the ring around what has the focus (2.4.7). In every state, light and dark.
//
// Words are where the mirror has them. Their ground is the colour that most of their box has, their ink the commonest of
// those that are far from it: pictures have two device px in a CSS px, so that the middle of a stroke is all ink.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, openPage, useBrowser, useSite, waitUntilReady } from "./browser.mjs";
import { launchEngine, waitUntilReady as waitForEngine } from "./engines.mjs";
import { leadingEngines, testsAll, variants } from "./extent.mjs";
import { countColours, distanceOf, findChanges, takePicture, waitForFrames } from "./picture.mjs";
import { goWithoutLoading, queryOf, screens, statesOn } from "./states.mjs";

/** @typedef {import("./picture.mjs").Area} Area */
/** @typedef {import("./picture.mjs").Picture} Picture */
/** @typedef {{name: string, area: Area, least: number}} Thing what is to be told from its ground, by that contrast at least */

const leastForWords = 4.5;
const leastForLargeWords = 3;
const leastForSigns = 3;
const mostScreens = 12;

const browser = useBrowser();
const server = useSite();

/** @param {number} colour 0xRRGGBB */
const partsOf = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** @param {number} colour @returns {number} https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour) {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} one @param {number} other @returns {number} https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(one, other) {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {number} colour */
const nameOf = (colour) => `#${colour.toString(16).padStart(6, "0")}`;

/**
 * Runs in the page: the words and the signs that are in view as a whole, and what of the canvas they take.
 * @param {{leastForWords: number, leastForLargeWords: number, leastForSigns: number}} least
 * @returns {Thing[]}
 */
function findThings({ leastForWords, leastForLargeWords, leastForSigns }) {
  const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  // Bars at the head and the foot of the view, which cover what scrolls below them; columns that stay cover nothing.
  const bars = [...root.querySelectorAll(".track > .node")]
    .map((bar) => ({ bar, rect: bar.getBoundingClientRect() }))
    .filter(({ rect }) => rect.height < innerHeight / 3);
  const isSeen = (/** @type {Element} */ element, /** @type {DOMRect} */ { left, top, right, bottom, width, height }) => {
    const port = element.closest(".scrolls-x, .scrolls-y")?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const isInside = left >= Math.max(0, port.left) && right <= Math.min(innerWidth, port.right);
    const isCovered = bars.some(
      ({ bar, rect }) => !bar.contains(element) && top < rect.bottom && bottom > rect.top && left < rect.right && right > rect.left,
    );
    const isWhole = top >= Math.max(0, port.top) && bottom <= Math.min(innerHeight, port.bottom);
    return isInside && isWhole && width > 0 && height > 0 && !isCovered;
  };
  // What cannot be activated, what is only heard, and what shows itself with the focus alone (visit_test.cpp).
  const isExempt = (/** @type {Element} */ element) => element.closest("[aria-disabled], [role=status], .no-pointer") !== null;
  const nameOf = (/** @type {Element} */ element) => element.getAttribute("aria-label") ?? element.textContent ?? "";
  const lines = [...root.querySelectorAll(".line")].flatMap((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const whole = range.getBoundingClientRect();
    const box = /** @type {Element} */ (line.closest(".text")).getBoundingClientRect();
    const rect = new DOMRect(whole.left, whole.top, Math.min(whole.width, box.right - whole.left), whole.height); // of what is cut
    const { fontSize, fontWeight } = getComputedStyle(line);
    const isLarge = Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
    return isExempt(line) || !isSeen(line, rect) || line.textContent === ""
      ? []
      : [{ name: `words “${line.textContent}”`, area: rect, least: isLarge ? leastForLargeWords : leastForWords }];
  });
  const signs = [...root.querySelectorAll("label.node, input.node, button.node:not(:has(.line)), a.node:empty")].flatMap((element) => {
    const rect = element.getBoundingClientRect();
    if (isExempt(element) || !isSeen(element, rect)) return [];
    const { left, top, height } = rect;
    const area = element.localName === "label" ? new DOMRect(left, top, Math.min(24, height), height) : rect;
    return [{ name: `${element.localName} “${nameOf(element)}”`, area, least: leastForSigns }];
  });
  return [...lines, ...signs].map(({ name, area: { left, top, width, height }, least }) => ({ name, area: { left, top, width, height }, least }));
}

/**
 * The ground and the ink of an area.
 * @param {Picture} picture
 * @param {Area} area
 */
function findColours(picture, area) {
  const common = [...countColours(picture, area)].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
  const ground = common[0] ?? 0;
  const most = Math.max(...common.map((colour) => distanceOf(colour, ground)));
  const ink = common.find((colour) => colour !== ground && distanceOf(colour, ground) >= most / 2) ?? ground;
  return { ground, ink };
}

/**
 * What of the page is too faint, screen by screen from its top.
 * @param {import("playwright-core").Page} page
 * @param {number} screensToSee
 */
async function findFaint(page, screensToSee) {
  /** @type {Set<string>} */
  const faint = new Set();
  let count = 0;
  await page.evaluate(() => scrollTo(0, 0));
  for (let screen = 0; screen < screensToSee; ++screen) {
    await waitForFrames(page);
    const things = await page.evaluate(findThings, { leastForWords, leastForLargeWords, leastForSigns });
    const picture = await takePicture(page);
    things.forEach(({ name, least, area }) => {
      const { ground, ink } = findColours(picture, area);
      const contrast = contrastOf(ground, ink);
      if (contrast < least) faint.add(`${name}: ${contrast.toFixed(2)}, ${nameOf(ink)} on ${nameOf(ground)}, ${Math.round(area.width)} × ${Math.round(area.height)}`);
    });
    count += things.length;
    const isAtEnd = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, innerHeight * 0.8);
      return scrollY === before;
    });
    if (isAtEnd) break;
  }
  return { count, faint: [...faint] };
}

/** @param {"desktop" | "phone"} screenName @param {"light" | "dark"} colorScheme */
async function openScreen(screenName, colorScheme) {
  const opened = await openPage(browser, { viewport: screens[screenName], deviceScaleFactor: 2, colorScheme });
  await opened.page.goto(`${server.address}?${now}`);
  await waitUntilReady(opened.page);
  return opened;
}

/** @typedef {["desktop" | "phone", "light" | "dark"]} Look */
/** @type {Look[]} */
const usualLooks = [["desktop", "light"], ["phone", "dark"]];
/** @type {Look[]} */
const otherLooks = [["desktop", "dark"], ["phone", "light"]];

for (const [screenName, colorScheme] of variants(usualLooks, otherLooks)) {
  test(`${screenName}, ${colorScheme}: in every state words, edges and signs stand out from their ground`, async () => {
    const { page, context, complaints } = await openScreen(screenName, colorScheme);
    for (const state of statesOn(screenName)) {
      await page.evaluate(goWithoutLoading, queryOf(state));
      await page.getByRole("heading", { name: state.heading.fr, exact: true }).first().waitFor();
      const { count, faint } = await findFaint(page, state.name === "overview" ? mostScreens : 2);
      assert.deepEqual(faint, [], state.name);
      assert.ok(count > 30, `${state.name}: only ${count} were looked at`);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("a colour for actions that cannot be read on the page's ground is found", async () => {
  const { page, context } = await openScreen("desktop", "light");
  await page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.querySelector("challenge-explorer"));
    element.style.setProperty("--ce-accent", "#c8c8c8");
    dispatchEvent(new Event("resize")); // read with the next frame
  });
  const { faint } = await findFaint(page, 1);
  assert.ok(faint.some((words) => words.includes("#c8c8c8")), faint.join("\n"));
  await context.close();
});

// ── The ring around what has the focus ──

/** Runs in the page: of what has the focus, a name and its place; nothing where it is not in the element. */
function readFocused() {
  const active = document.querySelector("challenge-explorer")?.shadowRoot?.activeElement;
  if (!(active instanceof HTMLElement)) return undefined;
  const control = active.closest("label") ?? active;
  const { left, top, width, height } = control.getBoundingClientRect();
  return { name: `${control.localName} “${active.getAttribute("aria-label") ?? control.textContent}”`, left, top, width, height };
}

const ringReach = 6; // CSS px around what has it
const mostStops = 60;
const leastRing = 1.5; // CSS px of its thickness: here and there it lies on a line of its own colour

/** Runs in the page: how far it and what scrolls inside it are scrolled. */
function readOffsets() {
  const regions = document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll(".scrolls-x, .scrolls-y") ?? [];
  return String([scrollY, ...[...regions].flatMap(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])]);
}

/** What has the focus has it again afterwards. @param {import("./engines.mjs").Page} page */
async function takePictureWithoutFocus(page) {
  await page.evaluate(() => {
    const active = /** @type {HTMLElement} */ (document.querySelector("challenge-explorer")?.shadowRoot?.activeElement);
    Object.assign(globalThis, { last: active });
    active.blur();
  });
  await waitForFrames(page);
  const picture = await takePicture(page);
  await page.evaluate(() => /** @type {any} */ (globalThis).last.focus());
  await waitForFrames(page);
  return picture;
}

/**
 * Goes on by Tab through the page, and looks at what is reached, or at some of each kind.
 * @param {import("./engines.mjs").Page} page
 * @param {number} mostOfAKind
 * @returns {Promise<{name: string, pixels: number, wanted: number}[]>}
 */
async function measureRings(page, mostOfAKind) {
  const rings = [];
  /** @type {Map<string, number>} */
  const kinds = new Map();
  /** Without a focus, by what is scrolled where. @type {Map<string, Picture>} */
  const plainPictures = new Map();
  for (let stop = 0; stop < mostStops; ++stop) {
    await page.press("Tab");
    await waitForFrames(page);
    const focused = await page.evaluate(readFocused);
    if (focused === undefined) break;
    const kind = `${focused.name.split(" ")[0]}, ${focused.height} high`;
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    if (count > mostOfAKind) continue;
    const withRing = await takePicture(page);
    const offsets = await page.evaluate(readOffsets);
    const plain = plainPictures.get(offsets) ?? (await takePictureWithoutFocus(page));
    plainPictures.set(offsets, plain);
    const { name, left, top, width, height } = focused;
    const area = { left: left - ringReach, top: top - ringReach, width: width + 2 * ringReach, height: height + 2 * ringReach };
    const changes = findChanges(plain, withRing, area);
    const strong = changes.filter(({ from, to }) => contrastOf(from, to) >= leastForSigns);
    const pixels = strong.reduce((sum, { size }) => sum + size, 0);
    rings.push({ name, pixels, wanted: leastRing * (width + height) });
  }
  return rings;
}

// The ring is the program's own, and its colours are the same in every engine.
for (const name of leadingEngines) {
  const looks = name === "chromium" ? variants(usualLooks, otherLooks) : usualLooks.slice(0, 1);
  for (const [screenName, colorScheme] of looks) {
    test(`${name}, ${screenName}, ${colorScheme}: whatever Tab reaches has a ring that stands out, and the mouse gives it to nothing`, async () => {
      const engine = await launchEngine(name);
      const page = await engine.open({ ...screens[screenName], colorScheme });
      await page.goto(`${server.address}?${now}${screenName === "desktop" ? "&defi=gobelins" : ""}`);
      await waitForEngine(page);
      await page.hover({ x: 2, y: 2 });
      const isFirst = name === "chromium" && screenName === "desktop" && colorScheme === "light";
      const rings = await measureRings(page, isFirst && testsAll ? mostStops : 2);
      assert.ok(rings.length > (isFirst && testsAll ? 25 : 8), `${rings.length} stops`);
      assert.deepEqual(rings.filter(({ pixels, wanted }) => pixels < wanted), []);
      await page.evaluate(() => {
        const active = document.querySelector("challenge-explorer")?.shadowRoot?.activeElement;
        if (active instanceof HTMLElement) active.blur();
        scrollTo(0, 0);
      });
      const language = { role: "button", name: "FR, Français" };
      await page.hover(language);
      await waitForFrames(page);
      const before = await takePicture(page);
      await page.click(language); // the one that is chosen already
      await page.waitForFocus(language);
      await waitForFrames(page);
      const { x, y, width, height } = await page.find(language);
      const area = { left: x - ringReach, top: y - ringReach, width: width + 2 * ringReach, height: height + 2 * ringReach };
      assert.deepEqual(findChanges(before, await takePicture(page), area), []);
      await engine.close();
    });
  }
}
