// What moves by itself, in three engines: it is seen at once, ends, and is none where the visitor or the page shows none. And what a frame
// costs the graphics card while one pans, zooms and scrolls.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, openPage, readProgramme, useBrowser, useSite, waitUntilReady } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady as waitForElement } from "./engines.mjs";
import { leadingEngines } from "./extent.mjs";
import { waitForFrames } from "./picture.mjs";
import { load } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

/**
 * @typedef {object} Drawn one frame of the canvas
 * @property {number} calls draw calls
 * @property {number} kept bytes uploaded to buffers that are to stay (STATIC_DRAW)
 */

let longProgramme = ""; // what the page "long" shows

const server = useSite({
  intercept: (request, response) => {
    const isFile = request.url?.startsWith("/long.json") === true;
    if (!isFile && request.url?.startsWith("/long") !== true) return false;
    response.setHeader("Content-Type", isFile ? "application/json" : "text/html; charset=utf-8");
    response.end(
      isFile
        ? longProgramme
        : `<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,">
          <script type="module" src="challenge-explorer.js"></script>
          <challenge-explorer sync-url src="long.json"></challenge-explorer></html>`,
    );
    return true;
  },
});
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
      // Right after the frame that changes the words: an animation frame later a busy browser may have drawn the next one.
      const watch = new MutationObserver(() => {
        const words = root.querySelector(selector)?.textContent;
        if (told.frames === 0 && words !== before) Object.assign(told, { frames: drawn.length, words });
      });
      watch.observe(root, { subtree: true, childList: true, characterData: true });
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
    // A busy machine draws few frames in the time of a motion, but one with the words and one at rest.
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

/** A programme of that many challenges, with dates of their own. @param {number} count */
async function makeLongProgramme(count) {
  const programme = JSON.parse(await readProgramme("data/eig-2018.json"));
  programme.challenges = Array.from({ length: count }, (_, index) => ({
    ...programme.challenges[index % programme.challenges.length],
    id: `challenge-${index}`,
    start: `2018-${String(1 + (index % 4)).padStart(2, "0")}`,
  }));
  return JSON.stringify(programme);
}

for (const name of leadingEngines) {
  const engine = useEngine(name);

  test(`${name}: the lines of a thousand challenges are uploaded once, not while one pans, zooms and scrolls`, async () => {
    longProgramme = await makeLongProgramme(1000);
    const page = await engine.open();
    await page.goto(`${server.address}long?${now}`);
    await waitForElement(page);
    await waitForFrames(page);
    await page.evaluate(noteDrawing);
    const { x, y } = await page.find({ role: "button", name: "Restitution" });
    const zoomIn = { role: "button", name: "Zoom avant" };
    const steps = [
      () => page.click(zoomIn),
      () => page.click(zoomIn),
      () => page.drag({ x, y: y + 60 }, { x: x - 120, y: y + 60 }),
      () => page.wheel(0, 100),
    ];
    for (const [index, step] of steps.entries()) {
      await step();
      await waitForFrames(page);
      const drawn = await takeDrawn(page);
      assert.ok(drawn.length > 0, `step ${index} draws`);
      assert.deepEqual(drawn.filter(({ kept }) => kept > 0), [], `step ${index}`);
      assert.ok(Math.max(...drawn.map(({ calls }) => calls)) <= mostDrawCalls);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await page.click(skill); // other lines step back
    await page.evaluate(() => scrollTo(0, 0)); // the click may have scrolled them out of view
    await waitForFrames(page);
    assert.ok((await takeDrawn(page)).some(({ kept }) => kept > 0), "uploads are counted");
    await page.close();
  });
}

test("nothing on the page shifts by itself: while it loads, and after a filter, an opened challenge and its end", async () => {
  const { page, context } = await openPage(browser, { reducedMotion: "no-preference" });
  await page.addInitScript(() => {
    const shifts = /** @type {{value: number, hadRecentInput: boolean}[]} */ ([]);
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry));
    }).observe({ type: "layout-shift", buffered: true });
  });
  /** Shifts so far; what a visitor has caused with a click or a key is none (https://web.dev/articles/cls). */
  const shiftsSoFar = async () => {
    await waitForFrames(page);
    return page.evaluate(() => /** @type {any} */ (globalThis).shifts.filter((/** @type {any} */ { hadRecentInput }) => !hadRecentInput).map((/** @type {any} */ { value }) => value));
  };
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  assert.deepEqual(await shiftsSoFar(), [], "loading");
  await page.mouse.move(640, 500);
  for (let step = 0; step < 6; ++step) {
    await page.mouse.wheel(0, 250);
    await waitForFrames(page);
  }
  assert.deepEqual(await shiftsSoFar(), [], "scrolling");
  await page.getByRole("checkbox", { name: skill.name }).first().click();
  await page.getByRole("heading", { name: "7 défis" }).first().waitFor({ state: "attached" });
  assert.deepEqual(await shiftsSoFar(), [], "a filter");
  await page.getByRole("checkbox", { name: skill.name }).first().click();
  await page.getByRole("heading", { name: "13 défis" }).first().waitFor({ state: "attached" });
  await page.getByRole("link", { name: "Gobelins", exact: true }).first().click();
  await page.getByRole("complementary", { name: "Gobelins" }).waitFor({ state: "attached" });
  assert.deepEqual(await shiftsSoFar(), [], "a challenge that opens");
  await page.getByRole("button", { name: "Fermer le défi" }).click();
  await page.getByRole("complementary", { name: "Gobelins" }).waitFor({ state: "detached" });
  assert.deepEqual(await shiftsSoFar(), [], "a challenge that closes");
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
