// The element in host pages of other kinds: containers, scroll containers, a <base>, a script that is loaded twice. In each it is
// as wide as a block of text, shows the words of the plain page, and an opened challenge stands in view.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { now, openPage, useBrowser, useSite } from "./browser.mjs";
import { waitForFrames } from "./picture.mjs";

const element = `<challenge-explorer src="/programme.json" lang="fr"></challenge-explorer>`;

/** @typedef {{name: string, style?: string, body: string, width: number}} Host of which the element is to be so wide, CSS px */

/** @type {Host[]} */
const hosts = [
  { name: "a flex item", body: `<div style="display: flex">${element}</div>`, width: 1000 },
  { name: "a flex item beside another", body: `<div style="display: flex; gap: 40px">${element}<p style="flex: 0 0 260px">Autre</p></div>`, width: 700 },
  { name: "a centred flex column", body: `<div style="display: flex; flex-direction: column; align-items: center">${element}</div>`, width: 1000 },
  { name: "a grid item", body: `<div style="display: grid; grid-template-columns: auto 300px">${element}<p>Autre</p></div>`, width: 700 },
  { name: "a centred grid item", body: `<div style="display: grid; place-items: center">${element}</div>`, width: 1000 },
  { name: "a float", body: `<div style="float: left">${element}</div>`, width: 1000 },
  { name: "an inline-block", body: `<div style="display: inline-block">${element}</div>`, width: 1000 },
  { name: "a table cell", body: `<table style="border-spacing: 0"><tr><td style="padding: 0">${element}</td></tr></table>`, width: 1000 },
  { name: "an absolute box", body: `<div style="position: absolute; left: 0">${element}</div>`, width: 1000 },
  { name: "as wide as its content", body: `<div style="width: fit-content">${element}</div>`, width: 1000 },
  { name: "a narrow column", body: `<div style="width: 245px">${element}</div>`, width: 245 },
  { name: "a body that scrolls", style: "html { height: 100%; overflow: hidden } body { height: 100%; overflow: auto }", body: element, width: 1000 },
  { name: "a root and a body that hide what is too wide", style: "html, body { overflow-x: hidden }", body: element, width: 1000 },
  { name: "a box that scrolls", body: `<div style="height: 600px; overflow: auto">${element}</div>`, width: 1000 },
  { name: "a root whose letters are small", style: "html { font-size: 62.5% }", body: element, width: 1000 },
  { name: "a base elsewhere", style: "", body: `<base href="/autre/dossier/">${element}`, width: 1000 },
  { name: "a script that is loaded twice", body: `${element}<script type="module" src="/challenge-explorer.js?ver=2"></script>`, width: 1000 },
];

const browser = useBrowser();
let page = hosts[0];
const server = useSite({
  intercept: (request, response) => {
    if (!request.url?.startsWith("/page.html")) return false;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page hôte</title><link rel="icon" href="data:,">
      <script type="module" src="/challenge-explorer.js"></script>
      <style>body { margin: 0 } ${page?.style ?? ""}</style>${page?.body ?? ""}`);
    return true;
  },
});

/** @param {Host} host @param {string} [query] */
async function open(host, query = now) {
  page = host;
  const opened = await openPage(browser, { viewport: { width: 1000, height: 800 } });
  await opened.page.goto(`${server.address}page.html?${query}`);
  await opened.page.evaluate(() => customElements.whenDefined("challenge-explorer"));
  await opened.page.evaluate(() => /** @type {any} */ (document.querySelector("challenge-explorer")).ready);
  await waitForFrames(opened.page);
  return opened;
}

/**
 * The challenge that was opened last in the list stands in view.
 * @param {import("playwright-core").Page} tab
 * @param {number} top of what is in view, CSS px
 */
async function assertInView(tab, top) {
  const heading = tab.getByRole("heading", { name: "dataESR", level: 1 });
  await heading.waitFor();
  await waitForFrames(tab);
  const box = await heading.boundingBox();
  assert.ok(box !== null && box.y >= top && box.y + box.height <= 800, JSON.stringify(box));
}

describe("chromium", () => {
  for (const host of hosts) {
    test(`in ${host.name} it is as wide as a block of text, and what is opened stands in view`, async () => {
      const { page: tab, context, complaints } = await open(host);
      const { width, shown, count, size } = await tab.evaluate(() => {
        const host_ = /** @type {HTMLElement} */ (document.querySelector("challenge-explorer"));
        const canvas = /** @type {HTMLCanvasElement} */ (host_.shadowRoot?.querySelector("canvas"));
        return {
          width: host_.getBoundingClientRect().width,
          shown: canvas.getBoundingClientRect().width,
          count: host_.shadowRoot?.querySelectorAll("article").length,
          size: getComputedStyle(/** @type {Element} */ (host_.shadowRoot?.querySelector("input[type=search]"))).fontSize,
        };
      });
      assert.ok(Math.abs(width - host.width) <= 1, `${width} CSS px`);
      assert.ok(Math.abs(shown - width) <= 1, `the canvas has ${shown}`);
      assert.equal(count, 13);
      assert.equal(size, "16px");
      const card = tab.getByRole("link", { name: "dataESR", exact: true });
      await card.focus();
      await waitForFrames(tab);
      const seen = await card.evaluate((link) => {
        const box = /** @type {HTMLElement} */ (link.closest(".box"));
        const { top, bottom } = /** @type {HTMLElement} */ (box.querySelector("canvas")).getBoundingClientRect();
        const words = link.getBoundingClientRect();
        return { isPainted: top <= words.top && bottom >= words.bottom, isWords: box.classList.contains("without-canvas") };
      });
      assert.ok(seen.isPainted || seen.isWords, "the picture or the words are where one has scrolled to");
      await tab.keyboard.press("Enter");
      await assertInView(tab, 0);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  test("under a header of the page's that sticks nothing of the element is covered", async () => {
    for (const style of ["html { scroll-padding-top: 90px }", "challenge-explorer { --ce-sticky-top: 90px }"]) {
      const header = `<header style="position: sticky; top: 0; height: 90px; background: #fc0; z-index: 10">En-tête</header>`;
      const { page: tab, context, complaints } = await open({ name: "", style, body: header + element, width: 1000 });
      await tab.getByRole("link", { name: "dataESR", exact: true }).focus();
      await tab.evaluate(() => scrollTo(0, 1100));
      await waitForFrames(tab);
      const tops = await tab.evaluate(() => {
        const shadow = document.querySelector("challenge-explorer")?.shadowRoot;
        const topOf = (/** @type {string} */ selector) => shadow?.querySelector(selector)?.getBoundingClientRect().top ?? 0;
        return { canvas: topOf("canvas"), head: topOf(".track.at-top > .node:has(h2)") };
      });
      assert.equal(Math.round(tops.canvas), 90);
      assert.ok(tops.head >= 90, `the head is at ${tops.head}`);
      await tab.getByRole("link", { name: "dataESR", exact: true }).press("Enter");
      await assertInView(tab, 90);
      assert.deepEqual(complaints, []);
      await context.close();
    }
  });

  test("with loading=lazy nothing is loaded before the element is near", async () => {
    page = { name: "", body: `<p style="height: 5000px">Avant</p>${element.replace("lang", `loading="lazy" lang`)}`, width: 1000 };
    const { page: tab, context, complaints } = await openPage(browser, { viewport: { width: 1000, height: 800 } });
    /** @type {string[]} */
    const asked = [];
    tab.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await tab.goto(`${server.address}page.html?${now}`, { waitUntil: "networkidle" });
    assert.deepEqual(asked.filter((name) => /wasm|programme/.test(name)), []);
    await tab.evaluate(() => scrollTo(0, 3800));
    await tab.evaluate(() => /** @type {any} */ (document.querySelector("challenge-explorer")).ready);
    assert.ok(asked.some((name) => name.endsWith(".wasm")));
    // One that is removed while it waits waits for nothing any more; without the attribute it begins.
    await tab.evaluate(async () => {
      const other = document.createElement("challenge-explorer");
      other.setAttribute("src", "/programme.json");
      other.setAttribute("loading", "lazy");
      document.body.append(other);
      other.remove();
      await Promise.resolve(); // after what the removal has put off
      document.body.append(other);
      other.removeAttribute("loading");
      return /** @type {any} */ (other).ready;
    });
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test("a page that declares no dark colours is light, and an attribute, the design system's or the page's colours are followed", async () => {
    const isDark = async (/** @type {string} */ before, /** @type {string} */ attributes) => {
      page = { name: "", body: before + element.replace("lang", `${attributes} lang`), width: 1000 };
      const { page: tab, context, complaints } = await openPage(browser, { colorScheme: "dark" });
      await tab.goto(`${server.address}page.html?${now}`);
      await tab.evaluate(() => /** @type {any} */ (document.querySelector("challenge-explorer")).ready);
      const answer = await tab.locator(".box").evaluate((box) => box.classList.contains("dark"));
      await context.close();
      return { answer, complaints };
    };
    assert.equal((await isDark("", "")).answer, false);
    assert.equal((await isDark("<style>:root { color-scheme: light dark }</style>", "")).answer, true);
    assert.equal((await isDark(`<meta name="color-scheme" content="light dark">`, "")).answer, true);
    assert.equal((await isDark("<style>:root { color-scheme: light dark }</style>", `theme="light"`)).answer, false);
    assert.equal((await isDark("", `theme="dark"`)).answer, true);
    assert.equal((await isDark("", `data-fr-theme="dark"`)).answer, true);
    const wrong = await isDark("", `theme="noir"`);
    assert.equal(wrong.answer, false);
    assert.deepEqual(wrong.complaints, [`challenge-explorer: theme="noir" is not one of auto, light, dark.`]);
  });

  test("what is not ours stays in the address, and a refusal of the browser costs nothing", async () => {
    const host = { name: "", body: element.replace("lang", "sync-url lang"), width: 1000 };
    const { page: tab, context, complaints } = await open(host, `page_id=42&${now}&utm_source=x#onglet`);
    await tab.getByRole("checkbox", { name: "Python" }).click();
    await tab.waitForFunction(() => location.search.includes("competences=python"));
    assert.match(tab.url(), /page_id=42.*utm_source=x.*#onglet$/);
    await tab.evaluate(() => {
      history.pushState = history.replaceState = () => {
        throw new DOMException("Too many calls", "SecurityError");
      };
    });
    await tab.getByRole("searchbox").fill("carto");
    await tab.getByRole("heading", { name: "1 défi", exact: true }).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test("with a base elsewhere a card's link leads to a state of this page", async () => {
    const { page: tab, context } = await open({ name: "", body: `<base href="/autre/">${element.replace("lang", "sync-url lang")}`, width: 1000 });
    const href = await tab.getByRole("link", { name: "Gobelins", exact: true }).evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
    assert.ok(href.startsWith(`${server.address}page.html?defi=gobelins`), href);
    await context.close();
  });
});
