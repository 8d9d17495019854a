// The page at other sizes: zoomed by the browser, with larger letters, on a narrow screen. WebKitGTK's zoom cannot be driven:
// its browser takes no keys from WebDriver. Whole screens of other pixel ratios: page.test.mjs.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { borrowChromium, openPage, useSite, waitUntilReady as waitUntilShown } from "./browser.mjs";
import { engineNames, useEngine } from "./engines.mjs";
import { leadingEngines } from "./extent.mjs";
import { findInk, takePicture, takeStillPicture, waitForFrames } from "./picture.mjs";
import { addressOf, load, show, stateNames } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const server = useSite();

/** Runs in the page: how far the widest line of each text is from what the program laid out, CSS px. @returns {number[]} */
function measureDrift() {
  // What is cut is longer than what is painted of it.
  const texts = [...(document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll(".text:not(.cut)") ?? [])];
  return texts.map((text) => {
    const widths = [...text.querySelectorAll(".line")].map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      return range.getBoundingClientRect().width;
    });
    return Math.abs(Math.max(...widths) - Number.parseFloat(/** @type {HTMLElement} */ (text).style.width));
  });
}

/** Runs in the page: what makes one scroll in two directions, or is cut off. @returns {string[]} */
function findOverflow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
  const texts = [...(document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll(".text") ?? [])];
  const cut = texts.flatMap((text) => {
    if (text.closest(".scrolls-x") !== null) return []; // a row that is scrolled sideways, the page is not
    const { left, right } = text.getBoundingClientRect();
    return left >= 0 && right <= clientWidth + 0.5 ? [] : [`${text.textContent}: ${left} to ${right}`];
  });
  return [...wide, ...cut];
}

// Lines are broken by the program, and as wide as the engine says that they are.
for (const name of leadingEngines) {
  describe(name, () => {
    /** @type {Page} */
    let page;
    const engine = useEngine(name, async () => {
      page = await engine.open({ width: 320, height: 640 });
      await load(page, server.address);
    });

    for (const height of [640, 256]) {
      test(`${name}: at 320 × ${height}, as at 400 % zoom, one scrolls in one direction and no words are cut off`, async () => {
        await page.resize(320, height);
        for (const state of stateNames) {
          await show(page, state);
          assert.deepEqual(await page.evaluate(findOverflow), [], state);
        }
      });
    }

    test(`${name}: with larger letters all words grow, and lie on the painted ones`, async () => {
      await page.resize(1280, 800);
      await load(page, server.address);
      const sizeOf = () =>
        page.evaluate(() => {
          const line = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("article .line");
          return line ? Number.parseFloat(getComputedStyle(line).fontSize) : 0;
        });
      const before = await sizeOf();
      // Each size fills the glyph atlas further, until its letters are placed anew while a frame is drawn.
      for (const percent of [110, 120, 133, 150]) {
        await page.evaluate((size) => {
          const element = /** @type {HTMLElement} */ (document.querySelector("challenge-explorer"));
          element.style.setProperty("--ce-font-size", `${(16 * size) / 100}px`);
        }, percent);
        await waitForFrames(page);
      }
      const now = await sizeOf();
      assert.ok(Math.abs(now / before - 1.5) < 0.05, `${before} to ${now}`);
      const drift = await page.evaluate(measureDrift);
      assert.ok(drift.length > 100 && Math.max(...drift) <= 1, `most ${Math.max(...drift)} CSS px`);
      assert.deepEqual(await page.evaluate(findOverflow), []);
      await page.evaluate(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("article")?.scrollIntoView());
      await waitForFrames(page);
      assert.deepEqual(await findWordsApart(page), []);
    });
  });
}

/**
 * Runs in the page: lines whose boxes are not as wide, high and far down as the program laid them out, and lines of others
 * that they lie over.
 * @returns {{count: number, smallest: number, wrong: string[]}}
 */
function compareLines() {
  const texts = /** @type {HTMLElement[]} */ ([...(document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll(".text:not(.cut)") ?? [])]);
  const boxes = texts.flatMap((text) => {
    const outer = text.getBoundingClientRect();
    const lines = [...text.querySelectorAll(".line")];
    const lineHeight = Number.parseFloat(text.style.height) / lines.length;
    return lines.map((line, index) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, top, width, height } = range.getBoundingClientRect();
      return {
        words: line.textContent,
        text,
        middle: top + height / 2,
        left,
        width,
        most: Number.parseFloat(text.style.width),
        drift: Math.abs(top + height / 2 - (outer.top + (index + 0.5) * lineHeight)),
      };
    });
  });
  const wrong = boxes.flatMap(({ words, width, most, drift, middle, left, text }) => {
    const isApart = width > most + 1 || drift > 1.5;
    const covered = boxes.find(
      (other) => other.text !== text && Math.abs(other.middle - middle) < 4 && other.left > left && other.left < left + Math.min(width, most) - 1,
    );
    const isCovering = covered !== undefined && text.closest("article, aside") !== null;
    return isApart ? [`${words}: ${width} of ${most}, ${drift} too low`] : isCovering ? [`${words} lies over ${covered.words}`] : [];
  });
  const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  return { count: boxes.length, smallest: Math.min(...sizes), wrong };
}

/** Runs in the page: what of the canvas's device pixels the screen does not have. @returns {Promise<number[]>} */
const missingPixels = () =>
  new Promise((resolve) => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas"));
    const observer = new ResizeObserver(([entry]) => {
      const size = entry?.devicePixelContentBoxSize[0];
      observer.disconnect();
      resolve([canvas.width - (size?.inlineSize ?? 0), canvas.height - (size?.blockSize ?? 0)]);
    });
    observer.observe(canvas, { box: "device-pixel-content-box" });
  });

/**
 * Where words are painted, and where the mirror has them: those that are farther apart than a CSS px, or two up and down:
 * a browser lays a line's words on whole pixels in its own way.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
async function findWordsApart(page) {
  const texts = await page.evaluate(() => {
    const elements = [...(document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll("article .text:not(.cut)") ?? [])];
    return elements.flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const isInView = left >= 0 && top >= 0 && left + width < innerWidth && top + height < innerHeight;
      return isInView && element.closest(".live") === null ? [{ left, top, width, height, words: element.textContent }] : [];
    });
  });
  assert.ok(texts.length >= 4, `${texts.length} texts in view`);
  const painted = findInk(await takeStillPicture(page), texts);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.view { visibility: hidden } .mirror { color: #161616; background: #ffffff }`);
    document.querySelector("challenge-explorer")?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  const mirrored = findInk(await takeStillPicture(page), texts);
  await page.evaluate(() => void document.querySelector("challenge-explorer")?.shadowRoot?.adoptedStyleSheets.pop());
  return texts.flatMap(({ words }, index) => {
    const here = mirrored[index] ?? [];
    const distances = (painted[index] ?? []).map((side, place) => Math.abs(side - (here[place] ?? Number.NaN)) / (1 + (place % 2)));
    return Math.max(...distances) <= 1 ? [] : [`${words}: ${painted[index]} painted, ${here} in the mirror`];
  });
}

for (const name of engineNames) {
  describe(`${name}'s settings`, () => {
    const engine = useEngine(name);

    test(`${name}: where the visitor lets no letters be smaller than 20 px, none are, and words lie on the painted ones`, async (t) => {
      if (engine.limits.leastFontSize) return t.skip(engine.limits.leastFontSize);
      const page = await engine.open({ leastFontSize: 20 });
      await load(page, server.address);
      const { count, smallest, wrong } = await page.evaluate(compareLines);
      assert.deepEqual(wrong, []);
      assert.ok(count > 100 && smallest >= 20, `${count} lines, ${smallest} px`);
      assert.deepEqual(await page.evaluate(findOverflow), []);
      await page.evaluate(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("article")?.scrollIntoView());
      await waitForFrames(page);
      assert.deepEqual(await findWordsApart(page), []);
      await page.close();
    });

    test(`${name}: zoomed, the page or its letters alone, words lie on the painted ones, on the screen's own pixels`, async (t) => {
      if (engine.limits.zoom) return t.skip(engine.limits.zoom);
      for (const zoomsLetters of [false, true]) {
        const page = await engine.open({ zoomsLetters });
        await load(page, server.address);
        for (const factor of [1.5, 0.8, 1]) {
          const [pixels, letters] = zoomsLetters ? [1, factor] : [factor, 1];
          const said = `${zoomsLetters ? "letters" : "page"} at ${factor}`;
          await page.zoom(factor);
          await page.waitFor((ratio) => Math.abs(devicePixelRatio - ratio) < 0.02, pixels);
          await page.waitFor((size) => Math.abs(Number.parseFloat(getComputedStyle(document.documentElement).fontSize) - size) < 0.1, 16 * letters);
          await waitForFrames(page);
          assert.deepEqual(await page.evaluate(missingPixels), [0, 0], said);
          const { count, smallest, wrong } = await page.evaluate(compareLines);
          assert.deepEqual(wrong, [], said);
          assert.ok(count > 100 && Math.abs(smallest - 12 * letters) <= 1, `${said}: ${count} lines, ${smallest} px`);
          await page.evaluate(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("article")?.scrollIntoView());
          await waitForFrames(page);
          assert.deepEqual(await findWordsApart(page), [], said);
        }
        await page.close();
      }
    });
  });
}

describe("chromium's own zoom", { skip: engineNames.includes("chromium") ? false : "CE_ENGINES leaves Chromium out" }, () => {
  /** @type {Awaited<ReturnType<typeof borrowChromium>>} */
  let browser;
  /** @type {import("playwright-core").Page} */
  let page;
  /** @type {import("playwright-core").CDPSession} */
  let session;
  before(async () => {
    browser = await borrowChromium();
    ({ page } = await openPage(browser));
    await page.goto(server.address + addressOf("overview"));
    await waitUntilShown(page);
    session = await page.context().newCDPSession(page);
  });
  after(() => browser?.close());

  test("at every zoom from 50 to 500 % the canvas has exactly the screen's pixels, from the next frame on, and words lie on the painted ones", async () => {
    for (const zoom of [0.5, 1.1, 1.25, 1.5, 2, 3, 5]) {
      const [width, height] = [Math.round(1280 / zoom), Math.round(800 / zoom)];
      await page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas"));
        const frames = /** @type {number[][]} */ ([]);
        Object.assign(globalThis, { frames, isWatching: true });
        const port = new MessageChannel();
        // After a frame has been drawn: what one sees.
        port.port1.onmessage = () => {
          const box = canvas.getBoundingClientRect();
          frames.push([devicePixelRatio, canvas.width - Math.round(box.width * devicePixelRatio), canvas.height - Math.round(box.height * devicePixelRatio)]);
        };
        const watch = () => {
          port.port2.postMessage(undefined);
          if (/** @type {any} */ (globalThis).isWatching) requestAnimationFrame(watch);
        };
        requestAnimationFrame(watch);
      });
      await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: zoom, mobile: false });
      await page.waitForFunction((ratio) => Math.abs(devicePixelRatio - ratio) < 0.01, zoom);
      await waitForFrames(page);
      /** @type {number[][]} */
      const frames = await page.evaluate(() => {
        Object.assign(globalThis, { isWatching: false });
        return /** @type {any} */ (globalThis).frames;
      });
      const zoomed = frames.filter(([ratio]) => Math.abs((ratio ?? 0) - zoom) < 0.01);
      assert.ok(zoomed.length > 1);
      // The first message may come between the change and its frame.
      assert.deepEqual(zoomed.slice(1).filter(([, wide, high]) => Math.abs(wide ?? 9) > 1 || Math.abs(high ?? 9) > 1), [], `${zoom}`);
      const drift = await page.evaluate(measureDrift);
      assert.ok(drift.length > 100 && Math.max(...drift) <= 1, `${zoom}: most ${Math.max(...drift)} CSS px`);
      assert.deepEqual(await page.evaluate(findOverflow), [], `${zoom}`);
    }
    await session.send("Emulation.clearDeviceMetricsOverride");
  });

  test("the visitor's larger letters are followed, and not the root's of the page", async () => {
    const sizeOf = () =>
      page.evaluate(() => {
        const line = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("article .line");
        return line ? Number.parseFloat(getComputedStyle(line).fontSize) : 0;
      });
    const before = await sizeOf();
    await page.evaluate(() => void (document.documentElement.style.fontSize = "62.5%"));
    await waitForFrames(page);
    assert.equal(await sizeOf(), before);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 24 } });
    await page.waitForFunction(() => document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("article .line")?.isConnected);
    await waitForFrames(page);
    await waitForFrames(page);
    assert.ok(Math.abs((await sizeOf()) / before - 1.5) < 0.05, `${before} to ${await sizeOf()}`);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
    await page.evaluate(() => void (document.documentElement.style.fontSize = ""));
  });

  test("where two fingers have zoomed the page, words lie on the painted ones", async () => {
    await session.send("Emulation.setDeviceMetricsOverride", { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false });
    await waitForFrames(page);
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
    await page.waitForFunction(() => visualViewport?.scale === 2);
    await waitForFrames(page);
    const text = await page.getByRole("heading", { level: 1 }).locator(".text").first().evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const { offsetLeft = 0, offsetTop = 0 } = visualViewport ?? {};
      return { left: (left - offsetLeft) * 2 - 8, top: (top - offsetTop) * 2, width: Math.min(width * 2, 900), height: height * 2 };
    });
    const [ink] = findInk(await takePicture(page), [text]);
    assert.ok(ink !== null && ink !== undefined);
    const [left = 0, top = 0, , bottom = 0] = ink;
    assert.ok(left >= 6 && left <= 16, `the first letter begins at ${left}, 8 from the area's edge`);
    assert.ok(top > 0 && bottom < text.height, `${top} to ${bottom} of ${text.height}`);
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1 });
  });
});
