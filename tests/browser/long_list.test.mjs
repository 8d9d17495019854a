// A list of hundreds of challenges in the page: a key stroke is answered at once, all words come to their places afterwards, and
// then nothing runs any more.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, now, openPage, readProgramme, serve, waitUntilReady } from "./browser.mjs";
import { waitForFrames } from "./picture.mjs";

const copies = 50; // of each challenge of the programme

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  const programme = JSON.parse(await readProgramme("data/eig-2018.json"));
  programme.challenges = Array.from({ length: copies }, (_, copy) =>
    programme.challenges.map((/** @type {{id: string, title: unknown}} */ one) => ({ ...one, id: `${one.id}-${copy}`, title: `Défi ${copy}x${one.id}` })),
  ).flat();
  const file = JSON.stringify(programme);
  browser = await launch();
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
 * Runs in the page, until nothing waits for idle time any more.
 * @returns {Promise<{cards: number, misplaced: number, heading: string}>} the cards' items, those that stand before an earlier one
 */
async function settle() {
  const { idle } = /** @type {any} */ (window);
  // A frame may ask for idle time, and idle time for a frame.
  for (let frames = 0; frames < 4; ++frames) {
    await new Promise(requestAnimationFrame);
    if (idle.waiting > 0) frames = 0;
  }
  const shadow = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  const list = shadow.querySelector("[role=list]:has(article)");
  const items = [.../** @type {NodeListOf<HTMLElement>} */ (shadow.querySelectorAll("li.node"))].filter((item) => item.parentElement?.closest("ul") === list);
  const places = items.map(({ style }) => [Number.parseFloat(style.top), Number.parseFloat(style.left)]);
  const isBehind = (/** @type {number[]} */ [top = 0, left = 0], /** @type {number[]} */ [topBefore = 0, leftBefore = 0]) =>
    top > topBefore || (top === topBefore && left > leftBefore);
  return {
    cards: items.length,
    misplaced: places.filter((place, index) => index > 0 && !isBehind(place, places[index - 1] ?? [])).length,
    heading: shadow.querySelector("section h2")?.textContent ?? "",
  };
}

/** Runs in the page: how many changes of the mirror the next frame makes. @returns {Promise<number>} */
function countChanges() {
  const mirror = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot).querySelector(".mirror");
  let count = 0;
  const observer = new MutationObserver((records) => (count += records.length));
  observer.observe(/** @type {Element} */ (mirror), { subtree: true, childList: true, attributes: true, characterData: true });
  return new Promise((resolve) => {
    const wait = () => {
      count += observer.takeRecords().length;
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
  const { cards, misplaced } = await page.evaluate(settle);
  assert.deepEqual({ cards, misplaced }, { cards: all, misplaced: 0 });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).find("Défi 49xgobelins")), true);
  assert.ok((await page.evaluate(() => scrollY)) > 40_000, "what was found is in view");
  const countCalls = () => page.evaluate(() => /** @type {any} */ (window).idle.calls);
  const before = await countCalls();
  await page.mouse.move(900, 600); // a frame in which the list stays as it is
  for (let frames = 0; frames < 10; ++frames) await waitForFrames(page);
  assert.equal(await countCalls(), before);
  await close();
});

test("the frame of a key stroke changes what is near the view, and the rest follows", async () => {
  const { page, close } = await open();
  await page.evaluate(settle);
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
