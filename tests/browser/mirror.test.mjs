// The DOM mirror by itself, with updates made by hand: elements, places, order, and what the visitor does with them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { openPage, useBrowser, useSite } from "./browser.mjs";

/** @typedef {import("../../web/mirror.js").NodeChange} NodeChange */

const browser = useBrowser();
const server = useSite({
  folder: fileURLToPath(new URL("../../web", import.meta.url)),
  intercept: (request, response) => {
    if (request.url !== "/mirror") return false;
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>mirror</title><link rel="icon" href="data:,">`);
    return true;
  },
});

/** A page with an empty mirror in a box of 400 × 2000, in `window.mirror`; `window.done` lists what it told. */
async function openMirror() {
  const { page, context, complaints } = await openPage(browser, { viewport: { width: 400, height: 300 } });
  await page.goto(`${server.address}mirror`);
  await page.evaluate(async () => {
    const [{ Mirror }, { makeStyleSheet }] = await Promise.all([
      import(/** @type {any} */ ("/mirror.js")),
      import(/** @type {any} */ ("/styles.js")),
    ]);
    const host = document.createElement("div");
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [makeStyleSheet()];
    shadow.innerHTML = `<div class="box"><div class="mirror"></div></div>`;
    const box = /** @type {HTMLElement} */ (shadow.firstElementChild);
    box.style.height = "2000px";
    document.body.replaceChildren(host);
    document.body.style.margin = "0";
    const globals = /** @type {any} */ (window);
    globals.done = [];
    const note =
      (/** @type {string} */ name, /** @type {any} */ answer) =>
      (/** @type {unknown[]} */ ...values) => {
        globals.done.push([name, ...values]);
        return answer;
      };
    globals.mirror = new Mirror(box.firstElementChild, {
      activate: note("activate", true),
      type: note("type", undefined),
      setFocus: note("setFocus", undefined),
      scroll: note("scroll", undefined),
      pressKey: note("pressKey", false),
      noticeForeignWords: note("noticeForeignWords", undefined),
      watchDraggable: () => globals.done.push(["watchDraggable"]),
    });
  });
  return {
    page,
    close: async () => {
      assert.deepEqual(complaints, []);
      await context.close();
    },
    /** @param {import("../../web/mirror.js").Update} update */
    apply: (update) => page.evaluate((given) => /** @type {any} */ (window).mirror.apply(given), update),
    done: () => page.evaluate(() => /** @type {any} */ (window).done.splice(0)),
  };
}

/** @param {number} id @param {string[]} lines @param {[number, number, number, number]} rect @returns {NodeChange} */
const makeText = (id, lines, rect) => ({ id, new: true, role: "text", rect, fontSize: 16, lineHeight: 24, lines });

test("a node becomes the element of its role, with its states", async () => {
  const { page, apply, close } = await openMirror();
  await apply({
    language: "fr",
    nodes: [
      { id: 2, new: true, role: "heading", level: 3, rect: [10, 20, 300, 30] },
      makeText(3, ["Calendrier"], [0, 0, 80, 24]),
      { id: 4, new: true, role: "checkbox", name: "Python, 4 défis", checked: true, interactive: true, rect: [10, 60, 200, 32] },
      { id: 5, new: true, role: "link", href: "?defi=gobelins", interactive: true, rect: [10, 100, 100, 24] },
      makeText(6, ["Gobelins"], [0, 0, 70, 24]),
      { id: 7, new: true, role: "button", name: "Fermer", interactive: true, pressed: false, disabled: true, rect: [10, 140, 44, 44] },
      { id: 8, new: true, role: "searchField", name: "Chercher", value: "data", placeholder: "Mots", interactive: true, rect: [10, 200, 200, 40] },
    ],
    children: [
      [1, [2, 4, 5, 7, 8]],
      [2, [3]],
      [5, [6]],
    ],
  });
  assert.equal(
    await page.locator(".mirror").ariaSnapshot(),
    [
      '- heading "Calendrier" [level=3]',
      '- checkbox "Python, 4 défis" [checked]',
      '- link "Gobelins":',
      '  - /url: "?defi=gobelins"',
      '- button "Fermer" [disabled]',
      '- searchbox "Chercher": data',
    ].join("\n"),
  );
  assert.equal(await page.locator(".mirror").getAttribute("lang"), "fr");
  assert.equal(await page.getByRole("button").getAttribute("aria-pressed"), "false");
  assert.deepEqual(await page.getByRole("heading").boundingBox(), { x: 10, y: 20, width: 300, height: 30 });
  assert.deepEqual(await page.getByRole("checkbox").boundingBox(), { x: 10, y: 60, width: 200, height: 32 });
  await close();
});

test("a text breaks where it is painted and is found across the breaks", async () => {
  const { page, apply, close } = await openMirror();
  await apply({
    nodes: [
      { id: 2, new: true, role: "paragraph", rect: [0, 0, 300, 96] },
      makeText(3, ["un ", "deux mots ", "puis une ligne plus-", "longue"], [20, 10, 190, 96]),
    ],
    children: [
      [1, [2]],
      [2, [3]],
    ],
  });
  const places = await page.locator(".line").evaluateAll((lines) =>
    lines.map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { x, y, height } = range.getBoundingClientRect();
      return { x, row: Math.floor((y + height / 2 - 10) / 24) };
    }),
  );
  assert.deepEqual(places, [
    { x: 20, row: 0 },
    { x: 20, row: 1 },
    { x: 20, row: 2 },
    { x: 20, row: 3 },
  ]);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).find("un deux mots puis une")), true);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).find("ligne plus-longue")), true);
  assert.equal(await page.getByRole("paragraph").innerText(), "un deux mots puis une ligne plus-longue");
  assert.equal(await page.locator(".text").evaluate((text) => getComputedStyle(text).color), "rgba(0, 0, 0, 0)");
  await close();
});

test("children are put in order without losing the focus or what a region has scrolled", async () => {
  const { page, apply, done, close } = await openMirror();
  /** @type {NodeChange[]} */
  const buttons = [2, 3, 4, 5].map((id) => ({ id, new: true, role: "button", name: `b${id}`, interactive: true, rect: [0, 40 * id, 100, 40] }));
  await apply({
    nodes: [...buttons, { id: 6, new: true, role: "group", name: "g", scrollAxes: 2, contentWidth: 100, contentHeight: 500, rect: [150, 0, 100, 100] }],
    children: [[1, [2, 3, 4, 5, 6]]],
  });
  await page.getByRole("button", { name: "b3" }).focus();
  await page.getByRole("group").evaluate((region) => region.scrollTo(0, 120));
  await page.waitForFunction(() => /** @type {any} */ (window).done.some((/** @type {unknown[]} */ one) => one[0] === "scroll"));
  await done();
  await apply({ removed: [4], nodes: [{ id: 7, new: true, role: "button", name: "b7", interactive: true }], children: [[1, [6, 5, 3, 7, 2]]] });
  assert.equal(
    await page.locator(".mirror").ariaSnapshot(),
    ['- group "g"', '- button "b5"', '- button "b3"', '- button "b7"', '- button "b2"'].join("\n"),
  );
  assert.equal(await page.evaluate(() => document.body.firstElementChild?.shadowRoot?.activeElement?.getAttribute("aria-label")), "b3");
  assert.equal(await page.getByRole("group").evaluate((region) => region.scrollTop), 120);
  assert.deepEqual(await done(), []);
  await close();
});

/**
 * A list of which `near` are described, keys by the index at which they stand, in `columns`; each row is 140 px high.
 * @param {number[]} order @param {number[]} near indices
 */
const listOf = (order, near, columns = 2) => ({
  node: 2,
  near: near.flatMap((place) => [place, 100 + Number(order[place])]),
  layout: { order, columns, itemWidth: 150, gap: 10, tops: Array.from({ length: Math.ceil(order.length / columns) + 1 }, (_, row) => 150 * row) },
});

/** The described item of that key. @param {number} key @param {number} place @returns {NodeChange} */
const describedItem = (key, place) => ({ id: 100 + key, new: true, role: "listItem", name: `near ${key}`, rect: [160 * (place % 2), 150 * Math.floor(place / 2), 150, 140] });

/** @param {number} key @returns {[number, ...string[]]} */
const wordsOf = (key) => [key, "", `Titre ${key}`, "en", `words of ${key}\nParis`];

/** Runs in the page: the shown items in reading order, each with what it says and where it is in the list. */
function readItems() {
  const shadow = /** @type {ShadowRoot} */ (document.body.firstElementChild?.shadowRoot);
  const list = /** @type {HTMLElement} */ (shadow.querySelector("ul"));
  const { left, top } = list.getBoundingClientRect();
  return [...list.querySelectorAll("li")].flatMap((item) => {
    const box = item.getBoundingClientRect();
    if (box.width === 0) return [];
    const words = item.getAttribute("aria-label") ?? item.querySelector("h3")?.textContent ?? "";
    return [`${words} ${box.left - left} ${box.top - top} ${box.width} ${box.height}`];
  });
}

/** What readItems() is to find. @param {number[]} order @param {number[]} near indices */
const itemsOf = (order, near, columns = 2) =>
  order.map((key, place) => {
    const words = near.includes(place) ? `near ${key}` : `Titre ${key}`;
    return `${words} ${160 * (place % columns)} ${150 * Math.floor(place / columns)} 150 140`;
  });

test("of a long list all items stand at their places, in its order, whatever is filtered or moved", async () => {
  const { page, apply, close } = await openMirror();
  const all = Array.from({ length: 500 }, (_, key) => key);
  await apply({
    nodes: [{ id: 2, new: true, role: "list", rect: [0, 0, 400, 37_500] }, describedItem(0, 0), describedItem(499, 499)],
    children: [[1, [2]]],
    list: listOf(all, [0, 499]),
  });
  assert.deepEqual(await page.evaluate(readItems), itemsOf(all, [0, 499]).filter((item) => item.startsWith("near")));
  for (let key = 0; key < 500; key += 50) await apply({ words: all.slice(key, key + 50).map(wordsOf) });
  assert.deepEqual(await page.evaluate(readItems), itemsOf(all, [0, 499]));

  // The same elements are hidden, moved and shown again.
  await page.evaluate(() => {
    const shadow = /** @type {ShadowRoot} */ (document.body.firstElementChild?.shadowRoot);
    Object.assign(window, { made: [...shadow.querySelectorAll(".far")] });
  });
  const some = all.filter((key) => key % 7 === 3);
  const ranked = [...some.filter((key) => key % 2 === 0), ...some.filter((key) => key % 2 === 1)];
  const back = all.toReversed();
  let near = [0, 499];
  let before = all;
  for (const [order, places] of /** @type {[number[], number[]][]} */ ([[some, [0, 5, 6]], [ranked, [2]], [all, [0, 250, 499]], [back, [7]], [all, []], [some, [0]], [all, [0, 499]]])) {
    const removed = near.map((place) => 100 + Number(before[place]));
    await apply({ removed, nodes: places.map((place) => describedItem(Number(order[place]), place)), list: listOf(order, places) });
    assert.deepEqual(await page.evaluate(readItems), itemsOf(order, places));
    [near, before] = [places, order];
  }
  const { list } = { list: listOf(all, [0, 1, 2, 499]) };
  await apply({ nodes: [describedItem(1, 1), describedItem(2, 2)], list: { node: list.node, near: list.near } });
  assert.deepEqual(await page.evaluate(readItems), itemsOf(all, [0, 1, 2, 499]));
  await apply({ removed: [101, 102], list: listOf(all, [0, 499], 1) });
  assert.deepEqual(await page.evaluate(readItems), itemsOf(all, [0, 499], 1));
  const kept = await page.evaluate(() => {
    const shadow = /** @type {ShadowRoot} */ (document.body.firstElementChild?.shadowRoot);
    return [...shadow.querySelectorAll(".far")].filter((item) => /** @type {any} */ (window).made.includes(item)).length;
  });
  assert.equal(kept, 500);
  await close();
});

test("a long list keeps its words while it is a short one or none, and takes others", async () => {
  const { page, apply, close } = await openMirror();
  const all = Array.from({ length: 200 }, (_, key) => key);
  const list = /** @type {NodeChange} */ ({ id: 2, new: true, role: "list", rect: [0, 0, 400, 37_500] });
  await apply({ nodes: [list, describedItem(3, 3)], children: [[1, [2]]], list: listOf(all, [3]), words: all.map(wordsOf) });
  // Short: the described items are all.
  await apply({ nodes: [describedItem(4, 4)], children: [[2, [104, 103]]], list: { node: 0, near: [] } });
  assert.equal((await page.evaluate(readItems)).map((item) => item.slice(0, 6)).join(), "near 4,near 3");
  await apply({ removed: [2], children: [[1, []]] });
  await apply({ nodes: [list, describedItem(3, 1)], children: [[1, [2]]], list: listOf([9, 3, 7], [1]) });
  assert.deepEqual(await page.evaluate(readItems), itemsOf([9, 3, 7], [1]));
  await apply({ words: [[9, "de", "Titel 9", "", "one", "", "two", "en", "three"], [7]] });
  const words = await page.evaluate(() => {
    const shadow = /** @type {ShadowRoot} */ (document.body.firstElementChild?.shadowRoot);
    return [...shadow.querySelectorAll(".far:not([hidden])")].map((item) => item.innerHTML);
  });
  assert.deepEqual(words, ['<h3 lang="de">Titel 9</h3>one\ntwo<p lang="en">three</p>', ""]);
  await close();
});

test("of items that are all new a list shows the words as they come", async () => {
  const { page, apply, close } = await openMirror();
  const list = /** @type {NodeChange} */ ({ id: 2, new: true, role: "list", rect: [0, 0, 400, 37_500] });
  const some = Array.from({ length: 150 }, (_, place) => 3 * place);
  const all = Array.from({ length: 450 }, (_, key) => key);
  await apply({ nodes: [list, describedItem(0, 0)], children: [[1, [2]]], list: listOf(some, [0]), words: some.slice(0, 40).map(wordsOf) });
  await apply({ list: listOf(all, [0]) });
  await apply({ words: all.filter((key) => key >= 120 || key % 3 > 0).map(wordsOf) });
  assert.deepEqual(await page.evaluate(readItems), itemsOf(all, [0]));
  await close();
});

test("an id may go and come back as another element in one update", async () => {
  const { page, apply, close } = await openMirror();
  await apply({
    nodes: [{ id: 2, new: true, role: "group", name: "a" }, makeText(3, ["avant"], [0, 0, 50, 24])],
    children: [
      [1, [2]],
      [2, [3]],
    ],
  });
  await apply({ removed: [2], nodes: [{ id: 3, new: true, role: "link", href: "?x", name: "après" }], children: [[1, [3]]] });
  assert.equal(await page.locator(".mirror").ariaSnapshot(), '- link "après":\n  - /url: "?x"');
  assert.equal(await page.locator("[data-node]").count(), 2);
  // Another role alone keeps what is inside.
  await apply({ nodes: [makeText(4, ["dedans"], [0, 0, 50, 24])], children: [[3, [4]]] });
  await apply({ nodes: [{ id: 3, role: "button", name: "", href: "" }] });
  assert.equal(await page.locator(".mirror").ariaSnapshot(), '- button "dedans"');
  await close();
});

test("a link leads to https, to its own page and to a calendar to save, and nowhere else", async () => {
  const { page, apply, close } = await openMirror();
  const { origin } = new URL(page.url());
  const calendar = "data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR";
  const allowed = ["https://example.org/défi", "?defi=gobelins", "?", "#haut", `${origin}/fiche`];
  // A browser takes tabs, line ends and leading spaces out of an address before it reads the scheme.
  const refused = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " \u0001javascript:alert(1)",
    "java\n\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/calendarx,x",
    calendar,
    "vbscript:x",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "http://example.org/",
    "//[",
  ];
  /** @type {NodeChange[]} */
  const links = [...allowed, ...refused].map((href, index) => ({ id: 2 + index, new: true, role: "link", name: href, href }));
  links.push({ id: 98, new: true, role: "link", name: "html", href: "data:text/html,x", download: "x.html" });
  links.push({ id: 99, new: true, role: "link", name: "calendrier", href: calendar, download: "calendrier.ics" });
  await apply({ nodes: links, children: [[1, links.map(({ id }) => id)]] });
  const written = await page.locator(".mirror a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.deepEqual(written, [...allowed, calendar]);
  // What a link led to before does not stay where the next address is refused.
  await apply({ nodes: [{ id: 2, href: "javascript:alert(1)", download: "", newTab: false, browser: false }] });
  assert.equal(await page.locator('[data-node="2"]').getAttribute("href"), null);
  await close();
});

test("a sticking node stays in view as far as its parent reaches", async () => {
  const { page, apply, close } = await openMirror();
  await apply({
    nodes: [
      { id: 2, new: true, role: "group", name: "page", rect: [0, 100, 400, 900] },
      { id: 3, new: true, role: "complementary", name: "haut", rect: [0, 50, 100, 200], stick: "top", stickOffset: 16 },
      { id: 4, new: true, role: "contentInfo", name: "bas", rect: [200, 840, 100, 60], stick: "bottom" },
    ],
    children: [
      [1, [2]],
      [2, [3, 4]],
    ],
  });
  const yOf = async (/** @type {string} */ name) => (await page.locator(`[aria-label=${name}]`).boundingBox())?.y;
  const scrollTo = (/** @type {number} */ y) => page.evaluate((top) => window.scrollTo(0, top), y);
  assert.deepEqual([await yOf("haut"), await yOf("bas")], [150, 240]);
  await scrollTo(400);
  assert.deepEqual([await yOf("haut"), await yOf("bas")], [16, 240]);
  await scrollTo(900);
  assert.deepEqual([await yOf("haut"), await yOf("bas")], [-100, 40]);
  await apply({ nodes: [{ id: 3, rect: [0, 60, 100, 100] }, { id: 4, stick: null }] });
  assert.deepEqual([await yOf("haut"), await yOf("bas")], [0, 40]);
  await scrollTo(0);
  assert.deepEqual([await yOf("haut"), await yOf("bas")], [160, 940]);
  await close();
});

test("what the visitor does is told once; a link for the browser is told, too, and followed; other clicks are left alone", async () => {
  const { page, apply, done, close } = await openMirror();
  await apply({
    nodes: [
      { id: 2, new: true, role: "link", href: "#inside", name: "dedans", interactive: true, rect: [0, 0, 100, 40] },
      { id: 3, new: true, role: "link", href: "#outside", name: "dehors", browser: true, interactive: true, rect: [0, 40, 100, 40] },
      { id: 4, new: true, role: "checkbox", checked: false, interactive: true, rect: [0, 80, 100, 40] },
      makeText(5, ["Python"], [10, 8, 60, 24]),
      { id: 6, new: true, role: "searchField", name: "champ", interactive: true, rect: [0, 120, 100, 40] },
      { id: 7, new: true, role: "button", name: "bouton", interactive: true, rect: [0, 160, 100, 40] },
    ],
    children: [
      [1, [2, 3, 4, 6, 7]],
      [4, [5]],
    ],
  });
  const events = async () => (await done()).filter((/** @type {unknown[]} */ one) => one[0] !== "setFocus");
  await page.getByRole("link", { name: "dedans" }).click();
  assert.deepEqual(await events(), [["activate", 2]]);
  assert.equal(new URL(page.url()).hash, "");
  await page.getByRole("link", { name: "dehors" }).click();
  assert.deepEqual(await events(), [["activate", 3]]);
  assert.equal(new URL(page.url()).hash, "#outside");
  await page.mouse.click(40, 100); // on the words
  assert.deepEqual(await events(), [["activate", 4]]);
  await page.keyboard.press("Tab");
  assert.deepEqual((await done()).at(-1), ["setFocus", 6, true]);
  await page.keyboard.insertText("été");
  assert.deepEqual(await events(), [["type", 6, "été"]]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await events(), [["type", 6, ""]]);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve))); // the mirror looks afterwards whether the browser has emptied it
  // Where the browser does not empty the field, as Firefox 140: an event that a script makes has no such effect anywhere.
  await page.keyboard.insertText("été");
  assert.deepEqual(await events(), [["type", 6, "été"]]);
  const left = await page.getByRole("searchbox").evaluate(async (field) => {
    const changed = new Promise((resolve) => field.addEventListener("input", resolve, { once: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
    await changed;
    return /** @type {HTMLInputElement} */ (field).value;
  });
  assert.equal(left, "");
  assert.deepEqual(await events(), [["type", 6, ""]]);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await events(), [["type", 6, "été"]]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await events(), [["type", 6, ""]]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  assert.deepEqual(await events(), [
    ["activate", 7],
    ["activate", 7],
    ["pressKey", 7, "Escape", false], // not repeated
  ]);
  await close();
});

test("focus given by the program is not told back, and does not scroll", async () => {
  const { page, apply, done, close } = await openMirror();
  await apply({
    nodes: [{ id: 2, new: true, role: "heading", level: 2, name: "loin", rect: [0, 1500, 100, 40] }],
    children: [[1, [2]]],
  });
  await page.evaluate(() => /** @type {any} */ (window).mirror.focus(2));
  assert.equal(await page.getByRole("heading").evaluate((heading) => heading.matches(":focus")), true);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.deepEqual(await done(), []);
  await close();
});

test("a change writes nothing but what changed", async () => {
  const { page, apply, close } = await openMirror();
  await apply({
    nodes: [
      { id: 2, new: true, role: "searchField", name: "champ", value: "a", interactive: true, rect: [0, 0, 100, 40] },
      makeText(3, ["un"], [0, 50, 20, 24]),
    ],
    children: [[1, [2, 3]]],
  });
  await page.evaluate(() => {
    const globals = /** @type {any} */ (window);
    globals.mutations = 0;
    new MutationObserver((records) => (globals.mutations += records.length)).observe(globals.mirror.root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  await apply({});
  await apply({ children: [[1, [2, 3]]] });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).mutations), 0);
  await apply({ nodes: [{ id: 2, name: "autre" }] });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).mutations), 1);
  await close();
});

test("words that a translator puts in the place of ours are noticed, and our own are not", async () => {
  const { page, apply, done, close } = await openMirror();
  await apply({ nodes: [makeText(2, ["Calendrier"], [0, 0, 80, 24])], children: [[1, [2]]] });
  await apply({ nodes: [{ id: 2, lines: ["Défis"] }] });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  assert.deepEqual(await done(), []);
  await page.locator(".line").evaluate((line) => (line.textContent = "Challenges"));
  await page.waitForFunction(() => /** @type {any} */ (window).done.length > 0);
  assert.deepEqual(await done(), [["noticeForeignWords"]]);
  await close();
});
