// The links that skip to a part of the page, by keyboard, in three engines: what they lead to has the focus and is painted so,
// and the link, which is painted only while it has the focus, is gone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useSite } from "./browser.mjs";
import { engineNames, useEngine } from "./engines.mjs";
import { countDifferences, takePictureWhere, takeStillPicture } from "./picture.mjs";
import { load } from "./states.mjs";

const link = { role: "button", name: "Aller à la recherche", exact: true };
const field = { role: "searchbox" };

const server = useSite();

for (const name of engineNames) {
  const engine = useEngine(name);

  test(`${name}: the link to the search gives the field the focus, paints it so, and is itself no longer painted`, async () => {
    const page = await engine.open();
    await load(page, server.address);
    const { x, y, height } = await page.find(field);
    // The upper and the lower side of the field's box, left of its words: the caret, which comes and goes, stands at x.
    const edge = { left: x - 12, top: y - 4, width: 8, height: height + 8 };
    const atRest = await takeStillPicture(page);
    await page.tabTo(field);
    const reached = await takePictureWhere(page, (picture) => countDifferences(atRest, picture, edge) > 0);
    assert.ok(countDifferences(atRest, reached, edge) > 0, "the edge shows the focus");

    await load(page, server.address);
    await page.press("Tab");
    await page.press("Tab");
    await page.waitForFocus(link);
    const place = await page.find(link);
    const box = { left: place.x, top: place.y, width: place.width, height: place.height };
    const onLink = await takePictureWhere(page, (picture) => countDifferences(atRest, picture, box) > 0);
    assert.ok(countDifferences(atRest, onLink, box) > 0, "the link is painted while it has the focus");
    assert.equal(countDifferences(atRest, onLink, edge), 0, "the field does not show the focus yet");

    await page.press("Enter");
    await page.waitForFocus(field);
    await page.evaluate(() => scrollTo(0, 0)); // the link has scrolled to the field
    const skipped = await takePictureWhere(
      page,
      (picture) => countDifferences(reached, picture, edge) === 0 && countDifferences(atRest, picture, box) === 0,
    );
    assert.equal(countDifferences(reached, skipped, edge), 0, "the field shows the focus");
    assert.equal(countDifferences(atRest, skipped, box), 0, "the link is gone");
    await page.close();
  });
}
