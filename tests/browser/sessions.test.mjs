// Several elements of a page share one WebAssembly instance, and each lives its own life in it: another file, another language, another fate.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { borrowChromium, openPage, readProgramme, serve } from "./browser.mjs";
import { findInk, takePicture, waitForFrames } from "./picture.mjs";
import { askUntil } from "./until.mjs";

const mostBytes = 64 * 1024 * 1024; // of a programme's file

/** @type {Awaited<ReturnType<typeof borrowChromium>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
let body = "";
/** The answers to these paths. @type {Record<string, (response: import("node:http").ServerResponse) => void>} */
let answers = {};

before(async () => {
  browser = await borrowChromium();
  server = await serve({
    intercept: (request, response) => {
      const [path = ""] = (request.url ?? "").split("?");
      const answer = answers[path];
      if (answer !== undefined) {
        answer(response);
        return true;
      }
      if (path !== "/host") return false;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(`<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,"><script type="module" src="challenge-explorer.js"></script>${body}</html>`);
      return true;
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

/** A page of somebody else's, on which the instances of WebAssembly modules are counted. @param {string} html */
async function openHost(html) {
  body = html;
  const opened = await openPage(browser, { viewport: { width: 1000, height: 700 } });
  await opened.page.addInitScript(() => {
    const globals = /** @type {any} */ (window);
    globals.memories = [];
    globals.livePrograms = 0;
    for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
      const original = /** @type {any} */ (WebAssembly)[name];
      /** @type {any} */ (WebAssembly)[name] = async (/** @type {[any, any]} */ ...parameters) => {
        const result = /** @type {any} */ (await original.apply(WebAssembly, parameters));
        const exports = Object.values((result.instance ?? result).exports);
        globals.memories.push(exports.find((/** @type {unknown} */ value) => value instanceof WebAssembly.Memory));
        return result;
      };
    }
    for (const [name, step] of /** @type {const} */ ([["createProgram", 1], ["deleteProgram", -1]])) {
      const original = /** @type {any} */ (WebGL2RenderingContext.prototype)[name];
      /** @type {any} */ (WebGL2RenderingContext.prototype)[name] = function (/** @type {any[]} */ ...parameters) {
        if (step > 0 || parameters[0]) globals.livePrograms += step;
        return original.apply(this, parameters);
      };
    }
  });
  await opened.page.goto(`${server.address}host`);
  const close = async () => {
    assert.deepEqual(opened.complaints, []);
    await opened.context.close();
    answers = {};
  };
  return { ...opened, close };
}

/** @param {import("./browser.mjs").Page} page @returns {Promise<number>} */
const countInstances = (page) => page.evaluate(() => /** @type {any} */ (window).memories.length);

/** Bytes of each instance. @param {import("./browser.mjs").Page} page @returns {Promise<number[]>} */
const measureMemories = (page) =>
  page.evaluate(() => /** @type {any} */ (window).memories.map((/** @type {WebAssembly.Memory} */ memory) => memory.buffer.byteLength));


const twoElements = `<link rel="stylesheet" href="host.css">
<challenge-explorer id="a" src="programme.json"></challenge-explorer>
<challenge-explorer id="b" lang="en" src="other.json"></challenge-explorer>`;

/** Two elements, one above the other, of two programmes. */
async function openTwo() {
  const other = await readProgramme("tests/data/programmes/good/one-challenge.json");
  answers = {
    "/other.json": (response) => response.end(other),
    "/host.css": (response) => {
      response.setHeader("Content-Type", "text/css");
      response.end("challenge-explorer { display: block; height: 330px; overflow: auto; }");
    },
  };
  const opened = await openHost(twoElements);
  const [a, b] = [opened.page.locator("#a"), opened.page.locator("#b")];
  await a.getByRole("heading", { name: "13 défis" }).waitFor();
  await b.getByRole("heading", { name: "1 challenge" }).waitFor();
  await waitForFrames(opened.page);
  return { ...opened, a, b };
}

/** Whether words are painted in both boxes. @param {import("./browser.mjs").Page} page */
async function paintedBoxes(page) {
  const areas = await page.evaluate(() =>
    ["#a", "#b"].map((id) => {
      const { left, top, width } = /** @type {Element} */ (document.querySelector(id)).getBoundingClientRect();
      return { left, top, width: width / 2, height: 300 };
    }),
  );
  return findInk(await takePicture(page), areas).map((box) => box !== null);
}

test("two elements with different programmes and languages are painted and used in one instance", async () => {
  const { page, a, b, close } = await openTwo();
  assert.equal(await countInstances(page), 1);
  assert.deepEqual(await paintedBoxes(page), [true, true]);
  await a.getByRole("checkbox", { name: "Développement web" }).click();
  await a.getByRole("heading", { name: "7 défis" }).waitFor();
  await b.getByRole("heading", { name: "1 challenge" }).waitFor();
  await b.getByRole("searchbox").fill("maps");
  assert.equal(await a.getByRole("searchbox").inputValue(), "");
  await waitForFrames(page);
  assert.deepEqual(await paintedBoxes(page), [true, true]);
  await close();
});

test("one element taken out leaves the other as it is; put back it begins again in the same instance", async () => {
  const { page, a, b, close } = await openTwo();
  await a.getByRole("checkbox", { name: "Développement web" }).click();
  await a.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.evaluate(async () => {
    const element = /** @type {Element} */ (document.querySelector("#b"));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    /** @type {any} */ (window).taken = element;
  });
  await a.getByRole("checkbox", { name: "Développement web" }).click();
  await a.getByRole("heading", { name: "13 défis" }).waitFor();
  await page.evaluate(() => document.body.append(/** @type {any} */ (window).taken));
  await b.getByRole("heading", { name: "1 challenge" }).waitFor();
  await a.getByRole("heading", { name: "13 défis" }).waitFor();
  await waitForFrames(page);
  assert.deepEqual(await paintedBoxes(page), [true, true]);
  assert.equal(await countInstances(page), 1);
  await close();
});

test("what an element held is given back when it goes: one after the other needs no more memory, and no more than one context", async () => {
  const { page, close } = await openTwo();
  const replace = (/** @type {number} */ times) =>
    page.evaluate(async (count) => {
      for (let time = 0; time < count; ++time) {
        const element = /** @type {any} */ (document.createElement("challenge-explorer"));
        document.querySelector("#b")?.replaceWith(element);
        element.id = "b";
        await element.ready;
      }
    }, times);
  await replace(3);
  const before = await measureMemories(page);
  const programs = await page.evaluate(() => /** @type {any} */ (window).livePrograms);
  await replace(20); // more than a page may have WebGL contexts
  assert.deepEqual(await measureMemories(page), before);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).livePrograms), programs);
  assert.equal(before.length, 1);
  await waitForFrames(page);
  assert.deepEqual(await paintedBoxes(page), [true, true]);
  await close();
});

test("where one element's file is missing the other is shown, and nothing is left of the program that was made for it", async () => {
  const { page, a, complaints, close } = await openTwo();
  const before = await page.evaluate(() => /** @type {any} */ (window).livePrograms);
  answers["/missing.json"] = (response) => response.writeHead(404).end();
  await page.evaluate(() => document.querySelector("#b")?.setAttribute("src", "missing.json"));
  await page.getByRole("alert").waitFor();
  await page.waitForFunction((count) => /** @type {any} */ (window).livePrograms < count, before);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).livePrograms), before / 2);
  await a.getByRole("checkbox", { name: "Développement web" }).click();
  await a.getByRole("heading", { name: "7 défis" }).waitFor();
  answers["/missing.json"] = answers["/other.json"] ?? assert.fail();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("#b").getByRole("heading", { name: "1 challenge" }).waitFor();
  assert.equal(await countInstances(page), 1);
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes("404")));
  await close();
});

test("where one element's program breaks off the other goes on, and trying again takes a fresh instance", async () => {
  const { page, a, b, complaints, close } = await openTwo();
  await page.evaluate(() => {
    const original = CanvasRenderingContext2D.prototype.measureText;
    CanvasRenderingContext2D.prototype.measureText = function () {
      CanvasRenderingContext2D.prototype.measureText = original;
      throw new Error("broken on purpose");
    };
  });
  await b.getByRole("searchbox").fill("ŵŷž"); // letters that were not painted before
  await page.getByRole("alert").waitFor();
  await a.getByRole("checkbox", { name: "Développement web" }).click();
  await a.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await b.getByRole("heading", { name: "1 challenge" }).waitFor();
  assert.equal(await countInstances(page), 2);
  await a.getByRole("checkbox", { name: "Développement web" }).click();
  await a.getByRole("heading", { name: "13 défis" }).waitFor();
  await waitForFrames(page);
  assert.deepEqual(await paintedBoxes(page), [true, true]);
  assert.ok(complaints.every((text) => text.includes("broken on purpose")));
  complaints.length = 0;
  await close();
});

test("a file that is too large is refused before it is copied into the program's memory", async () => {
  const { page, complaints, close } = await openTwo();
  const [before = 0] = await measureMemories(page);
  answers["/large.json"] = (response) => response.end(Buffer.alloc(mostBytes + 1, " "));
  await page.evaluate(() => document.querySelector("#b")?.setAttribute("src", "large.json"));
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /67,108,864 bytes at most/);
  const [after, ...others] = await measureMemories(page);
  assert.equal(after, before);
  assert.ok(others.every((bytes) => bytes < mostBytes), "nor into the reader's");
  assert.deepEqual(complaints, []);
  await close();
});

test("a newer file is shown without what is not known in it, and one warning names that", async () => {
  const file = JSON.parse(await readProgramme("tests/data/programmes/good/one-challenge.json"));
  file.themes = ["maps"];
  file.challenges[0].salary = { from: 2000 };
  file.milestones[0].kind = "webinar";
  const { page, complaints, close } = await openTwo();
  answers["/newer.json"] = (response) => response.end(JSON.stringify(file));
  await page.evaluate(() => document.querySelector("#b")?.setAttribute("src", "newer.json"));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("#b")).ready);
  await page.locator("#b").getByRole("heading", { name: "1 challenge" }).waitFor();
  await askUntil(async () => complaints.length, (count) => count > 0); // what is left out is found by another module
  assert.equal(complaints.length, 1);
  const lines = String(complaints[0]).split("\n");
  assert.match(String(lines[0]), /^This release does not know all/);
  assert.deepEqual(lines.slice(1).map((line) => line.split(" ").at(-1)).sort(), ["/challenges/0/salary", "/milestones/0/kind", "/themes"]);
  complaints.length = 0;
  await close();
});

test("another version of the file goes on with the visit, and a wrong one leaves it as it is", async () => {
  const text = await readProgramme("data/eig-2018.json");
  const { page, close } = await openHost(`<challenge-explorer id="a" lang="fr"></challenge-explorer>`);
  const element = page.locator("#a");
  await element.getByRole("heading", { name: "13 défis" }).waitFor();
  await element.getByRole("checkbox", { name: "Développement web" }).check();
  await element.getByRole("link", { name: "Gobelins", exact: true }).click();
  await element.getByRole("heading", { name: "Gobelins", level: 1 }).waitFor();
  const canvas = await element.locator("canvas").elementHandle();

  /** Gives the element a version of the file. @param {string} version */
  const give = (version) =>
    page.evaluate((given) => {
      const explorer = /** @type {any} */ (document.querySelector("#a"));
      const errors = (explorer.errors ??= []);
      explorer.addEventListener("challenge-explorer:error", (/** @type {any} */ { detail }) => errors.push(detail), { once: true });
      explorer.programme = given;
    }, version);
  const errors = () => page.evaluate(() => /** @type {any} */ (document.querySelector("#a")).errors);
  await give(text.replaceAll('"Gobelins"', '"Les Gobelins"'));
  await element.getByRole("heading", { name: "Les Gobelins" }).waitFor();
  assert.ok(await canvas?.evaluate((before) => before.isConnected), "the canvas is the same");
  assert.deepEqual(await errors(), []);

  await give(`${text.slice(0, 200)}`);
  const [problems] = await askUntil(errors, (told) => told.length > 0);
  assert.ok(problems.length > 0 && problems[0].line > 0);
  assert.ok(await element.getByRole("heading", { name: "Les Gobelins" }).isVisible());
  await page.keyboard.press("Escape");
  await element.getByRole("heading", { name: "7 défis" }).waitFor();
  await close();
});
