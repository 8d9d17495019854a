// The visitor's place, in three engines: what is closed leads back in the history, a search is one step, and what is in view
// stays where it is while a challenge opens beside the list.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { now, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";
import { waitForFrames } from "./picture.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const card = { role: "link", name: "Gobelins", exact: true };
const detail = { role: "complementary", name: "Gobelins" };
const close = { role: "button", name: "Fermer le défi" };
const field = { role: "searchbox" };

/** Other people's pages. @type {Record<string, string>} */
const hosts = {
  "/other": "<title>Ailleurs</title><p>Ailleurs",
  "/blog": `<title>Blog</title><script type="module" src="challenge-explorer.js"></script>
    <p>Avant<challenge-explorer></challenge-explorer><p>Après`,
};

const server = useSite({
  intercept: (request, response) => {
    const body = hosts[request.url ?? ""];
    if (body === undefined) return false;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="fr"><link rel="icon" href="data:,">${body}</html>`);
    return true;
  },
});

/** From another site to the visit. @param {Page} page @param {string} [query] */
async function comeFromElsewhere(page, query = now) {
  await page.goto(`${server.address}other`);
  await page.goto(`${server.address}?${query}`);
  await waitUntilReady(page);
}

/** @param {Page} page @param {string} query */
const waitForAddress = (page, query) => page.waitFor((wanted) => location.search === (wanted && `?${wanted}`), query);

/** Back leads to the other site. @param {Page} page */
async function assertLeaves(page) {
  await page.back();
  await page.waitFor(() => location.pathname.endsWith("/other"));
}

/** The upper edge of the challenge's card in the window. @param {Page} page */
const topOfCard = (page) =>
  page.evaluate(() => {
    const links = document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll("h3 a") ?? [];
    const link = [...links].find((one) => one.textContent === "Gobelins");
    return link?.getBoundingClientRect().top ?? NaN;
  });

for (const name of engineNames) {
  describe(name, () => {
    /** @type {Page} */
    let page;
    const engine = useEngine(name, async () => {
      page = await engine.open();
    });

    test(`${name}: Back after closing does not open again, Forward does`, async () => {
      await comeFromElsewhere(page);
      await page.click(card);
      await page.find(detail);
      await waitForAddress(page, `defi=gobelins&${now}`);
      await page.click(close);
      await page.waitUntilGone(detail);
      await waitForAddress(page, now);
      await page.forward();
      await page.find(detail);
      await page.press("Escape");
      await page.waitUntilGone(detail);
      await waitForAddress(page, now);
      await assertLeaves(page);
    });

    test(`${name}: so it is after a reload in between, and where the visit began with the challenge`, async () => {
      await comeFromElsewhere(page);
      await page.click(card);
      await page.find(detail);
      await waitForAddress(page, `defi=gobelins&${now}`);
      await page.reload();
      await waitUntilReady(page);
      await page.click(close);
      await page.waitUntilGone(detail);
      await waitForAddress(page, now);
      await assertLeaves(page);

      await comeFromElsewhere(page, `defi=gobelins&${now}`);
      await page.click(close);
      await page.waitUntilGone(detail);
      await waitForAddress(page, now);
      await assertLeaves(page);
    });

    test(`${name}: what comes quickly after closing is not lost`, async () => {
      await comeFromElsewhere(page);
      await page.click(card);
      await page.find(detail);
      await waitForAddress(page, `defi=gobelins&${now}`);
      await page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
        /** @type {HTMLElement} */ (root.querySelector("button[aria-label='Fermer le défi']")).click();
        const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input[type=checkbox]"));
        boxes[0]?.click();
      });
      await page.waitFor(() => location.search.startsWith("?competences="));
      await page.back();
      await waitForAddress(page, now);
      await page.waitUntilGone(detail);
      await assertLeaves(page);
    });

    test(`${name}: a search is one step`, async () => {
      await comeFromElsewhere(page);
      const before = await page.evaluate(() => history.length);
      await page.click(field);
      await page.type("carto");
      await waitForAddress(page, `q=carto&${now}`);
      assert.equal(await page.evaluate(() => history.length), before + 1);
      await page.back();
      await waitForAddress(page, now);
      await page.find({ role: "heading", name: "13 défis", exact: true });
      await assertLeaves(page);
    });

    test(`${name}: ticking low in the filter shows the count and the first card, and the head covers what goes by`, async () => {
      await comeFromElsewhere(page);
      await page.evaluate(() => scrollTo(0, 1250));
      await waitForFrames(page);
      await page.click({ role: "checkbox", name: "Brest" });
      await page.find({ role: "heading", name: "1 défi", exact: true });
      await waitForFrames(page);
      for (const query of ["", "competences=python&defi=hopkins"]) {
        if (query !== "") {
          await comeFromElsewhere(page, query);
          await page.evaluate(() => scrollTo(0, 1500));
          await waitForFrames(page);
        }
        const places = await page.evaluate(() => {
          const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
          const chip = /** @type {Element} */ (root.querySelector("[aria-label^='Retirer le filtre']"));
          const tops = [...root.querySelectorAll("article")].map((card) => card.getBoundingClientRect().top);
          const { left, top, width, height } = chip.getBoundingClientRect();
          const hit = root.elementFromPoint(left + width / 2, top + height / 2);
          return { top, bottom: innerHeight, tops, isHit: hit === chip || chip.contains(hit) };
        });
        assert.ok(places.isHit, JSON.stringify(places));
        assert.ok(places.top >= 0 && places.top < 60, JSON.stringify(places));
        assert.ok(places.tops.some((top) => top > 0 && top < places.bottom - 100), JSON.stringify(places));
      }
    });

    test(`${name}: the opened card stays where it is, and closing returns`, async () => {
      await comeFromElsewhere(page);
      await page.aim(card);
      await page.evaluate(() => scrollBy(0, 37));
      await waitForFrames(page);
      const scrolled = await page.evaluate(() => scrollY);
      const top = await topOfCard(page);
      await page.click(card);
      await page.find(detail);
      await waitForAddress(page, `defi=gobelins&${now}`);
      assert.notEqual(await page.evaluate(() => scrollY), scrolled, "the list has fewer columns");
      assert.ok(Math.abs((await topOfCard(page)) - top) <= 1, `from ${top} to ${await topOfCard(page)}`);
      await page.click(close);
      await page.waitUntilGone(detail);
      await waitForAddress(page, now);
      await waitForFrames(page);
      assert.equal(await page.evaluate(() => scrollY), scrolled);
    });

    test(`${name}: in somebody's page the history is not touched`, async () => {
      await page.goto(`${server.address}blog`);
      await waitUntilReady(page);
      const before = await page.evaluate(() => [history.length, history.state, history.scrollRestoration, location.href]);
      await page.click(card);
      await page.find(close);
      await page.click(close);
      await page.waitUntilGone(close);
      await page.click(field);
      await page.type("carto");
      await page.waitFor(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("mark, h2") !== null);
      await page.evaluate(() => scrollTo(0, 300));
      await waitForFrames(page);
      assert.deepEqual(await page.evaluate(() => [history.length, history.state, history.scrollRestoration, location.href]), before);
    });

    test(`${name}: "?" opens a dialog that keeps the focus, and gives it back`, async () => {
      await comeFromElsewhere(page);
      await page.tabTo(card);
      await page.press("?");
      await page.find({ role: "dialog", name: "Raccourcis clavier" });
      const within = () =>
        page.evaluate(() => document.querySelector("challenge-explorer")?.shadowRoot?.activeElement?.closest("[role=dialog]") !== null);
      assert.ok(await within());
      await page.press("Tab");
      assert.ok(await within());
      await page.press("Escape");
      await page.waitUntilGone({ role: "dialog" });
      await page.waitForFocus(card);
    });
  });
}
