// The visit by finger, in Chromium, the one engine here whose fingers can be driven: how large targets are, swipes, pinches, a
// tap. Not to be driven without a window: a long press, for which no menu comes (that nothing keeps a link's menu away:
// page.test.mjs), and gliding on after a swipe.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { borrowChromium, openPage, serve, waitUntilReady } from "./browser.mjs";
import { waitForFrames } from "./picture.mjs";
import { addressOf, show, stateNames } from "./states.mjs";

/** @type {Awaited<ReturnType<typeof borrowChromium>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** A phone's page. @type {import("playwright-core").Page} */
let page;
/** @type {import("playwright-core").CDPSession} */
let session;
/** @type {string[]} */
let complaints;

before(async () => {
  [browser, server] = await Promise.all([borrowChromium(), serve()]);
  ({ page, complaints } = await openPage(browser, { viewport: { width: 390, height: 800 }, hasTouch: true, reducedMotion: "reduce" }));
  await page.goto(server.address + addressOf("overview"));
  await waitUntilReady(page);
  session = await page.context().newCDPSession(page);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** @typedef {{x: number, y: number}} Place */

/** @param {"touchStart" | "touchMove" | "touchEnd"} type @param {Place[]} places of the fingers that are down */
const touch = (type, places) =>
  session.send("Input.dispatchTouchEvent", { type, touchPoints: places.map((place, id) => ({ ...place, id })) });

/** Fingers go from one place to another, a step a frame: faster than that, a browser does not see where they go. @param {Place[]} from @param {Place[]} to */
async function swipe(from, to) {
  await touch("touchStart", from);
  for (let step = 1; step <= 8; ++step) {
    const part = step / 8;
    const between = (/** @type {number} */ one, /** @type {number} */ other) => one + (other - one) * part;
    await touch("touchMove", from.map(({ x, y }, finger) => ({ x: between(x, to[finger]?.x ?? x), y: between(y, to[finger]?.y ?? y) })));
    await waitForFrames(page);
  }
  await touch("touchEnd", []);
}

/** @param {import("playwright-core").Locator} locator @returns {Promise<{x: number, y: number, width: number, height: number}>} */
async function boxOf(locator) {
  const box = await locator.first().boundingBox();
  assert.ok(box !== null);
  return box;
}

/**
 * Runs in the page: what is smaller than it may be. What else does the same may be smaller (WCAG 2.5.8): a challenge's line
 * in the calendar has its card.
 * @param {number} least CSS px
 */
function findSmallTargets(least) {
  const root = document.querySelector("challenge-explorer")?.shadowRoot;
  const controls = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll("a.node, button.node, label.node, input.node") ?? [])]);
  return controls.flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    if (control.matches("a.arrows:empty")) return [];
    return height >= least && width >= least ? [] : [`${control.getAttribute("aria-label") ?? control.textContent}: ${width} × ${height}`];
  });
}

for (const [kind, least] of /** @type {const} */ ([["finger", 44], ["mouse", 24]])) {
  test(`whatever can be pressed is large enough for a ${kind}, whatever the page shows`, async () => {
    const opened = kind === "finger" ? undefined : await openPage(browser);
    const shown = opened?.page ?? page;
    if (opened !== undefined) {
      await shown.goto(server.address + addressOf("overview"));
      await waitUntilReady(shown);
    }
    assert.equal(await shown.evaluate(() => matchMedia("(pointer: coarse)").matches), kind === "finger");
    for (const state of stateNames) {
      await show(shown, state);
      assert.deepEqual(await shown.evaluate(findSmallTargets, least), [], state);
    }
    await opened?.context.close();
  });
}

/** The name of a milestone in the calendar's picture. @param {string} name */
function nameInPicture(name) {
  return page.locator(".draggable .text", { hasText: name });
}

test("a swipe moves the page, over the calendar too, and the calendar stays as it is", async () => {
  await show(page, "overview");
  const plot = await boxOf(page.locator(".draggable"));
  const milestone = nameInPicture("Auditions");
  const before = await boxOf(milestone);
  const middle = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 };
  await swipe([middle], [{ x: middle.x, y: middle.y - 120 }]);
  await page.waitForFunction(() => scrollY > 60);
  const moved = await boxOf(milestone);
  assert.deepEqual([moved.x, moved.width], [before.x, before.width]);
});

test("two fingers in the calendar zoom it and not the page; one finger sideways moves it", async () => {
  await show(page, "overview");
  const plot = await boxOf(page.locator(".draggable"));
  const ends = async () => {
    const first = await boxOf(nameInPicture("Appel à candidatures"));
    const last = await boxOf(nameInPicture("Auditions"));
    return { first: first.x, apart: last.x - first.x };
  };
  const before = await ends();
  const y = plot.y + 60;
  await swipe([{ x: 80, y }, { x: 140, y }], [{ x: 50, y }, { x: 170, y }]);
  await waitForFrames(page);
  const zoomed = await ends();
  assert.ok(zoomed.apart > before.apart * 1.5, `${before.apart} to ${zoomed.apart}`);
  assert.equal(await page.evaluate(() => visualViewport?.scale), 1);
  await swipe([{ x: 140, y }], [{ x: 100, y }]);
  await waitForFrames(page);
  const moved = await ends();
  assert.ok(moved.first < zoomed.first - 20, `${zoomed.first} to ${moved.first}`);
  assert.ok(Math.abs(moved.apart - zoomed.apart) < 1);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test("a finger on a handle drags a row of the selection and not the page; beside it the page scrolls", async () => {
  await show(page, "shortlist");
  const order = () => page.evaluate(() => new URLSearchParams(location.search).get("choix"));
  const kept = await order();
  const handle = page.getByRole("button", { name: "Faire glisser pour déplacer Prévisecours" }); // the last one
  await handle.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  const box = await boxOf(handle);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  // Not to an edge of the view, where the page would scroll.
  await swipe([from], [{ x: from.x, y: 200 }]);
  await waitForFrames(page);
  assert.equal(await page.evaluate(() => scrollY), before);
  assert.notEqual(await order(), kept);
  await swipe([{ x: 300, y: 500 }], [{ x: 300, y: 380 }]);
  await page.waitForFunction((old) => scrollY !== old, before);
});

test("a double tap in the calendar zooms it and not the page", async () => {
  await show(page, "overview");
  const plot = await boxOf(page.locator(".draggable"));
  for (let tap = 0; tap < 2; ++tap) {
    await touch("touchStart", [{ x: plot.x + 120, y: plot.y + 12 }]);
    await touch("touchEnd", []);
  }
  await page.waitForFunction(() => location.search.includes("periode="));
  assert.equal(await page.evaluate(() => visualViewport?.scale), 1);
});

test("the row of skills is swiped sideways, and the page stays", async () => {
  await show(page, "overview");
  const row = page.locator(".scrolls-x").first();
  await row.scrollIntoViewIfNeeded();
  await waitForFrames(page);
  const { x, y, width, height } = await boxOf(row);
  const place = await page.evaluate(() => scrollY);
  const at = { x: x + width - 60, y: y + height / 2 };
  await swipe([at], [{ x: at.x - 200, y: at.y }]);
  await page.waitForFunction(() => (document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(".scrolls-x")?.scrollLeft ?? 0) > 100);
  assert.equal(await page.evaluate(() => scrollY), place);
});

test("a tap acts at once: no second tap is waited for, and the page may still be pinched", async () => {
  await show(page, "overview");
  const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
  assert.match(viewport ?? "", /width=device-width/);
  assert.doesNotMatch(viewport ?? "", /maximum-scale|user-scalable/);
  const actions = await page.evaluate(() => {
    const root = document.querySelector("challenge-explorer")?.shadowRoot;
    const calendar = root?.querySelector(".draggable");
    const other = [...(root?.querySelectorAll(".mirror, .mirror *") ?? [])].filter((element) => element !== calendar);
    return [...new Set(other.map((element) => getComputedStyle(element).touchAction))];
  });
  assert.deepEqual(actions, ["auto"]);
  await page.getByRole("link", { name: "Gobelins", exact: true }).evaluate((link) => link.scrollIntoView({ block: "center" }));
  await waitForFrames(page);
  const { x, y } = await boxOf(page.getByRole("link", { name: "Gobelins", exact: true }));
  await page.touchscreen.tap(x + 20, y + 10);
  await page.getByRole("heading", { name: "Gobelins", level: 1 }).waitFor();
});

test("what a mouse shows by hovering can be read without it", async () => {
  const { page: wide, context } = await openPage(browser);
  await wide.goto(`${server.address}${addressOf("overview")}&lignes=debut`); // with a row for each challenge
  await waitUntilReady(wide);
  const words = () => wide.locator(".mirror").evaluate((mirror) => [...mirror.querySelectorAll(".text")].map((text) => text.textContent));
  const before = new Set(await words());
  for (const target of [
    wide.getByRole("button", { name: /^Auditions/ }),
    wide.getByRole("link", { name: /^Gobelins, / }),
    wide.getByRole("checkbox", { name: "Data science" }),
    wide.getByRole("link", { name: "Gobelins", exact: true }),
  ]) {
    const { x, y, width, height } = await boxOf(target);
    await wide.mouse.move(x + width / 2, y + height / 2);
    await waitForFrames(wide);
    const names = await wide
      .locator(".mirror :is([aria-label], [aria-description])")
      .evaluateAll((elements) => elements.flatMap((element) => ["aria-label", "aria-description"].map((name) => element.getAttribute(name))));
    const isSaid = (/** @type {string} */ text) => names.some((name) => name?.includes(text.replace(" · ", ", ")));
    assert.deepEqual((await words()).filter((text) => text !== null && !before.has(text) && !isSaid(text)), []);
  }
  await context.close();
});

/** Other people's pages. @type {Record<string, string>} */
const hosts = {
  "/box": "<style>challenge-explorer { height: 400px; overflow: auto }</style><challenge-explorer></challenge-explorer>",
  "/frame": `<style>iframe { display: block; width: 380px; height: 400px; border: 0 }</style><iframe src=".${addressOf("overview")}"></iframe>`,
};

/** Runs in the page: what of the element has gone by, in its box or its frame; with a place, goes there. @param {number | null} place */
function scrollInside(place) {
  const frame = document.querySelector("iframe")?.contentWindow;
  const box = document.querySelector("challenge-explorer");
  if (place !== null) (frame ?? box)?.scrollTo(0, place);
  return frame?.scrollY ?? box?.scrollTop ?? 0;
}

for (const [where, body] of Object.entries(hosts)) {
  test(`a swipe over the element in somebody's ${where.slice(1)} moves what is in it, and at its end the page around`, async () => {
    const host = await serve({
      intercept: (request, response) => {
        if (request.url !== where) return false;
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(`<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,">
          <meta name="viewport" content="width=device-width"><script type="module" src="challenge-explorer.js"></script>
          <style>body { margin: 0; height: 4000px }</style>${body}`);
        return true;
      },
    });
    await page.goto(host.address + where.slice(1));
    await page.waitForFunction(async () => {
      const inside = document.querySelector("iframe")?.contentDocument ?? document;
      const element = /** @type {any} */ (inside.querySelector("challenge-explorer"));
      await element?.ready;
      return element?.ready !== undefined;
    });
    await waitForFrames(page);
    await swipe([{ x: 200, y: 320 }], [{ x: 200, y: 60 }]);
    await page.waitForFunction(scrollInside, null);
    assert.equal(await page.evaluate(() => scrollY), 0);
    const end = await page.evaluate(scrollInside, 1e6);
    await waitForFrames(page);
    await swipe([{ x: 200, y: 320 }], [{ x: 200, y: 60 }]);
    await page.waitForFunction(() => scrollY > 50);
    assert.equal(await page.evaluate(scrollInside, null), end);
    assert.deepEqual(complaints, []);
    await host.close();
  });
}
