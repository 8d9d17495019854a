// The visitor's selection on their device, in three engines: kept only where the element has `remember` and they ask for it, not
// offered where storage throws, and gone when they take it back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";

const throwing = `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });`;
const full = `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`;

/** @param {string} script its address; "" for none @param {string} attributes of the element */
const host = (script, attributes) =>
  `<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,">${script && `<script src="${script}"></script>`}` +
  `<script type="module" src="challenge-explorer.js"></script><challenge-explorer src="programme.json" sync-url ${attributes}></challenge-explorer>`;

/** @type {Record<string, [type: string, text: string]>} by path */
const pages = {
  "/throwing.js": ["text/javascript", throwing],
  "/full.js": ["text/javascript", full],
  "/throwing": ["text/html", host("throwing.js", "remember")],
  "/full": ["text/html", host("full.js", "remember")],
  "/plain": ["text/html", host("", "")],
};

const server = useSite({
  intercept: (request, response) => {
    const page = pages[(request.url ?? "").replace(/\?.*/, "")];
    if (page === undefined) return false;
    response.setHeader("Content-Type", `${page[0]}; charset=utf-8`);
    response.end(page[1]);
    return true;
  },
});

const remember = { role: "checkbox", name: "Garder ma sélection sur cet appareil" };
const title = { role: "heading", name: "Ma sélection", exact: true };

/** @param {string} id @returns {string} the address of a selection of that challenge, from the page's name on */
const selectionOf = (id) => `?choix=${id}&vue=choix&${now}`;

for (const name of engineNames) {
  const engine = useEngine(name);

  /** @param {string} address behind the server's own @returns {Promise<import("./engines.mjs").Page>} */
  const open = async (address) => {
    const page = await engine.open();
    await page.goto(server.address + address);
    await waitUntilReady(page);
    return page;
  };

  test(`${name}: a selection is kept once the visitor asks for it, and forgotten when they take it back`, async () => {
    const page = await open(selectionOf("gobelins"));
    await page.find(title);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.click(remember);
    await page.waitFor(() => localStorage.getItem("challenge-explorer:eig-2018") === "choix=gobelins");
    await page.goto(`${server.address}?vue=choix&${now}`);
    await waitUntilReady(page);
    await page.find({ role: "link", name: "Gobelins", exact: true });
    await page.click(remember);
    await page.waitFor(() => localStorage.length === 0);
    await page.close();
  });

  for (const place of ["throwing", "plain"]) {
    test(`${name}: keeping is not offered on the page ${place}`, async () => {
      const page = await open(place + selectionOf("gobelins"));
      await page.find(title);
      assert.deepEqual(await page.findAll(remember), []);
      await page.close();
    });
  }

  test(`${name}: where nothing can be stored the offer goes, and the selection stays`, async () => {
    const page = await open(`full${selectionOf("gobelins")}`);
    await page.click(remember);
    await page.waitUntilGone(remember);
    await page.find({ role: "link", name: "Gobelins", exact: true });
    await page.close();
  });
}
