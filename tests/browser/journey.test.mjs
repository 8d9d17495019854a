// The visit, from the calendar to the application form: by mouse, then by keyboard alone. In Firefox and WebKit, and with
// --all in Chromium too: there visit.test.mjs looks closer at the same way.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, useSite } from "./browser.mjs";
import { useEngine, waitUntilReady } from "./engines.mjs";
import { followingEngines } from "./extent.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const form = "https://framaforms.org/candidature-entrepreneurs-dinteret-general-promotion-2-1501592391";

const development = { role: "checkbox", name: "Développement web" };
const design = { role: "checkbox", name: "Design d’interface" };
const field = { role: "searchbox" };
const card = { role: "link", name: "Gobelins", exact: true };
const detail = { role: "complementary", name: "Gobelins" };
const apply = { role: "link", name: "Candidater à ce défi", within: detail };

/** @param {string} name "4 défis" */
const count = (name) => ({ role: "heading", name, exact: true });

const server = useSite();

/** @param {Page} page */
async function openVisit(page) {
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  await page.find(count("13 défis"));
}

/** @param {Page} page The challenge is open, with the way to the form. */
async function assertHandOff(page) {
  const { attributes } = await page.find(apply);
  assert.equal(attributes["href"], form);
  assert.equal(attributes["target"], "_blank");
  assert.match(await page.url(), /\?defi=gobelins&competences=developpement-web,design-interfaces&q=collections&now=2017-10-15$/);
  assert.match(await page.title(), /^Gobelins · /);
}

/**
 * The outline without what is only announced for some seconds, or shown while the pointer is on something.
 * @param {import("./engines/page.mjs").Page} page
 */
async function viewOf(page) {
  const outline = await page.outline();
  return outline.replace(/^( *)(?:status|tooltip) .*\n(?:\1 +.*\n?)*/gm, "").trimEnd();
}

/** @param {Page} page */
async function walkByMouse(page) {
  await openVisit(page);
  const start = await viewOf(page);
  await page.click(development);
  await page.find(count("7 défis"));
  await page.click(design);
  await page.find(count("4 défis"));
  await page.click(field);
  await page.type("collections");
  await page.find(count("1 défi"));
  await page.find({ ...card, href: "q=collections" }); // fewer letters leave that challenge alone, too
  const typed = await viewOf(page);
  await page.click(card);
  await assertHandOff(page);
  const opened = await viewOf(page);

  await page.reload();
  await waitUntilReady(page);
  await page.find(detail);
  assert.equal(await viewOf(page), opened, "reloaded");

  await page.back();
  await page.waitUntilGone(detail);
  assert.equal(await viewOf(page), typed, "one step back");
  for (const left of ["4 défis", "7 défis", "13 défis"]) {
    await page.back();
    await page.find(count(left));
  }
  assert.equal(await viewOf(page), start, "four steps back");
  for (const left of ["7 défis", "4 défis"]) {
    await page.forward();
    await page.find(count(left));
  }
  await page.forward();
  await page.find(count("1 défi"));
  await page.forward();
  await page.find(detail);
  assert.equal(await viewOf(page), opened, "forward again");
}

/** @param {Page} page */
async function walkByKeyboard(page) {
  await openVisit(page);
  await page.tabTo(field);
  await page.type("collections");
  await page.find(count("1 défi"));
  await page.tabTo(development);
  await page.press(" ");
  await page.tabTo(design);
  await page.press(" ");
  await page.waitFor(() => location.search.includes("competences=developpement-web,design-interfaces"));
  for (const box of [development, design]) assert.equal((await page.find(box)).checked, true);
  await page.tabTo(card);
  await page.press("Enter");
  await page.find(detail);
  await page.tabTo(apply);
  await assertHandOff(page);
  await page.press("Escape");
  await page.waitUntilGone(detail);
  await page.waitForFocus(card);
  await page.tabTo(field, "Shift+Tab");
  await page.press("Escape");
  await page.find(count("4 défis"));
  assert.equal((await page.find(field)).value, "");
}

for (const name of followingEngines) {
  const engine = useEngine(name);

  for (const [means, walk] of /** @type {const} */ ([["mouse", walkByMouse], ["keyboard", walkByKeyboard]])) {
    test(`${name}: two skills, a word, a challenge, the form, by ${means}`, async () => {
      const page = await engine.open();
      await walk(page);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
  }
}
