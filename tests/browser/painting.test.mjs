// What painting costs, counted in calls of WebGL and of the 2D canvas, and what comes of it, in three engines. After the first frame nothing asks
// WebGL anything: an answer would have to come from the browser's GPU process. Nothing is uploaded or drawn again that is there.
// And that painting goes well where it is made difficult.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { now, readProgramme, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";
import { leadingEngines } from "./extent.mjs";
import { countDifferences, takePicture, waitForFrames } from "./picture.mjs";
import { load, show } from "./states.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

/**
 * Runs in the page before its scripts: counts the calls of WebGL ("gl.clear") and of 2D canvases ("2d.fillText"), in `paintingCalls`. The address's
 * `trouble` names what else it does.
 */
function watchPainting() {
  const calls = /** @type {Record<string, number>} */ ({});
  Object.assign(globalThis, { paintingCalls: calls });
  const kinds = { gl: WebGL2RenderingContext, "2d": CanvasRenderingContext2D };
  for (const [kind, { prototype }] of Object.entries(kinds)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value !== "function" || name === "constructor") continue;
      /** @type {any} */ (prototype)[name] = function (/** @type {unknown[]} */ ...parameters) {
        const key = `${kind}.${name}`;
        calls[key] = (calls[key] ?? 0) + 1;
        return value.apply(this, parameters);
      };
    }
  }
  const trouble = new URLSearchParams(location.search).get("trouble");
  if (trouble === "shaders") {
    const { shaderSource } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.shaderSource = function (shader, source) {
      shaderSource.call(this, shader, `${source} nonsense`);
    };
  }
  if (trouble === "pixels") {
    // As browsers do so that nobody is recognised by what is painted.
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...area) {
      const image = getImageData.apply(this, area);
      image.data.forEach((_, place) => (image.data[place] = (place * 7919) % 256));
      return image;
    };
  }
  if (trouble === "webgl") {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
      function (/** @type {any} */ kind, /** @type {any[]} */ ...rest) {
        // @ts-ignore the wrapped function's own this
        return kind === "webgl2" ? null : getContext.call(this, kind, ...rest);
      }
    );
  }
}

const site = process.env.CE_SITE ?? new URL("../../build/web/site", import.meta.url).pathname;

const server = useSite({
  intercept: (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/watch.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(`(${watchPainting})();`);
      return true;
    }
    if (pathname !== "/") return false;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    void readFile(`${site}/index.html`, "utf8").then((html) => response.end(html.replace("<head>", '<head><script src="watch.js"></script>')));
    return true;
  },
});

/** The calls since they were read last. @param {Page} page @returns {Promise<Record<string, number>>} */
async function takeCalls(page) {
  await waitForFrames(page);
  return page.evaluate(() => {
    const { paintingCalls } = /** @type {any} */ (globalThis);
    const taken = { ...paintingCalls };
    for (const name of Object.keys(paintingCalls)) delete paintingCalls[name];
    return taken;
  });
}

/** @param {Record<string, number>} calls @param {RegExp} names */
const count = (calls, names) => Object.entries(calls).reduce((sum, [name, times]) => sum + (names.test(name) ? times : 0), 0);

const waiting = /^gl\.(get|is[A-Z]|readPixels|finish|check|clientWait)/; // for an answer
const draws = /^gl\.(draw|clear$)/;
const textures = /^gl\.tex(Sub)?Image/;
const buffers = /^gl\.buffer(Sub)?Data$/;
const painting = /^2d\.(fill|stroke|draw|put|getImageData)/;

const skill = { role: "checkbox", name: "Développement web" };
const count13 = { role: "heading", name: "13 défis" };

/** The ends of blocks of letters of Unicode that common fonts have. */
const blocks = [[0x100, 0x17f], [0x388, 0x3ce], [0x400, 0x4ff], [0x1e00, 0x1eff]];

/** A programme with many different letters, in two sizes. @returns {Promise<{text: string, title: string}>} */
async function makeManyLetters() {
  const programme = JSON.parse(await readProgramme("data/eig-2018.json"));
  const letters = blocks.flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)));
  const share = Math.ceil(letters.length / programme.challenges.length);
  programme.challenges.forEach((/** @type {any} */ challenge, /** @type {number} */ index) => {
    challenge.title = `${index} ${letters.slice(index * share, (index + 1) * share).join("")}`;
    challenge.tagline = challenge.title;
  });
  return { text: JSON.stringify(programme), title: programme.challenges[0].title };
}

/** Scrollbars that lie over the page come and go by themselves: the filters' stands left of this, the page's right. */
const cardsInView = { left: 290, top: 0, width: 960, height: 800 };

/** @param {import("./picture.mjs").Picture} one @param {import("./picture.mjs").Picture} other */
const countDifferentPixels = (one, other) => countDifferences(one, other, cardsInView);

/** Asks for a frame in which nothing differs. @param {Page} page */
const askForFrame = (page) => page.evaluate(() => void dispatchEvent(new Event("resize")));

for (const name of engineNames) {
  // What the program asks of WebGL is the same in every engine; what comes of it may differ.
  const isLeading = leadingEngines.includes(name);
  describe(name, () => {
    /** @type {Page} */
    let page;
    const engine = useEngine(name, async () => {
      page = await engine.open();
      await load(page, server.address);
    });

    if (isLeading) test(`${name}: after the first frame nothing asks WebGL anything`, async () => {
      const first = await takeCalls(page);
      assert.ok(count(first, draws) > 0 && count(first, textures) > 0, "the calls are counted");
      const plot = await page.find({ role: "button", name: "Restitution" });
      const steps = [
        () => page.click(skill),
        () => page.click({ role: "searchbox" }),
        () => page.type("collections"),
        () => page.press("Escape"),
        () => page.click(skill),
        () => page.click({ role: "button", name: "Zoom avant" }),
        () => page.drag({ x: plot.x, y: plot.y + 60 }, { x: plot.x - 120, y: plot.y + 60 }),
        () => page.hover({ x: 900, y: 600 }), // over the calendar the wheel brings a hint, which goes by itself
        () => page.wheel(0, 300),
        () => page.click({ role: "link", name: "Gobelins", exact: true }),
        () => page.press("Escape"),
        () => page.resize(1000, 700),
      ];
      for (const [index, step] of steps.entries()) {
        await step();
        const calls = await takeCalls(page);
        assert.deepEqual(Object.keys(calls).filter((call) => waiting.test(call)), [], `step ${index}`);
      }
      await page.resize(1280, 800);
      await show(page, "overview");
    });

    test(`${name}: a frame that paints the same is not drawn again`, async () => {
      await page.hover({ x: 0, y: 0 });
      await takeCalls(page);
      const before = await takePicture(page);
      for (let frame = 0; frame < 3; ++frame) {
        await askForFrame(page);
        assert.deepEqual(await takeCalls(page), {});
      }
      assert.equal(countDifferentPixels(before, await takePicture(page)), 0);
      await page.hover({ role: "button", name: "Restitution" });
      assert.ok(count(await takeCalls(page), draws) > 0, "another one is");
      await page.hover({ x: 0, y: 0 });
    });

    test(`${name}: the canvas has its picture when the page is printed`, async () => {
      await page.hover({ x: 0, y: 0 });
      await takeCalls(page);
      // In the event's own task, as a browser copies the canvas for the print.
      const printed = await page.evaluate(() => {
        dispatchEvent(new Event("beforeprint"));
        const canvas = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas");
        if (!(canvas instanceof HTMLCanvasElement)) return [];
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
        copy?.drawImage(canvas, 0, 0);
        const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
        return [...new Set(new Uint32Array(data.buffer))];
      });
      assert.ok(printed.length > 100, `${printed.length} colours`);
    });

    if (isLeading) test(`${name}: no letter is painted or uploaded twice, and a frame's triangles and shapes are uploaded at once`, async () => {
      await page.find(count13);
      for (const wasThere of [false, true]) {
        await page.click(skill);
        const calls = await takeCalls(page);
        if (wasThere) assert.equal(count(calls, painting) + count(calls, textures), 0);
        const frames = calls["gl.clear"] ?? 0;
        assert.ok(frames > 0);
        assert.equal(count(calls, buffers), 3 * frames, "vertices, indices, shapes");
        await page.click(skill);
        await takeCalls(page);
      }
    });

    if (isLeading) test(`${name}: letters go to the texture at once, and no pixel is read`, async () => {
      const other = await engine.open();
      await load(other, server.address);
      const calls = await takeCalls(other);
      assert.ok(count(calls, /^2d\.fillText$/) > 100);
      assert.equal(count(calls, /^2d\.getImageData$/), 0);
      assert.ok(count(calls, /^gl\.texSubImage2D$/) <= 4, `${count(calls, /^gl\.texSubImage2D$/)} uploads`);
      await other.close();
    });

    if (isLeading) test(`${name}: letters are right where the browser falsifies pixels that are read`, async () => {
      await show(page, "challenge");
      await page.hover({ x: 0, y: 0 });
      await waitForFrames(page);
      const usual = await takePicture(page);
      const other = await engine.open();
      await other.goto(`${server.address}?trouble=pixels&defi=gobelins&${now}`);
      await waitUntilReady(other);
      await waitForFrames(other);
      await other.evaluate(() => window.scrollTo(0, 0)); // from the challenge's card
      await waitForFrames(other);
      assert.equal(countDifferentPixels(usual, await takePicture(other)), 0);
      await other.close();
      await show(page, "overview");
    });

    test(`${name}: letters that come later, into an atlas that grows, are those that a page has from the beginning`, async () => {
      const programme = await makeManyLetters();
      /** Shows it. @param {Page} shown */
      const showLetters = async (shown) => {
        await shown.evaluate((text) => {
          /** @type {any} */ (document.querySelector("challenge-explorer")).programme = text;
        }, programme.text);
        await shown.find({ role: "link", name: programme.title });
        await shown.hover({ x: 0, y: 0 });
        await waitForFrames(shown);
      };
      await takeCalls(page);
      for (const scrollTop of [0, 600, 1200, 1800]) {
        await showLetters(page);
        await page.evaluate((y) => window.scrollTo(0, y), scrollTop);
        await waitForFrames(page);
      }
      const calls = await takeCalls(page);
      assert.ok(count(calls, /^gl\.texImage2D$/) > 0, "the atlas grows");
      const later = await takePicture(page);
      const other = await engine.open();
      await other.goto(`${server.address}?${now}`);
      await waitUntilReady(other);
      await showLetters(other);
      await other.evaluate(() => window.scrollTo(0, 1800));
      await waitForFrames(other);
      const fresh = await takePicture(other);
      assert.equal(countDifferentPixels(later, fresh), 0);
      await other.close();
      await load(page, server.address);
    });

    if (isLeading) test(`${name}: where the program can paint nothing, it paints no letter`, async () => {
      const other = await engine.open();
      await other.goto(`${server.address}?trouble=webgl&${now}`);
      await waitUntilReady(other);
      const calls = await takeCalls(other);
      assert.ok(count(calls, /^2d\.measureText$/) > 0);
      assert.equal(count(calls, painting), 0);
      await other.close();
    });

    if (isLeading) test(`${name}: where the shaders cannot be used, the mirror shows itself`, async () => {
      const other = await engine.open();
      await other.goto(`${server.address}?trouble=shaders&${now}`);
      await waitUntilReady(other);
      const look = await other.evaluate(() => {
        const root = document.querySelector("challenge-explorer")?.shadowRoot;
        const styleOf = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (root?.querySelector(selector)));
        return { canvas: styleOf("canvas").visibility, words: styleOf("h1 .line").color };
      });
      assert.deepEqual(look, { canvas: "hidden", words: "rgb(22, 22, 22)" });
      await other.click(skill);
      await other.find({ role: "heading", name: "7 défis" });
      assert.equal(count(await takeCalls(other), draws), 0);
      await other.close();
    });
  });
}
