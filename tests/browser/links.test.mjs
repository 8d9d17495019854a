// Links are links: the browser's own menus, tabs and drags, in three engines.
//
// WebKit's driver presses only the left button and knows no keys with it: its menus and tabs are not asked for. A drag of a
// link is the browser's from dragstart on, which all three tell; where it is dropped is asked in Chromium alone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const card = { role: "link", name: "Gobelins", exact: true };
const detail = { role: "complementary", name: "Gobelins" };

const server = useSite();

/** Notes what happens to links, after everybody else has heard of it. */
function noteEvents() {
  /** @type {any[]} */
  const noted = [];
  Object.assign(globalThis, { noted });
  for (const type of ["contextmenu", "dragstart", "auxclick", "mousedown"]) {
    addEventListener(type, (event) => {
      const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
      const url = event instanceof DragEvent ? event.dataTransfer?.getData("text/uri-list") : undefined;
      noted.push({ type, prevented: event.defaultPrevented, href: link instanceof HTMLAnchorElement ? link.href : "", url });
      // A menu would stay, and a drag goes on outside the page.
      if (type === "contextmenu" || type === "dragstart") event.preventDefault();
    });
  }
}

/** @param {Page} page @param {string} [query] */
async function openVisit(page, query = now) {
  await page.goto(`${server.address}?${query}`);
  await waitUntilReady(page);
  await page.evaluate(noteEvents);
}

/** The notes of one type since the last call. @param {Page} page @param {string} type @returns {Promise<any[]>} */
const take = (page, type) =>
  page.evaluate((wanted) => {
    const { noted } = /** @type {any} */ (globalThis);
    return noted.splice(0).filter((/** @type {any} */ note) => note.type === wanted);
  }, type);

/** Places on the Gobelins card: its picture, its words, its bare ground. @param {Page} page */
async function placesOnCard(page) {
  await page.aim(card); // it is in view then
  return page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
    const articles = [...root.querySelectorAll("article")];
    const article = /** @type {Element} */ (articles.find((candidate) => candidate.querySelector("h3")?.textContent === "Gobelins"));
    const { left, top } = article.getBoundingClientRect();
    const words = /** @type {Element} */ ([...article.querySelectorAll("p .line")].at(0)).getBoundingClientRect();
    return {
      picture: { x: Math.round(left + 60), y: Math.round(top + 40) },
      words: { x: Math.round(words.left + 2), y: Math.round(words.top + words.height / 2) },
      edge: { x: Math.round(left + 6), y: Math.round(top + 200) },
    };
  });
}

for (const name of engineNames) {
  /** @type {Page} */
  let page;
  const engine = useEngine(name, async () => {
    page = await engine.open();
    await openVisit(page);
  });

  // Links without an address, which no menu knows; what is pressed without being a link or a button.
  test(`${name}: whatever leads somewhere is a link with its address, and nothing else looks like one`, async () => {
    const challenges = { role: "button", name: /^13 défis · / }; // in the timeline
    const row = { role: "link", name: /^Gobelins, / };
    await page.click(challenges);
    await page.find(row);
    const { links, strange } = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
      const links = [...root.querySelectorAll("a")].map((link) => ({
        href: link.getAttribute("href") ?? "",
        name: link.getAttribute("aria-label") ?? link.textContent ?? "",
      }));
      const strange = [...root.querySelectorAll(".live, [role=link], [onclick]")].filter(
        (element) => !element.matches("a[href], button, input, label") && element.getAttribute("role") !== "group",
      );
      return { links, strange: strange.map((element) => element.outerHTML.slice(0, 100)) };
    });
    assert.ok(links.length >= 35, `${links.length} links`);
    for (const { href, name: label } of links) assert.match(href, /^(\?defi=[\w-]+&lignes=\w+&now=|https:\/\/|data:text\/calendar)/, label);
    assert.deepEqual(strange, []);
    const cards = await page.findAll({ role: "link", href: "?defi=", within: { role: "article" } });
    assert.equal(new Set(cards.map((link) => link.attributes["href"])).size, 13);
    await page.click(challenges);
    await page.waitUntilGone(row);
  });

  // What the browser shows in its corner, and offers in its menu.
  test(`${name}: wherever the mouse rests on a card, the browser shows the challenge's address`, async () => {
    const places = await placesOnCard(page);
    const url = `${server.address}?defi=gobelins&${now}`;
    for (const place of Object.values(places)) {
      await page.hover(place);
      const href = await page.waitFor(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
        const hovered = [...root.querySelectorAll(":hover")].at(-1)?.closest("a");
        return hovered?.href;
      });
      assert.equal(href, url);
    }
  });

  // Links whose menu is missing.
  test(`${name}: the browser's own menu opens on a link`, async (t) => {
    if (engine.limits.buttons) return t.skip(engine.limits.buttons);
    const places = await placesOnCard(page);
    for (const place of Object.values(places)) {
      await take(page, "contextmenu");
      await page.click(place, { button: "right" });
      const [menu] = await take(page, "contextmenu");
      assert.deepEqual([menu?.prevented, menu?.href], [false, `${server.address}?defi=gobelins&${now}`]);
    }
    await page.click({ role: "link", name: "Déposer ma candidature" }, { button: "right" });
    const [menu] = await take(page, "contextmenu");
    assert.equal(menu?.prevented, false);
    assert.match(menu?.href, /^https:\/\/framaforms\.org\//);
  });

  // Middle clicks that do not work as elsewhere.
  test(`${name}: a middle click, Control and Shift open a challenge beside this page`, async (t) => {
    if (engine.limits.newTabs) return t.skip(engine.limits.newTabs);
    const places = await placesOnCard(page);
    /** @type {[import("./engines/page.mjs").ClickOptions, {x: number, y: number}][]} */
    const ways = [
      [{ button: "middle" }, places.picture],
      [{ modifiers: ["Control"] }, places.words],
      [{ modifiers: ["Shift"] }, places.edge],
    ];
    for (const [options, place] of ways) {
      const { url } = await page.newTab(() => page.click(place, options));
      assert.equal(url, `${server.address}?defi=gobelins&${now}`);
      assert.equal(await page.evaluate("location.search"), `?${now}`, "and this page stays");
    }
    assert.equal((await page.findAll(detail)).length, 0);
  });

  // Links that cannot be dragged to the bookmarks or to another window.
  test(`${name}: a card is dragged by its picture as the link that it is, its words are selected`, async () => {
    const { picture, words } = await placesOnCard(page);
    await page.evaluate("getSelection().removeAllRanges()");
    await take(page, "dragstart");
    // Let go beside the card: having kept the drag from going on outside the page, the test would click otherwise.
    await page.drag(picture, { x: picture.x - 68, y: picture.y + 10 }, { steps: 6 });
    await page.waitFor(() => /** @type {any} */ (globalThis).noted.some((/** @type {any} */ note) => note.type === "dragstart"));
    const [drag] = await take(page, "dragstart");
    const url = `${server.address}?defi=gobelins&${now}`;
    assert.deepEqual([drag?.prevented, drag?.href, drag?.url.trim()], [false, url, url]);

    await page.drag(words, { x: words.x + 90, y: words.y }, { steps: 8 });
    await page.waitFor(() => "Mobilier national".startsWith(String(getSelection()).slice(0, 8)) && String(getSelection()).length > 8);
    await page.evaluate("getSelection().removeAllRanges()");
    assert.equal(await page.evaluate("location.search"), `?${now}`);
    assert.equal((await page.findAll(detail)).length, 0, "and no challenge is opened");
  });

  // A click where one has been before.
  test(`${name}: a link that was followed once looks and works as before`, async () => {
    await page.click(card);
    await page.find(detail);
    assert.equal(await page.evaluate("location.search"), `?defi=gobelins&${now}`);
    await page.back();
    await page.waitUntilGone(detail);
    const looks = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
      return [...root.querySelectorAll("article a")].map((link) => {
        const { color, textDecorationLine } = getComputedStyle(link);
        return `${color} ${textDecorationLine}`;
      });
    });
    assert.deepEqual([...new Set(looks)], ["rgba(0, 0, 0, 0) none"]);
    // The browser lies about what was visited: so the rules themselves are asked.
    const rules = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
      const texts = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      return { count: texts.length, visited: texts.filter((text) => text.includes(":visited")) };
    });
    assert.ok(rules.count > 40);
    assert.deepEqual(rules.visited, []);
    await page.click(card);
    await page.find(detail);
    await page.back();
    await page.waitUntilGone(detail);
  });

  // Words that a screen reader reads in the voice of what they lead to.
  test(`${name}: a link's language is that of its words; what it leads to has another attribute`, async () => {
    await openVisit(page, `${now}&lang=en&defi=gobelins`);
    const links = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
      return [...root.querySelectorAll("a")].map((link) => ({
        words: link.textContent ?? "",
        lang: link.closest("[lang]")?.getAttribute("lang"),
        hreflang: link.hreflang,
      }));
    });
    for (const { words, lang } of links) assert.equal(lang, "en", words);
    const french = links.filter(({ hreflang }) => hreflang === "fr");
    assert.ok(french.some(({ words }) => words.startsWith("Rules of the call for applications")), JSON.stringify(links));
  });
}
