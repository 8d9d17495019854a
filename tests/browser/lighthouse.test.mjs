// Lighthouse on the page, as on a phone and as on a desktop: accessibility, best practices and search engines' wishes, 100
// of 100 each. Its figures of speed are the machine's and are not asked for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";

import { executablePath, launchArguments, now, serve } from "./browser.mjs";
import { variants } from "./extent.mjs";

const categories = ["accessibility", "best-practices", "seo"];

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  [browser, server] = await Promise.all([puppeteer.launch({ executablePath, args: launchArguments }), serve()]);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** @type {[string, import("lighthouse").Config | undefined][]} */
const phone = [["phone", undefined]];
for (const [name, config] of variants(phone, [["desktop", desktopConfig]])) {
  test(`${name}: Lighthouse gives 100 for accessibility, best practices and search engines`, async () => {
    const page = await browser.newPage();
    const options = /** @type {const} */ ({ onlyCategories: categories, logLevel: "error" });
    const sameOfItsOwnVersion = /** @type {any} */ (page);
    const result = await lighthouse(`${server.address}?${now}`, options, config, sameOfItsOwnVersion);
    assert.ok(result);
    assert.equal(result.lhr.runtimeError, undefined);
    /** Of each category, the audits that took points from it. */
    const lost = Object.values(result.lhr.categories).flatMap(({ id, score, auditRefs }) => {
      const failed = auditRefs.filter(({ id: audit, weight }) => weight > 0 && (result.lhr.audits[audit]?.score ?? 1) < 1);
      return score === 1 ? [] : [`${id}: ${Number(score) * 100}, for ${failed.map(({ id: audit }) => audit).join(", ")}`];
    });
    assert.deepEqual(lost, []);
    assert.deepEqual(Object.keys(result.lhr.categories).toSorted(), categories);
    await page.close();
  });
}
