// The timeline by hand, in three engines: drag and what runs on, wheel, pinch, double click, a window drawn with Shift, keys, the minimap.
// Real mouse and keys; a pinch on a trackpad and Safari's gesture events are dispatched as browsers send them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { now, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";
import { waitForFrames } from "./picture.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const firstDay = "2017-07-01"; // of the programme's calendar, from which the sliders count
const milestone = { role: "button", name: "Auditions" };

const server = useSite({
  intercept: (request, response) => {
    const gestures = /^\/(greedy|cooperative)\b/.exec(request.url ?? "")?.[1];
    if (gestures === undefined) return false;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,">
      <script type="module" src="challenge-explorer.js"></script>
      <challenge-explorer sync-url gestures="${gestures}" src="programme.json"></challenge-explorer></html>`);
    return true;
  },
});

/** @param {Page} page @param {string} query @param {string} [path] */
async function open(page, query, path = "") {
  await page.goto(`${server.address}${path}?${query}${query === "" ? "" : "&"}${now}`);
  await waitUntilReady(page);
  await waitForFrames(page);
}

/** The plot's rectangle in the viewport. @param {Page} page */
const plotOf = (page) =>
  page.evaluate(() => {
    const plot = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("section > .draggable");
    const { x, y, width, height } = /** @type {Element} */ (plot).getBoundingClientRect();
    return { x, y, width, height };
  });

/**
 * Waits until the address has another period, and that of the minimap's sliders, which are there while a part is shown: of changes
 * that follow each other quickly the address has the first at once, and the last some time later.
 * @param {Page} page
 * @param {string} before
 * @returns {Promise<string>}
 */
async function otherPeriod(page, before) {
  await waitForFrames(page);
  await page.waitFor((/** @type {string} */ old, /** @type {number} */ first) => {
    const sliders = document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll("[role=slider]") ?? [];
    const days = [...sliders].map((slider) => first + Number(slider.getAttribute("aria-valuenow")) * 86_400_000);
    const shown = days.map((day) => new Date(day).toISOString().slice(0, 10)).join("..");
    const period = new URLSearchParams(location.search).get("periode") ?? "";
    return period !== old && period === shown;
  }, before, Date.parse(firstDay));
  return periodOf(page);
}

/** @param {Page} page @returns {Promise<string>} */
const periodOf = (page) => page.evaluate(() => new URLSearchParams(location.search).get("periode") ?? "");

/** @param {string} period @returns {number} days */
const daysOf = (period) => {
  const [first = "", last = ""] = period.split("..");
  return (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
};

/** Waits until the milestone stands still for some frames. @param {Page} page @returns {Promise<number>} its x */
const restOf = (page) =>
  page.evaluate(async () => {
    const buttons = document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll("button") ?? [];
    const button = [...buttons].find((one) => (one.ariaLabel ?? one.textContent ?? "").includes("Auditions"));
    let last = Number.NaN;
    for (let frames = 0; frames < 20; ++frames) {
      await new Promise(requestAnimationFrame);
      const x = button?.getBoundingClientRect().x ?? 0;
      if (x !== last) frames = 0;
      last = x;
    }
    return last;
  });

for (const name of engineNames) {
  describe(name, () => {
    const engine = useEngine(name);

    test(`${name}: a drag runs on, comes to rest, and draws nothing after that`, async () => {
      const page = await engine.open();
      await open(page, "periode=2017-09-01..2018-02-28");
      const plot = await plotOf(page);
      const at = { x: plot.x + plot.width / 2, y: plot.y + 60 };
      const before = (await page.find(milestone)).x;
      await page.drag(at, { x: at.x - 200, y: at.y }, { steps: 8 });
      const rest = await restOf(page);
      assert.ok(rest < before - 150, `${before} to ${rest}`);
      await page.close();
    });

    test(`${name}: with less motion nothing runs on`, async () => {
      const page = await engine.open({ reducedMotion: true });
      await open(page, "periode=2017-09-01..2018-02-28");
      const plot = await plotOf(page);
      const at = { x: plot.x + plot.width / 2, y: plot.y + 60 };
      const before = (await page.find(milestone)).x;
      await page.drag(at, { x: at.x - 120, y: at.y }, { steps: 8 });
      assert.ok(Math.abs((await restOf(page)) - (before - 120)) <= 2);
      await page.close();
    });

    test(`${name}: a pinch, by wheel events or gesture events, zooms about its place`, async () => {
      const page = await engine.open({ reducedMotion: true });
      await open(page, "");
      const before = await page.find(milestone);
      const pinch = (/** @type {string} */ kind, /** @type {number} */ x, /** @type {number} */ y) => {
        const plot = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("section > .draggable");
        const init = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
        for (let step = 1; step <= 10; ++step) {
          const event =
            kind === "wheel"
              ? new WheelEvent("wheel", { ...init, ctrlKey: true, deltaY: -100 * Math.log(1.05) })
              : Object.assign(new MouseEvent("gesturechange", init), { scale: 1.05 ** step });
          if (kind !== "wheel" && step === 1) plot?.dispatchEvent(Object.assign(new MouseEvent("gesturestart", init), { scale: 1 }));
          plot?.dispatchEvent(event);
          if (!event.defaultPrevented) throw new Error(`${kind} was left to the page`);
        }
      };
      const at = { x: Math.round(before.x + 7), y: Math.round(before.y + before.height / 2) };
      await page.evaluate(pinch, "wheel", at.x, at.y);
      const first = daysOf(await otherPeriod(page, ""));
      assert.ok(Math.abs(first - 518 / 1.05 ** 10) < 3, String(first));
      assert.ok(Math.abs((await restOf(page)) - before.x) <= 2);
      await page.evaluate(pinch, "gesture", at.x, at.y);
      await page.waitFor((/** @type {number} */ days) => {
        const [from = "", to = ""] = (new URLSearchParams(location.search).get("periode") ?? "").split("..");
        return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 < days;
      }, first * 0.65);
      await page.close();
    });

    test(`${name}: a plain wheel scrolls the page and says once how to zoom; Shift and the wheel pan`, async () => {
      const page = await engine.open({ reducedMotion: true });
      await open(page, "periode=2017-09-01..2018-02-28");
      const plot = await plotOf(page);
      await page.hover({ x: plot.x + 300, y: plot.y + 60 });
      await page.wheel(0, 120);
      await page.waitFor(() => scrollY > 0);
      await page.waitFor(() => (document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".mirror")?.textContent ?? "").includes("molette pour zoomer"));
      assert.equal(await periodOf(page), "2017-09-01..2018-02-28");
      await page.evaluate(() => window.scrollTo(0, 0));
      await waitForFrames(page);
      const turn = (/** @type {number} */ x, /** @type {number} */ y) => {
        const wheel = new WheelEvent("wheel", { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, deltaY: 100, shiftKey: true });
        document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("section > .draggable")?.dispatchEvent(wheel);
        return wheel.defaultPrevented;
      };
      assert.equal(await page.evaluate(turn, plot.x + 300, plot.y + 60), true);
      const panned = await otherPeriod(page, "2017-09-01..2018-02-28");
      assert.equal(daysOf(panned), 181);
      assert.ok(panned > "2017-09-01");
      await page.close();
    });

    test(`${name}: where the host asks for gestures that cooperate the page scrolls, and one is told once how to zoom`, async () => {
      const page = await engine.open();
      await open(page, "", "cooperative");
      const plot = await plotOf(page);
      await page.hover({ x: plot.x + 300, y: plot.y + 150 });
      const hint = "molette pour zoomer";
      await page.evaluate((words) => {
        const mirror = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".mirror");
        const said = { times: 0, isSaid: false };
        Object.assign(globalThis, { said });
        new MutationObserver(() => {
          const isSaid = mirror?.textContent?.includes(words) === true;
          if (isSaid && !said.isSaid) ++said.times;
          said.isSaid = isSaid;
        }).observe(/** @type {Element} */ (mirror), { subtree: true, childList: true, characterData: true });
      }, hint);
      const turn = async () => {
        const before = await page.evaluate(() => scrollY);
        await page.wheel(0, 20);
        await page.waitFor((/** @type {number} */ top) => scrollY > top, before);
        await waitForFrames(page);
      };
      await turn();
      await page.waitFor(() => /** @type {any} */ (globalThis).said.isSaid);
      await turn();
      await page.waitFor(() => !(/** @type {any} */ (globalThis).said.isSaid));
      await turn();
      assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).said.times), 1);
      assert.equal(await periodOf(page), "");
      await page.close();
    });

    test(`${name}: where the host asks for it a plain wheel zooms`, async () => {
      const page = await engine.open({ reducedMotion: true });
      await open(page, "", "greedy");
      const plot = await plotOf(page);
      await page.hover({ x: plot.x + 300, y: plot.y + 60 });
      await page.wheel(0, -200);
      assert.ok(daysOf(await otherPeriod(page, "")) < 518);
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.close();
    });

    test(`${name}: a double click zooms in, a window is drawn with Shift, keys zoom and pan`, async () => {
      const page = await engine.open({ reducedMotion: true });
      await open(page, "");
      const plot = await plotOf(page);
      const at = { x: plot.x + 400, y: plot.y + 20 };
      await page.click(at, { clicks: 2 });
      const half = await otherPeriod(page, "");
      assert.equal(daysOf(half), 259);
      assert.equal(await page.evaluate(() => String(getSelection())), "");
      await page.holding("Shift", () => page.drag(at, { x: at.x + plot.width / 4, y: at.y }, { steps: 4 }));
      const drawn = await otherPeriod(page, half);
      assert.ok(Math.abs(daysOf(drawn) - 259 / 4) <= 2, drawn);
      await page.click({ role: "button", name: "Fenêtre précédente" });
      assert.equal(await otherPeriod(page, drawn), half);
      await page.press("Shift+PageDown");
      const later = await otherPeriod(page, half);
      assert.ok(later > half);
      await page.press("0");
      assert.equal(await otherPeriod(page, later), "");
      await page.close();
    });

    test(`${name}: the minimap's edges are sliders, by mouse and by keys`, async () => {
      const page = await engine.open({ reducedMotion: true });
      await open(page, "periode=2017-10-01..2017-12-31");
      const start = await page.find({ role: "slider", name: "Début de la fenêtre" });
      const valueOf = () =>
        page.evaluate(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("[role=slider]")?.getAttribute("aria-valuetext")?.replace(/\s/g, " "));
      assert.equal(await valueOf(), "1er octobre 2017");
      const at = { x: start.x + start.width / 2, y: start.y + start.height / 2 };
      await page.drag(at, { x: at.x - 20, y: at.y }, { steps: 4 });
      const dragged = await otherPeriod(page, "2017-10-01..2017-12-31");
      assert.ok(dragged < "2017-10-01" && dragged.endsWith("2017-12-31"), dragged);
      await page.evaluate(() => {
        const slider = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("[role=slider]");
        if (slider instanceof HTMLElement) slider.focus();
      });
      await page.press("ArrowRight");
      const moved = await otherPeriod(page, dragged);
      assert.equal(daysOf(moved), daysOf(dragged) - 1);
      await page.close();
    });
  });
}
