// Scrolling is the browser's own, in the page and in other people's pages: by wheel, by keys, by script, and back to where one
// was. By finger: touch.test.mjs. What of this is about dragging the timeline: page.test.mjs.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { borrowChromium, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";
import { findInk, takePicture, waitForFrames } from "./picture.mjs";
import { addressOf, load, show } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const milestone = { role: "button", name: "Auditions" };
const card = { role: "link", name: "Gobelins", exact: true };

/** Other people's pages. @type {Record<string, string>} */
const hosts = {
  "/below": `<style>body { margin: 0 } .space { height: 900px }</style>
    <div class="space"></div><challenge-explorer></challenge-explorer><div class="space"></div>`,
  "/frame": `<style>body { margin: 0; height: 3000px } iframe { display: block; width: 800px; height: 400px }</style>
    <input aria-label="avant"><iframe src=".${addressOf("overview")}"></iframe><input aria-label="après">`,
  "/box": `<style>body { margin: 0; height: 3000px } challenge-explorer { height: 400px; overflow: auto }</style>
    <challenge-explorer></challenge-explorer>`,
};

const server = useSite({
  intercept: (request, response) => {
    const body = hosts[request.url ?? ""];
    if (body === undefined) return false;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,">
      <script type="module" src="challenge-explorer.js"></script>${body}</html>`);
    return true;
  },
});

/** Waits until a smooth scroll has come to its end. @param {Page} page @returns {Promise<number>} scrollY */
const restOf = (page) =>
  page.evaluate(async () => {
    let last = Number.NaN;
    for (let frames = 0; frames < 20; ++frames) { // on a busy machine it stands still in between
      await new Promise(requestAnimationFrame);
      if (scrollY !== last) frames = 0;
      last = scrollY;
    }
    return scrollY;
  });

/** @param {Page} page @param {number} y @returns {Promise<number>} where it came to rest, farther down */
async function waitUntilBelow(page, y) {
  await page.waitFor((before) => scrollY > before, y);
  return restOf(page);
}

/** @param {Page} page */
const goToTop = async (page) => {
  await page.evaluate(() => window.scrollTo(0, 0));
  await waitForFrames(page);
};

/** Focuses a link of the element without scrolling. @param {Page} page @param {string} words */
const focusLink = (page, words) =>
  page.evaluate((wanted) => {
    const root = document.querySelector("challenge-explorer")?.shadowRoot;
    const link = [...(root?.querySelectorAll("a") ?? [])].find((one) => one.textContent === wanted);
    link?.focus({ preventScroll: true });
    return link !== undefined;
  }, words);

for (const name of engineNames) {
  describe(name, () => {
    /** @type {Page} */
    let page;
    const engine = useEngine(name, async () => {
      page = await engine.open();
      await load(page, server.address);
    });

    test(`${name}: the wheel moves the page over the calendar as over the cards, and the calendar stays as it is`, async () => {
      const before = await page.find(milestone);
      await page.hover({ x: Math.round(before.x + 40), y: Math.round(before.y + 60) });
      await page.wheel(0, 150);
      const first = await waitUntilBelow(page, 0);
      const { x, width } = await page.find(milestone);
      assert.deepEqual([x, width], [before.x, before.width]);
      await page.hover({ x: 900, y: 600 });
      await page.wheel(0, 150);
      await waitUntilBelow(page, first);
    });

    test(`${name}: Space, Page Down, End, Home and arrows move the page where nothing has the focus`, async () => {
      await goToTop(page);
      await page.click({ x: 1270, y: 150 });
      let place = 0;
      for (const key of [" ", "PageDown", "ArrowDown", "End"]) {
        await page.press(key);
        place = await waitUntilBelow(page, place);
      }
      const most = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      assert.ok(Math.abs(place - most) < 2, `${place} of ${most}`);
      await page.press("Home");
      await page.waitFor(() => scrollY === 0);
    });

    test(`${name}: the scrollbar tells how long the page is, and what is scrolled to is painted there`, async () => {
      const { content, page: whole } = await page.evaluate(() => {
        const root = document.querySelector("challenge-explorer")?.shadowRoot;
        const bottoms = [...(root?.querySelectorAll(".text") ?? [])].map((text) => text.getBoundingClientRect().bottom + scrollY);
        return { content: Math.max(...bottoms), page: document.documentElement.scrollHeight };
      });
      assert.ok(whole >= content && whole < content + 200, `${content} of ${whole}`);
      const place = await page.evaluate(() => {
        const links = document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll("footer a, a[target]") ?? [];
        const last = /** @type {Element} */ ([...links].at(-1));
        last.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = last.getBoundingClientRect();
        return { left, top, width, height };
      });
      await waitForFrames(page);
      assert.ok(place.top >= 0 && place.top + place.height <= 800);
      assert.notEqual(findInk(await takePicture(page), [place])[0], null);
    });

    test(`${name}: while the page scrolls nothing changes in it, and the focus stays where it is`, async () => {
      await goToTop(page);
      assert.equal(await focusLink(page, "Gobelins"), true);
      await page.hover({ x: 1268, y: 600 }); // a card under the pointer is named in the timeline
      // The wheel over the calendar has brought a hint that goes by itself.
      await page.waitFor(() => !document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".mirror")?.textContent?.includes("molette pour zoomer"));
      await waitForFrames(page);
      await page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
        const noted = /** @type {string[]} */ ([]);
        Object.assign(globalThis, { noted });
        new MutationObserver((records) => {
          for (const { type, target } of records) noted.push(`${type} of ${/** @type {Element} */ (target).className}`);
        }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
        for (const type of ["focusin", "focusout"]) root.addEventListener(type, () => noted.push(type));
      });
      for (let place = 0; place < 1500; ) {
        await page.wheel(0, 400);
        place = await waitUntilBelow(page, place);
      }
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).noted), []);
      assert.equal((await page.focused()).name, "Gobelins");
    });

    test(`${name}: Control and the wheel zoom the calendar about the pointer, and the page stays`, async (t) => {
      if (engine.limits.modifiedClicks) return t.skip(engine.limits.modifiedClicks);
      await show(page, "overview");
      const before = await page.find(milestone);
      const diamond = Math.round(before.x + 7); // its middle, at the left of its words
      await page.evaluate(() => {
        const note = (/** @type {WheelEvent} */ event) => void Object.assign(globalThis, { wheelX: event.clientX });
        addEventListener("wheel", note, { capture: true, passive: true });
      });
      await page.hover({ x: diamond, y: Math.round(before.y + before.height / 2) });
      const other = await page.find({ role: "button", name: "Restitution" });
      await page.holding("Control", () => page.wheel(0, -200));
      await page.waitFor(async (x) => {
        const root = document.querySelector("challenge-explorer")?.shadowRoot;
        const last = [...(root?.querySelectorAll("button.arrows") ?? [])].at(-1);
        return last !== undefined && Math.abs(last.getBoundingClientRect().x - x) > 20;
      }, other.x);
      await waitForFrames(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).wheelX), diamond);
      const now = await page.find(milestone);
      assert.ok(Math.abs(now.x - before.x) <= 2, `from ${before.x} to ${now.x}`);
      assert.equal(await page.evaluate(() => scrollY), 0);
    });

    test(`${name}: Back and a reload show the page where it stood`, async () => {
      await load(page, server.address);
      await page.evaluate(() => window.scrollTo(0, 700));
      await waitForFrames(page);
      await page.waitFor(() => Object.values(history.state ?? {}).includes(700));
      await page.reload();
      await waitUntilReady(page);
      await page.waitFor(() => scrollY === 700);
      await page.goto(`${server.address}programme.json`);
      await page.back();
      await page.waitFor(() => document.querySelector("challenge-explorer") !== null);
      await waitUntilReady(page);
      await page.waitFor(() => scrollY === 700);
      // A step inside the page.
      const place = await page.aim(card);
      const left = await restOf(page);
      await page.click(place);
      await page.find({ role: "complementary", name: "Gobelins" });
      await page.evaluate(() => window.scrollTo(0, 1400));
      await restOf(page);
      await page.back();
      await page.waitUntilGone({ role: "complementary", name: "Gobelins" });
      await page.waitFor((y) => Math.abs(scrollY - y) < 2, left);
    });

    test(`${name}: below the fold of somebody's page it leaves that page where it is, then moves with it by wheel and by keys`, async () => {
      await page.close();
      page = await engine.open();
      await page.goto(`${server.address}below`);
      await waitUntilReady(page);
      await waitForFrames(page);
      assert.equal(await page.evaluate(() => scrollY), 0);
      assert.equal(await focusLink(page, "Gobelins"), true);
      await waitForFrames(page);
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.press("PageDown");
      const first = await waitUntilBelow(page, 0);
      await page.hover({ x: 600, y: 700 });
      await page.wheel(0, 300);
      await waitUntilBelow(page, first);
      assert.equal((await page.focused()).role, "link");
    });

    test(`${name}: in a box of its own height it scrolls by wheel and by keys, and at its end the page around goes on`, async () => {
      await page.goto(`${server.address}box`);
      await waitUntilReady(page);
      await page.hover({ x: 600, y: 200 });
      await page.wheel(0, 120);
      await page.waitFor(() => (document.querySelector("challenge-explorer")?.scrollTop ?? 0) > 0);
      await focusLink(page, "Gobelins");
      const before = await page.evaluate(() => document.querySelector("challenge-explorer")?.scrollTop ?? 0);
      await page.press("PageDown");
      await page.waitFor((place) => (document.querySelector("challenge-explorer")?.scrollTop ?? 0) > place, before);
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.evaluate(() => document.querySelector("challenge-explorer")?.scrollTo(0, 1e6));
      await waitForFrames(page);
      await page.hover({ x: 620, y: 220 });
      await page.wheel(0, 200);
      await waitUntilBelow(page, 0);
    });

    test(`${name}: in somebody's frame neither the wheel nor Tab is caught in it`, async () => {
      await page.goto(`${server.address}frame`);
      await page.waitFor(async () => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe")).contentWindow;
        const element = /** @type {any} */ (frame?.document.querySelector("challenge-explorer"));
        await element?.ready;
        return element?.ready !== undefined;
      });
      await page.hover({ x: 300, y: 200 });
      await page.wheel(0, 120);
      await page.waitFor(() => (document.querySelector("iframe")?.contentWindow?.scrollY ?? 0) > 0);
      await page.evaluate(() => document.querySelector("iframe")?.contentWindow?.scrollTo(0, 1e6));
      await waitForFrames(page);
      await page.hover({ x: 310, y: 210 });
      await page.wheel(0, 200);
      await waitUntilBelow(page, 0);
      await page.evaluate(() => {
        window.scrollTo(0, 0);
        const root = document.querySelector("iframe")?.contentDocument?.querySelector("challenge-explorer")?.shadowRoot;
        /** @type {HTMLElement | undefined} */ ([...(root?.querySelectorAll("a, button, input") ?? [])].at(-1))?.focus();
      });
      await page.press("Tab");
      await page.waitForFocus({ role: "textbox", name: "après" });
      await page.press("Shift+Tab");
      await page.waitFor(() => document.activeElement?.localName === "iframe");
      await page.press("Tab");
      await page.waitForFocus({ role: "textbox", name: "après" });
    });
  });
}

test("chromium: only the calendar listens to the wheel in a way that can hold it up, and nothing to fingers", async (t) => {
  if (!engineNames.includes("chromium")) return t.skip("CE_ENGINES leaves Chromium out");
  const browser = await borrowChromium();
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.address + addressOf("overview"));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("challenge-explorer")).ready);
  const session = await page.context().newCDPSession(page);
  /** @param {string} expression @returns {Promise<string[]>} types of events whose listeners may keep the browser from scrolling */
  const blockingOf = async (expression) => {
    const { result } = await session.send("Runtime.evaluate", { expression });
    if (result.objectId === undefined) return [];
    const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
    return listeners.filter(({ type, passive }) => /^(wheel|mousewheel|touch\w+)$/.test(type) && !passive).map(({ type }) => type);
  };
  const shadow = `document.querySelector("challenge-explorer").shadowRoot`;
  const around = ["window", "document", "document.documentElement", "document.body", `document.querySelector("challenge-explorer")`];
  for (const expression of around) assert.deepEqual(await blockingOf(expression), [], expression);
  // All elements of the shadow tree in one question.
  const { result } = await session.send("Runtime.evaluate", { expression: shadow });
  const { listeners } = await session.send("DOMDebugger.getEventListeners", {
    objectId: result.objectId ?? "",
    depth: -1,
    pierce: true,
  });
  const blocking = listeners.filter(({ type, passive }) => /^(wheel|mousewheel|touch\w+)$/.test(type) && !passive);
  assert.deepEqual(blocking.map(({ type }) => type), ["wheel"]);
  const { object: holder } = await session.send("DOM.resolveNode", { backendNodeId: blocking[0]?.backendNodeId ?? 0 });
  const { result: className } = await session.send("Runtime.callFunctionOn", {
    objectId: holder.objectId ?? "",
    functionDeclaration: "function () { return this.className; }",
  });
  assert.match(className.value, /\bdraggable\b/);
  await browser.close();
});
