// The links that skip to a part of the page, by keyboard, in three engines: what they lead to has the focus and is painted so,
// and the link, which is painted only while it has the focus, is gone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useSite } from "./browser.mjs";
import { engineNames, useEngine } from "./engines.mjs";
import { countDifferences } from "./picture.mjs";
import { load } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const link = { role: "button", name: "Aller à la recherche", exact: true };
const field = { role: "searchbox" };

const server = useSite();

/** A picture of the page once nothing changes: its pixels, for the bytes of one engine's pictures always differ. @param {Page} page */
async function takePicture(page) {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  for (let before = await page.screenshot(), tries = 0; tries < 10; ++tries) {
    const now = await page.screenshot();
    if ((await countDifferences(page, before, now, { left: 0, top: 0, ...size })) === 0) return now;
    before = now;
  }
  throw new Error("The picture does not come to rest");
}

for (const name of engineNames) {
  const engine = useEngine(name);

  test(`${name}: the link to the search gives the field the focus, paints it so, and is itself no longer painted`, async () => {
    const page = await engine.open();
    await load(page, server.address);
    const { x, y, height } = await page.find(field);
    // The field's left edge and what is around it: not the caret, which comes and goes.
    const edge = { left: x - 4, top: y - 4, width: 6, height: height + 8 };
    const atRest = await takePicture(page);
    await page.tabTo(field);
    const reached = await takePicture(page);
    assert.ok((await countDifferences(page, atRest, reached, edge)) > 0, "the edge shows the focus");

    await load(page, server.address);
    await page.press("Tab");
    await page.press("Tab");
    await page.waitForFocus(link);
    const place = await page.find(link);
    const box = { left: place.x, top: place.y, width: place.width, height: place.height };
    const onLink = await takePicture(page);
    assert.ok((await countDifferences(page, atRest, onLink, box)) > 0, "the link is painted while it has the focus");
    assert.equal(await countDifferences(page, atRest, onLink, edge), 0, "the field does not show the focus yet");

    await page.press("Enter");
    await page.waitForFocus(field);
    await page.evaluate(() => scrollTo(0, 0)); // the link has scrolled to the field
    const skipped = await takePicture(page);
    assert.equal(await countDifferences(page, reached, skipped, edge), 0, "the field shows the focus");
    assert.equal(await countDifferences(page, atRest, skipped, box), 0, "the link is gone");
    await page.close();
  });
}
