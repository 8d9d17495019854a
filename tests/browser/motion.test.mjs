// What moves by itself, in three engines: it is seen at once, ends, and is none where the visitor or the page shows none. And what a frame
// costs the graphics card while one pans, zooms and scrolls.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, openPage, useBrowser, useSite, waitUntilReady } from "./browser.mjs";
import { engineNames, useEngine } from "./engines.mjs";
import { leadingEngines } from "./extent.mjs";
import { waitForFrames } from "./picture.mjs";
import { load } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

/**
 * @typedef {object} Drawn one frame of the canvas
 * @property {number} calls draw calls
 * @property {number} kept bytes uploaded to buffers that are to stay (STATIC_DRAW)
 */

const server = useSite();
const browser = useBrowser();
const mostDrawCalls = 12;

/** Runs in the page: notes each frame that is drawn from now on in `drawn`. */
function noteDrawing() {
  const drawn = /** @type {Drawn[]} */ ([]);
  Object.assign(globalThis, { drawn });
  const { prototype } = WebGL2RenderingContext;
  const wrap = (/** @type {string} */ name, /** @type {(...parameters: any[]) => void} */ note) => {
    const original = /** @type {any} */ (prototype)[name];
    /** @type {any} */ (prototype)[name] = function (/** @type {unknown[]} */ ...parameters) {
      note(...parameters);
      return original.apply(this, parameters);
    };
  };
  const last = () => /** @type {Drawn} */ (drawn.at(-1) ?? { calls: 0, kept: 0 });
  wrap("clear", () => drawn.push({ calls: 0, kept: 0 }));
  for (const name of ["drawElements", "drawArraysInstanced"]) wrap(name, () => void ++last().calls);
  wrap("bufferData", (_target, data, usage, _start, length) => {
    if (usage === WebGL2RenderingContext.STATIC_DRAW) last().kept += length || data.byteLength || data;
  });
}

/** @param {Page} page @returns {Promise<Drawn[]>} the frames since they were taken last */
const takeDrawn = (page) => page.evaluate(() => /** @type {any} */ (globalThis).drawn.splice(0));

/** Runs in the page: whether no frame was drawn during the last twenty of the browser's. */
function hasComeToRest() {
  const { drawn } = /** @type {any} */ (globalThis);
  const before = drawn.length;
  return new Promise((resolve) => {
    let frames = 0;
    const look = () => (++frames < 20 ? requestAnimationFrame(look) : resolve(drawn.length === before));
    requestAnimationFrame(look);
  });
}

const skill = { role: "checkbox", name: "Développement web" };
const heading = "section[aria-label=Défis] h2";

for (const name of engineNames) {
  const engine = useEngine(name);

  test(`${name}: another choice is told at once, and what it moves comes to rest`, async () => {
    const page = await engine.open({ reducedMotion: false });
    await load(page, server.address);
    await page.waitFor(() => document.fonts.status === "loaded");
    await page.evaluate(noteDrawing);
    await page.hover(skill);
    await page.waitFor(hasComeToRest);
    await takeDrawn(page);
    await page.evaluate((selector) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
      const { drawn } = /** @type {any} */ (globalThis);
      const told = { frames: 0, words: "" };
      Object.assign(globalThis, { told });
      const before = root.querySelector(selector)?.textContent;
      const watch = () => {
        const words = root.querySelector(selector)?.textContent;
        if (told.frames === 0 && words !== before) Object.assign(told, { frames: drawn.length, words });
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    }, heading);
    await page.click(skill);
    await page.hover({ x: 2, y: 2 });
    await page.waitFor(() => /** @type {any} */ (globalThis).told.frames > 0);
    await page.waitFor(hasComeToRest);
    const { told, frames } = await page.evaluate(() => {
      const { told: seen, drawn } = /** @type {any} */ (globalThis);
      return { told: seen, frames: drawn.length };
    });
    assert.equal(told.words, "7 défis");
    assert.ok(frames > 2, `${frames} frames`);
    assert.ok(told.frames < frames, `the words do not wait for the motion: ${told.frames} of ${frames} frames`);
    await page.close();
  });

  test(`${name}: less motion, and a mirror that is shown, are at rest with the first frame`, async () => {
    for (const isWithout of [false, true]) {
      const page = await engine.open({ reducedMotion: !isWithout });
      await load(page, server.address);
      await page.evaluate(noteDrawing);
      if (isWithout) {
        await page.evaluate(() => {
          document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".box")?.classList.add("without-canvas");
        });
      }
      await page.waitFor(hasComeToRest);
      await takeDrawn(page);
      await page.click(skill);
      await page.waitFor(hasComeToRest);
      // The pointer comes, the click changes the choice; and some engines measure once more.
      const frames = (await takeDrawn(page)).length;
      assert.ok(frames > 0 && frames <= 5, `${frames} frames`);
      await page.close();
    }
  });
}

for (const name of leadingEngines) {
  const engine = useEngine(name);

  test(`${name}: a frame is at most ${mostDrawCalls} draw calls while one scrolls, pans and zooms`, async () => {
    const page = await engine.open();
    await load(page, server.address);
    await page.evaluate(noteDrawing);
    const plot = await page.find({ role: "button", name: "Restitution" });
    const steps = [
      () => page.wheel(0, 300),
      () => page.wheel(0, 300),
      () => page.evaluate(() => scrollTo(0, 0)),
      () => page.click({ role: "button", name: "Zoom avant" }),
      () => page.drag({ x: plot.x, y: plot.y + 60 }, { x: plot.x - 120, y: plot.y + 60 }),
      () => page.click(skill),
      () => page.click({ role: "link", name: "Gobelins", exact: true }),
    ];
    for (const [index, step] of steps.entries()) {
      await step();
      await waitForFrames(page);
      const most = Math.max(...(await takeDrawn(page)).map(({ calls }) => calls));
      assert.ok(most > 0 && most <= mostDrawCalls, `${most} draw calls, step ${index}`);
    }
    await page.close();
  });
}

test("nothing on the page shifts by itself", async () => {
  const { page, context } = await openPage(browser, { reducedMotion: "no-preference" });
  await page.addInitScript(() => {
    const shifts = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  await page.mouse.move(640, 500);
  for (let step = 0; step < 6; ++step) {
    await page.mouse.wheel(0, 250);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  const shifts = await page.evaluate(() => /** @type {any} */ (globalThis).shifts);
  assert.deepEqual(shifts, []);
  // The observer is one that sees: a shift that is made is there.
  await page.evaluate(() => {
    scrollTo(0, 0);
    const box = document.createElement("div");
    box.style.height = "120px";
    requestAnimationFrame(() => requestAnimationFrame(() => document.body.prepend(box))); // once the page is painted where it was scrolled to
  });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).shifts.length > 0);
  await context.close();
});
