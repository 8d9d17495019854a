// The visit, from the calendar to the application form, in Chromium: by mouse, then by keyboard alone. tests/unit/platform/visit_test.cpp walks the same way
// without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, openPage, readProgramme, serve, snapshot, useBrowser, useSite, waitForSnapshot, waitUntilReady } from "./browser.mjs";

const form = "https://framaforms.org/candidature-entrepreneurs-dinteret-general-promotion-2-1501592391";

const browser = useBrowser();
const server = useSite();

test("two skills, a word, a challenge, the form; back, forward and reload show the same view", async () => {
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  await page.getByRole("heading", { name: "13 défis" }).waitFor();
  const start = await snapshot(page);

  await page.getByRole("checkbox", { name: "Développement web" }).click();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.getByRole("checkbox", { name: "Design d’interface" }).click();
  await page.getByRole("heading", { name: "4 défis" }).waitFor();
  await page.getByRole("searchbox").pressSequentially("collections");
  await page.getByRole("heading", { name: "1 défi", exact: true }).waitFor();
  // The first letters find the same as the whole word.
  await page.waitForFunction(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("a[href*='q=collections']"));
  const typed = await snapshot(page);

  await page.getByRole("link", { name: "Gobelins", exact: true }).click();
  const detail = page.getByRole("complementary", { name: "Gobelins" });
  await detail.waitFor();
  const opened = await snapshot(page);
  const apply = detail.getByRole("link", { name: "Candidater à ce défi" });
  assert.equal(await apply.getAttribute("href"), form);
  assert.equal(await apply.getAttribute("target"), "_blank");
  assert.match(page.url(), /\?defi=gobelins&competences=developpement-web,design-interfaces&q=collections&now=2017-10-15$/);
  assert.match(await page.title(), /^Gobelins · /);

  await page.reload();
  await waitUntilReady(page);
  await detail.waitFor();
  await waitForSnapshot(page, opened);

  await page.goBack();
  await detail.waitFor({ state: "detached" });
  await waitForSnapshot(page, typed);
  await page.goBack(); // the search is one step
  await page.getByRole("heading", { name: "4 défis" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "13 défis" }).waitFor();
  await waitForSnapshot(page, start);
  await page.goForward();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.goForward();
  await page.getByRole("heading", { name: "4 défis" }).waitFor();
  await page.goForward();
  await page.goForward();
  await detail.waitFor();
  await waitForSnapshot(page, opened);
  assert.deepEqual(complaints, []);
  await context.close();
});

/** Presses Tab until what has the focus is that one. @param {import("playwright-core").Page} page @param {import("playwright-core").Locator} target */
async function tabTo(page, target) {
  for (let presses = 0; presses < 120; ++presses) {
    if (await target.evaluate((element) => element === /** @type {ShadowRoot} */ (element.getRootNode()).activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not reach ${target}`);
}

test("the same by keyboard alone", async () => {
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("collections");
  await page.getByRole("heading", { name: "1 défi", exact: true }).waitFor();
  await tabTo(page, page.getByRole("checkbox", { name: "Développement web" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("checkbox", { name: "Design d’interface" }));
  await page.keyboard.press("Space");
  assert.equal(await page.getByRole("checkbox", { name: "Design d’interface" }).isChecked(), true);
  const card = page.getByRole("link", { name: "Gobelins", exact: true });
  await tabTo(page, card);
  await page.keyboard.press("Enter");
  const detail = page.getByRole("complementary", { name: "Gobelins" });
  await detail.waitFor();
  await tabTo(page, detail.getByRole("link", { name: "Candidater à ce défi" }));
  await page.keyboard.press("Escape");
  await detail.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector("challenge-explorer")?.shadowRoot?.activeElement?.textContent === "Gobelins");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a form that takes parameters gets them", async () => {
  const json = (await readProgramme("data/eig-2018.json")).replace(
    '"maxChallenges": 3',
    '"prefill": {"challenge": "defis", "skills": "competences", "language": "langue"}, "maxChallenges": 3',
  );
  const other = await serve({
    intercept: (request, response) => {
      if (!request.url?.startsWith("/programme.json")) return false;
      response.end(json);
      return true;
    },
  });
  const { page, context } = await openPage(browser);
  await page.goto(`${other.address}?defi=gobelins&competences=python&${now}`);
  await waitUntilReady(page);
  const apply = page.getByRole("link", { name: "Candidater à ce défi" });
  assert.equal(await apply.getAttribute("href"), `${form}?defis=gobelins&competences=python&langue=fr`);
  await context.close();
  await other.close();
});
