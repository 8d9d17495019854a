// The order of the selection by the mouse, in three engines: a row is dragged by its handle, and Escape gives it up.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { now, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";
import { waitForFrames } from "./picture.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const server = useSite();
const handle = { role: "button", name: "Faire glisser pour déplacer Gobelins" };
const below = { role: "button", name: "Placer dataESR après" };

/** @param {Page} page */
const orderOf = (page) => page.evaluate(() => new URLSearchParams(location.search).get("choix"));

for (const name of engineNames) {
  describe(name, () => {
    const engine = useEngine(name);

    test(`${name}: a row is dragged by its handle to another place, and Escape gives it up`, async () => {
      const page = await engine.open({ reducedMotion: true });
      await page.goto(`${server.address}?choix=gobelins,dataesr,hopkins&vue=choix&${now}`);
      await waitUntilReady(page);
      await page.resize(1280, 1200);
      await waitForFrames(page);
      const entries = await page.evaluate(() => history.length);
      await page.drag(handle, below, {
        beforeRelease: async () => {
          await waitForFrames(page);
          assert.equal(await orderOf(page), "gobelins,dataesr,hopkins");
        },
      });
      await page.waitFor(() => new URLSearchParams(location.search).get("choix") === "dataesr,gobelins,hopkins");
      assert.equal(await page.evaluate(() => history.length), entries);
      await page.drag(handle, { x: 100, y: 80 }, { beforeRelease: () => page.press("Escape") });
      await waitForFrames(page);
      assert.equal(await orderOf(page), "dataesr,gobelins,hopkins");
      await page.find({ role: "heading", name: "Ma sélection" }); // Escape has closed nothing else
      await page.click(handle);
      await page.find({ role: "tooltip", name: "" });
      await page.close();
    });
  });
}
