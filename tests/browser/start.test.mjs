// From navigation to the first screen: each file is asked for once and at once, the first screen is drawn once and measures the
// page's fonts in one layout, and what it does not need comes afterwards, or when it is needed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, openPage, serve, useBrowser, waitUntilReady } from "./browser.mjs";
import { waitForFrames } from "./picture.mjs";

const browser = useBrowser();

/**
 * Runs in the page before its own scripts: counts pictures drawn, sizes that a canvas gets when it has its WebGL context already,
 * and layouts in which fonts are measured.
 */
function countWork() {
  const work = { pictures: 0, canvasSizes: 0, fontLayouts: 0 };
  Object.assign(window, { work });
  const { clear } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.clear = function (mask) {
    ++work.pictures;
    return clear.call(this, mask);
  };
  /** @type {Set<HTMLCanvasElement>} */
  const painted = new Set();
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
    function (/** @type {any} */ kind, /** @type {any[]} */ ...rest) {
      // @ts-ignore the wrapped function's own this
      if (kind === "webgl2") painted.add(this);
      // @ts-ignore the wrapped function's own this
      return getContext.call(this, kind, ...rest);
    }
  );
  for (const side of /** @type {const} */ (["width", "height"])) {
    const property = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    Object.defineProperty(HTMLCanvasElement.prototype, side, {
      ...property,
      set(/** @type {number} */ value) {
        if (painted.has(this) && this[side] !== value) ++work.canvasSizes;
        property?.set?.call(this, value);
      },
    });
  }
  const { append } = Element.prototype;
  Element.prototype.append = function (...nodes) {
    // The text that is measured has an element on its baseline.
    const measures = nodes.some((node) => node instanceof HTMLElement && node.querySelector("span > span") !== null);
    if (this === document.documentElement && measures) ++work.fontLayouts;
    return append.call(this, ...nodes);
  };
}

test("every file is asked for once, and the head asks for those that a script would ask for later", async () => {
  /** @type {string[]} */
  const asked = [];
  const server = await serve({
    intercept: (request) => {
      asked.push(String(request.url).replace(/\?.*/, "").replace(/\.[0-9a-f]{16}(?=\.)/, ""));
      return false;
    },
  });
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  await waitForFrames(page);
  const wanted = ["/", "/challenge-explorer.js", "/challenge-explorer.wasm", "/page.css", "/programme.json"];
  assert.deepEqual(asked.filter((name) => name !== "/icon.svg").sort(), wanted);
  const initiators = await page.evaluate(() =>
    Object.fromEntries(
      performance.getEntriesByType("resource").map((entry) => [
        entry.name.replace(/^.*\./, ""),
        /** @type {PerformanceResourceTiming} */ (entry).initiatorType,
      ]),
    ),
  );
  assert.equal(initiators.wasm, "link");
  assert.equal(initiators.json, "link");
  assert.deepEqual(complaints, []);
  await context.close();
  await server.close();
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`${viewport.width} px wide, the first screen is drawn once, and its fonts are measured in one layout`, async () => {
    const server = await serve();
    const { page, context } = await openPage(browser, { viewport });
    await page.addInitScript(countWork);
    await page.goto(`${server.address}?${now}`);
    await waitUntilReady(page);
    await waitForFrames(page);
    await waitForFrames(page);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).work), { pictures: 1, canvasSizes: 0, fontLayouts: 1 });
    await context.close();
    await server.close();
  });
}

test("a search before the browser was idle finds all words, and so does one afterwards", async () => {
  const server = await serve();
  const { page, context, complaints } = await openPage(browser);
  await page.addInitScript(() => {
    const original = window.requestIdleCallback.bind(window);
    /** @type {(() => void)[]} */
    const waiting = [];
    window.requestIdleCallback = (callback, options) => {
      waiting.push(() => original(callback, options));
      return waiting.length;
    };
    Object.assign(window, { waiting });
  });
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  assert.ok((await page.evaluate(() => /** @type {any} */ (window).waiting.length)) > 0);
  await page.getByRole("searchbox").fill("gobelins");
  await page.getByRole("heading", { name: "1 défi" }).waitFor();
  await page.evaluate(() => /** @type {any} */ (window).waiting.forEach((/** @type {() => void} */ call) => call()));
  await page.getByRole("searchbox").fill("");
  await page.getByRole("heading", { name: "13 défis" }).waitFor();
  await page.getByRole("searchbox").fill("gobelins");
  await page.getByRole("heading", { name: "1 défi" }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
  await server.close();
});
