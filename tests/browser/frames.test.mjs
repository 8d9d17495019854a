// What a hand does is seen with the next frame, in three engines, and a frame touches of the page only what differs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useSite } from "./browser.mjs";
import { engineNames, useEngine } from "./engines.mjs";
import { leadingEngines } from "./extent.mjs";
import { waitForFrames } from "./picture.mjs";
import { load } from "./states.mjs";
import { askUntil } from "./until.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const server = useSite();
const heading = "section[aria-label=Défis] h2"; // says how many challenges are left

/**
 * Runs in the page: notes, for each event of a type, what the page says once the next frame is drawn.
 * @param {string} type
 * @param {string} selector of the element that says it
 */
function noteNextFrames(type, selector) {
  const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  const seen = /** @type {(string | null)[]} */ ([]);
  Object.assign(globalThis, { seen });
  const note = () => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => seen.push(root.querySelector(selector)?.textContent ?? null);
    requestAnimationFrame(() => channel.port2.postMessage(undefined)); // comes when all that was asked for in this frame is done
  };
  addEventListener(type, note, { capture: true, passive: true });
}

/** @typedef {{place: number, pictures: number}} Answer where a milestone stands on the timeline, CSS px, and how many pictures were drawn since the event */

/**
 * Runs in the page: notes, for each event of a type, what the timeline and the canvas show once the next frame is drawn.
 * @param {string} type
 */
function noteAnswers(type) {
  const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  const milestone = [...root.querySelectorAll("button")].find((button) => (button.ariaLabel ?? button.textContent)?.includes("Auditions"));
  const place = () => milestone?.getBoundingClientRect().x ?? Number.NaN;
  const answers = /** @type {Answer[]} */ ([]);
  let pictures = 0;
  const { prototype } = WebGL2RenderingContext;
  const { clear } = prototype;
  prototype.clear = function (mask) {
    ++pictures;
    clear.call(this, mask);
  };
  const note = () => {
    const before = pictures;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => answers.push({ place: place(), pictures: pictures - before });
    requestAnimationFrame(() => channel.port2.postMessage(undefined));
  };
  addEventListener(type, note, { capture: true, passive: true });
  Object.assign(globalThis, { answers, place });
}

/** @param {Page} page @returns {Promise<(string | null)[]>} */
const seenOn = (page) => page.evaluate(() => /** @type {any} */ (globalThis).seen);

/** @param {Page} page @returns {Promise<string | null | undefined>} */
const headingOn = (page) => page.evaluate((selector) => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector(selector)?.textContent, heading);

/** Runs in the page: notes which elements are written from now on. */
function noteWrites() {
  const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  const titleOf = (/** @type {Element} */ card) => card.querySelector("h3")?.textContent ?? "";
  const before = [...root.querySelectorAll("article")].map((card) => ({ card, title: titleOf(card) }));
  const records = /** @type {MutationRecord[]} */ ([]);
  const observer = new MutationObserver((more) => void records.push(...more));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true });
  const htmlOf = (/** @type {NodeList} */ nodes) => [...nodes].map((node) => (node instanceof Element ? node.outerHTML : node.nodeValue)).join("");
  const read = () => {
    records.push(...observer.takeRecords());
    const staying = before.filter(({ card }) => card.isConnected);
    const inside = records.flatMap(({ target, type, attributeName, oldValue, addedNodes, removedNodes }) => {
      const one = staying.find(({ card }) => card !== target && card.contains(target));
      const value = /** @type {Element} */ (target).getAttribute?.(attributeName ?? "") ?? null;
      const isSame = type === "childList" ? htmlOf(addedNodes) === htmlOf(removedNodes) : oldValue === value;
      return one === undefined ? [] : [{ in: one.title, what: attributeName ?? type, isSame }];
    });
    const count = records.length;
    records.length = 0;
    return { count, staying: staying.length, inside };
  };
  Object.assign(globalThis, { readWrites: read });
}

/** @typedef {{in: string, what: string, isSame: boolean}} Write into a card that was there and is there */

/** @param {Page} page @returns {Promise<{count: number, staying: number, inside: Write[]}>} since it was read last */
const writesOn = async (page) => {
  await waitForFrames(page);
  return page.evaluate(() => /** @type {any} */ (globalThis).readWrites());
};

for (const name of engineNames) {
  const isLeading = leadingEngines.includes(name);
  /** @type {Page} */
  let page;
  const engine = useEngine(name, async () => {
    page = await engine.open();
    await load(page, server.address);
  });

  test(`${name}: what a key changes is there with the next frame`, async () => {
    await page.click({ role: "searchbox" });
    await page.evaluate(noteNextFrames, "input", heading);
    const expected = [];
    for (const letter of "gob") {
      await page.type(letter);
      await waitForFrames(page);
      expected.push(await headingOn(page));
    }
    assert.equal(expected.at(-1), "1 défi");
    assert.ok(new Set(expected).size > 1);
    assert.deepEqual(await seenOn(page), expected);
  });

  test(`${name}: a click and a letter do not wait for the browser's next frame`, async () => {
    await load(page, server.address);
    await waitForFrames(page);
    // A browser whose next frame never comes.
    await page.evaluate(() => void Object.assign(globalThis, { requestAnimationFrame: () => 1 }));
    await page.evaluate((skill) => {
      const root = document.querySelector("challenge-explorer")?.shadowRoot;
      const label = [...(root?.querySelectorAll("label") ?? [])].find(({ textContent }) => textContent?.startsWith(skill));
      label?.querySelector("input")?.click();
    }, "Python");
    assert.equal(await askUntil(() => headingOn(page), (words) => words === "7 défis"), "7 défis");
    await page.evaluate(() => {
      const field = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("input[type=search]");
      if (!(field instanceof HTMLInputElement)) return;
      field.value = "no such word";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    });
    assert.notEqual(await askUntil(() => headingOn(page), (words) => words !== "7 défis"), "7 défis");
  });

  test(`${name}: what the pointer comes to says so with the next frame`, async () => {
    await load(page, server.address);
    await page.hover({ x: 640, y: 60 });
    const { x, y } = await page.aim({ role: "button", name: "Restitution" });
    await page.evaluate(noteNextFrames, "pointermove", "[role=tooltip]");
    await page.hover({ x, y });
    await page.waitFor(() => /** @type {any} */ (globalThis).seen.length > 0);
    const [first] = await seenOn(page);
    assert.match(first ?? "", /2018/);
  });

  /** @type {Record<string, {type: string, act: () => Promise<unknown>}>} */
  const gestures = {
    "a click": { type: "click", act: () => page.click({ role: "button", name: "Zoom avant" }) },
    "a key": { type: "keydown", act: () => page.press("Shift+PageDown") },
    "a turn of the wheel": {
      type: "wheel",
      act: () =>
        page.evaluate(() => {
          const plot = /** @type {Element} */ (document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("section > .draggable"));
          const { x, y } = plot.getBoundingClientRect();
          const init = { bubbles: true, cancelable: true, composed: true, clientX: x + 100, clientY: y + 60 };
          plot.dispatchEvent(new WheelEvent("wheel", { ...init, ctrlKey: true, deltaY: -100 }));
        }),
    },
    "a drag": {
      type: "pointermove",
      act: async () => {
        const { x, y } = await page.find({ role: "button", name: "Auditions" });
        await page.drag({ x, y: y + 60 }, { x: x - 60, y: y + 60 }, { steps: 1 });
      },
    },
  };
  for (const [what, { type, act }] of Object.entries(gestures)) {
    test(`${name}: ${what} on the timeline shows with the next frame`, async () => {
      await load(page, server.address);
      await page.click({ role: "button", name: "Zoom avant" });
      await waitForFrames(page);
      await page.evaluate(noteAnswers, type);
      const before = await page.evaluate(() => /** @type {any} */ (globalThis).place());
      await act();
      await page.waitFor(() => /** @type {any} */ (globalThis).answers.length > 0);
      await waitForFrames(page);
      /** @type {{answers: Answer[], place: number}} */
      const { answers, place } = await page.evaluate(() => {
        const { answers: all, place: look } = /** @type {any} */ (globalThis);
        return { answers: all, place: look() };
      });
      const last = answers.at(-1);
      assert.ok(Math.abs(place - before) > 20, `from ${before} to ${place}`);
      assert.equal(last?.place, place);
      assert.ok(answers.some(({ pictures }) => pictures > 0), "a picture is drawn with it");
    });
  }

  if (isLeading) test(`${name}: a frame in which nothing changed writes nothing, and a key only what differs`, async () => {
    await load(page, server.address);
    await page.evaluate(noteWrites);
    await page.evaluate(() => void dispatchEvent(new Event("resize"))); // asks for a frame
    assert.equal((await writesOn(page)).count, 0);
    await page.click({ role: "searchbox" });
    await page.type("d");
    const first = await writesOn(page);
    await page.type("ata");
    const second = await writesOn(page);
    assert.ok(first.staying > 2 && second.staying > 2 && second.staying < 13, `${first.staying}, ${second.staying}`);
    // The address that a card leads to has the query, too; a row is as high as its highest card; Tab stops at the first. In the
    // last row, which the cards fill, words break elsewhere and are cut or not.
    const inside = [...first.inside, ...second.inside];
    const expected = ["href", "style", "tabindex", "childList", "class"];
    assert.deepEqual(inside.filter(({ what, isSame }) => !expected.includes(what) || (isSame && what !== "style")), []);
  });
}
