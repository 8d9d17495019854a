// The debug overlay: a second program that a page with ?debug loads, and no other page. What its windows hold is tested natively
// (tests/native/overlay_test.cpp).

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { now, useSite } from "./browser.mjs";
import { useEngine, waitUntilReady } from "./engines.mjs";
import { leadingEngines } from "./extent.mjs";
import { countDifferences, takeStillPicture, waitForFrames } from "./picture.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const server = useSite();
const language = { role: "button", name: "EN, English" }; // at the right of the header, beside the overlay

/** @type {(page: Page) => Promise<{controls: {name: string, x: number, y: number}[], frames: {number: number, mirror: number, reasons: string}[]}>} */
const look = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas");
    const { controls, frames } = /** @type {any} */ (canvas).debugOverlay;
    return { controls, frames };
  });

/** The names of the files that the page has asked for. @param {Page} page @returns {Promise<string[]>} */
const filesOf = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.slice(name.lastIndexOf("/") + 1)));

/** Clicks on a control of the overlay's. @param {Page} page @param {string} name */
async function clickOn(page, name) {
  const control = (await look(page)).controls.find((other) => other.name === name);
  assert.ok(control, `there is no control ${name}`);
  await page.hover({ x: control.x, y: control.y });
  await waitForFrames(page);
  await page.pressMouse();
  await page.releaseMouse();
  await waitForFrames(page);
  await waitForFrames(page);
}

/** @param {Page} page @param {string} query */
async function open(page, query) {
  await page.goto(`${server.address}?${query}`);
  await waitUntilReady(page);
  await waitForFrames(page);
}

for (const name of leadingEngines) {
  describe(name, () => {
    /** @type {Page} */
    let page;
    const engine = useEngine(name, async () => {
      page = await engine.open();
    });

    test(`${name}: a page without ?debug asks for nothing of it`, async () => {
      await open(page, now);
      const files = await filesOf(page);
      assert.ok(files.some((file) => file.endsWith(".wasm")), "the program's file is among them");
      assert.deepEqual(files.filter((file) => file.includes("debug")), []);
    });

    test(`${name}: ?debug shows the overlay over the page, which goes on as it does`, async () => {
      await open(page, now);
      const without = await takeStillPicture(page);
      await open(page, `debug&${now}`);
      const files = await filesOf(page);
      for (const kind of ["js", "wasm"]) assert.ok(files.some((file) => file.includes("-debug.") && file.endsWith(`.${kind}`)), kind);
      const picture = await takeStillPicture(page);
      assert.ok(countDifferences(without, picture, { left: 12, top: 12, width: 600, height: 400 }) > 50_000, "the windows are painted");
      assert.ok(countDifferences(without, picture, { left: 700, top: 450, width: 500, height: 300 }) < 50, "the rest is the page");

      const before = await look(page);
      assert.match(before.frames[0]?.reasons ?? "", /first/);
      await page.evaluate(() => scrollTo(0, 300));
      await page.waitFor(() => {
        const canvas = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas");
        return /** @type {any} */ (canvas).debugOverlay.frames.at(-1).reasons.includes("scrolled");
      });
      const { frames } = await look(page);
      // Firefox's clock counts whole milliseconds, and many frames take less (performance.now(), "Reduced time precision").
      assert.ok(frames.some(({ mirror }) => mirror > 0) && frames.every(({ mirror }) => mirror >= 0), "the mirror's time is measured");
      await page.evaluate(() => scrollTo(0, 0));
    });

    test(`${name}: the overlay takes clicks on it, and the page all others`, async () => {
      await open(page, `debug&${now}`);
      await clickOn(page, "State");
      assert.ok((await look(page)).controls.some((control) => control.name === "Copy this visit"));
      assert.ok(!(await page.url()).includes("etape"), "the page under it was not clicked");

      const before = (await look(page)).frames.length;
      await page.click(language);
      await page.waitFor(() => location.search.includes("lang=en"));
      await page.waitFor((first) => {
        const canvas = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas");
        const { frames } = /** @type {any} */ (canvas).debugOverlay;
        return frames.slice(first).some((/** @type {{reasons: string}} */ { reasons }) => reasons.includes("state"));
      }, before);

      await page.evaluate(() => {
        const clipboard = { writeText: async (/** @type {string} */ text) => void Object.assign(globalThis, { copied: text }) };
        Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
      });
      await clickOn(page, "Copy this visit");
      const visit = await page.evaluate(() => /** @type {any} */ (globalThis).copied);
      assert.match(visit, /^programme "programme\.json"\nlanguage "fr"\nquery ".*now=2017-10-15"\n/);
      assert.match(visit, /\nresize 1280 800\n/);
      assert.match(visit, /\nclick button "EN, English"/);
    });

    test(`${name}: with the pointer over the overlay the page draws no frame`, async () => {
      await open(page, `debug&${now}`);
      await page.hover({ x: 200, y: 300 });
      await waitForFrames(page);
      const before = (await look(page)).frames.length;
      await page.hover({ x: 260, y: 320 });
      await waitForFrames(page);
      await page.hover({ x: 300, y: 340 });
      await waitForFrames(page);
      assert.equal((await look(page)).frames.length, before);
    });
  });
}
