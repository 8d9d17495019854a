// A list of hundreds of challenges in the page: a key stroke is answered at once, with all words at their places. The words come
// once, after the first frame, and then nothing runs any more.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { borrowChromium, now, openPage, readProgramme, serve, waitUntilReady } from "./browser.mjs";
import { waitForFrames } from "./picture.mjs";

const copies = 50; // of each challenge of the programme
const cardsOfSlice = 32; // kItemsInSlice in src/platform/common/description.cpp

/** @type {Awaited<ReturnType<typeof borrowChromium>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  const programme = JSON.parse(await readProgramme("data/eig-2018.json"));
  programme.challenges = Array.from({ length: copies }, (_, copy) =>
    programme.challenges.map((/** @type {{id: string, title: unknown}} */ one) => ({ ...one, id: `${one.id}-${copy}`, title: `Défi ${copy}x${one.id}` })),
  ).flat();
  const file = JSON.stringify(programme);
  browser = await borrowChromium();
  server = await serve({
    intercept: (request, response) => {
      if (request.url?.startsWith("/programme.json") !== true) return false;
      response.setHeader("Content-Type", "application/json");
      response.end(file);
      return true;
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Runs in the page before its own scripts: `window.idle` counts the calls for idle time, and those that wait for it. */
function countIdleCalls() {
  const idle = { calls: 0, waiting: 0 };
  Object.assign(window, { idle });
  const original = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (callback, options) => {
    ++idle.calls;
    ++idle.waiting;
    return original((deadline) => {
      --idle.waiting;
      callback(deadline);
    }, options);
  };
}

/**
 * Runs in the page before its own scripts: idle time is always over at once, and `window.slices` notes how many cards' words each
 * callback has made.
 */
function countSlices() {
  /** @type {number[]} */
  const slices = [];
  Object.assign(window, { slices });
  const countWords = () =>
    document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll(".far > h3").length ?? 0;
  const original = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (callback, options) =>
    original(() => {
      const before = countWords();
      callback({ didTimeout: false, timeRemaining: () => 0 });
      slices.push(countWords() - before);
    }, options);
}

/**
 * Runs in the page, until nothing waits for idle time any more.
 * @returns {Promise<{cards: number, misplaced: number, wordless: number, heading: string}>} the cards that are shown, those that
 *   do not stand behind the one before them, and those without a heading
 */
async function settle() {
  const { idle } = /** @type {any} */ (window);
  // A frame may ask for idle time, and idle time for a frame.
  for (let frames = 0; frames < 4; ++frames) {
    await new Promise(requestAnimationFrame);
    if (idle.waiting > 0) frames = 0;
  }
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  const list = /** @type {HTMLElement} */ (shadow.querySelector("[role=list]:has(article)"));
  const corner = list.getBoundingClientRect();
  const items = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("li:has(h3)"))].filter((item) => item.getBoundingClientRect().width > 0);
  const places = items.map((item) => {
    const { left, top } = item.getBoundingClientRect();
    return [top - corner.top, left - corner.left];
  });
  const isBehind = (/** @type {number[]} */ [top = 0, left = 0], /** @type {number[]} */ [topBefore = 0, leftBefore = 0]) =>
    top > topBefore || (top === topBefore && left > leftBefore);
  // Described cards stand where the program says.
  const isElsewhere = (/** @type {HTMLElement} */ { style }, /** @type {number[]} */ [top, left]) =>
    style.top !== "" && (Number.parseFloat(style.top) !== top || Number.parseFloat(style.left) !== left);
  return {
    cards: items.length,
    misplaced: places.filter((place, index) => (index > 0 && !isBehind(place, places[index - 1] ?? [])) || isElsewhere(/** @type {HTMLElement} */ (items[index]), place)).length,
    wordless: items.filter((item) => !item.querySelector("h3")?.textContent).length,
    heading: shadow.querySelector("section h2")?.textContent ?? "",
  };
}

/** Runs in the page: how many changes of the mirror the next frame makes, hiding and showing apart. @returns {Promise<number>} */
function countChanges() {
  const mirror = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot).querySelector(".mirror");
  let count = 0;
  const countOf = (/** @type {MutationRecord[]} */ records) => records.filter(({ attributeName }) => attributeName !== "hidden").length;
  const observer = new MutationObserver((records) => (count += countOf(records)));
  observer.observe(/** @type {Element} */ (mirror), { subtree: true, childList: true, attributes: true, characterData: true });
  return new Promise((resolve) => {
    const wait = () => {
      count += countOf(observer.takeRecords());
      if (count > 0) resolve(count);
      else requestAnimationFrame(wait);
    };
    requestAnimationFrame(wait);
  });
}

const all = 13 * copies;

async function open() {
  const { page, context, complaints } = await openPage(browser);
  await page.addInitScript(countIdleCalls);
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  return {
    page,
    close: async () => {
      assert.deepEqual(complaints, []);
      await context.close();
    },
  };
}

test("all cards come to stand in the list's order, and then nothing waits any more", async () => {
  const { page, close } = await open();
  const { cards, misplaced, wordless } = await page.evaluate(settle);
  assert.deepEqual({ cards, misplaced, wordless }, { cards: all, misplaced: 0, wordless: 0 });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).find("Défi 49xgobelins")), true);
  assert.ok((await page.evaluate(() => scrollY)) > 40_000, "what was found is in view");
  const countCalls = () => page.evaluate(() => /** @type {any} */ (window).idle.calls);
  const before = await countCalls();
  await page.mouse.move(900, 600); // a frame in which the list stays as it is
  for (let frames = 0; frames < 10; ++frames) await waitForFrames(page);
  assert.equal(await countCalls(), before);
  await close();
});

test("an idle callback without time left makes the words of one slice", async () => {
  const { page, context } = await openPage(browser);
  await page.addInitScript(countSlices);
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  await page.waitForFunction((count) => /** @type {any} */ (window).slices.reduce((/** @type {number} */ sum, /** @type {number} */ one) => sum + one, 0) === count, all);
  const slices = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).slices));
  assert.ok(Math.max(...slices) <= cardsOfSlice, slices.join());
  await context.close();
});

test("a key stroke changes what is near the view, and hides, shows and moves the rest: nothing follows its frame", async () => {
  const { page, close } = await open();
  await page.evaluate(settle);
  const countCalls = () => page.evaluate(() => /** @type {any} */ (window).idle.calls);
  const before = await countCalls();
  await page.getByRole("searchbox").focus();
  const seen = new Set();
  for (const key of ["4", "Backspace", "p", "Backspace", "x"]) {
    const changes = page.evaluate(countChanges);
    await page.keyboard.press(key);
    assert.ok((await changes) < 1500, `${await changes} changes`);
    const { cards, misplaced, heading } = await page.evaluate(settle);
    assert.deepEqual({ cards, misplaced }, { cards: Number.parseInt(heading, 10), misplaced: 0 }, key);
    seen.add(cards);
  }
  assert.ok(seen.size === 3 && Math.min(...seen) > 100, [...seen].join());
  assert.equal(await countCalls(), before);
  await close();
});

test("where the list becomes another one in the middle of it, it is whole all the same", async () => {
  const { page, close } = await open();
  await page.getByRole("searchbox").focus();
  for (const key of ["d", "e", "Backspace", "Backspace", "4"]) {
    await page.keyboard.press(key);
    await waitForFrames(page);
  }
  await page.evaluate(() => window.scrollTo(0, 3000));
  const some = await page.evaluate(settle);
  assert.deepEqual([some.cards, some.misplaced], [Number.parseInt(some.heading, 10), 0]);
  await page.keyboard.press("Backspace");
  await page.evaluate(() => window.scrollTo(0, 20_000));
  const { cards, misplaced } = await page.evaluate(settle);
  assert.deepEqual({ cards, misplaced }, { cards: all, misplaced: 0 });
  await close();
});
