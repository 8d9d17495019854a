// The element in other people's pages: it takes nothing from them, neither the keyboard nor the wheel, the address or the title.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage, useBrowser, useSite } from "./browser.mjs";
import { waitForFrames } from "./picture.mjs";

const browser = useBrowser();
let body = "";
/** @type {(() => void)[]} */
const late = []; // answers that wait for the program to be asked for

const server = useSite({
  intercept: (request, response) => {
    if (request.url?.endsWith(".wasm")) for (const answer of late.splice(0)) response.on("close", answer);
    if (request.url === "/late.css") {
      response.setHeader("Content-Type", "text/css");
      late.push(() => response.end("challenge-explorer { font-family: monospace }"));
      return true;
    }
    if (request.url === "/host-script.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(`document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "late.css" }))`);
      return true;
    }
    if (!request.url?.startsWith("/host")) return false;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,"><script type="module" src="challenge-explorer.js"></script>${body}</html>`);
    return true;
  },
});

/**
 * A page of somebody else's with that body. All its elements are ready.
 * @param {string} html
 * @param {string} [query]
 */
async function openHost(html, query = "") {
  body = html;
  const opened = await openPage(browser, { viewport: { width: 1000, height: 700 } });
  await opened.page.addInitScript(() => {
    // What can keep the browser from scrolling, and where it hears of it.
    const globals = /** @type {any} */ (window);
    globals.blocking = [];
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const isPassive = typeof options === "object" && options !== null && options.passive === true;
      const isOurs = new Error().stack?.includes(location.origin);
      if (isOurs && /^(wheel|mousewheel|touch\w+)$/.test(type) && !isPassive) globals.blocking.push([type, this]);
      return add.call(this, type, listener, options);
    };
  });
  await opened.page.goto(`${server.address}host${query}`);
  await opened.page.evaluate(async () => {
    await customElements.whenDefined("challenge-explorer");
    await Promise.all([...document.querySelectorAll("challenge-explorer")].map((element) => /** @type {any} */ (element).ready));
  });
  await waitForFrames(opened.page);
  const close = async () => {
    assert.deepEqual(opened.complaints, []);
    await opened.context.close();
  };
  return { ...opened, close };
}

test("two elements on a page live their own lives, and leave its address and title alone", async () => {
  const { page, close } = await openHost(
    `<challenge-explorer id="a" src="programme.json"></challenge-explorer><challenge-explorer id="b" lang="en" src="programme.json"></challenge-explorer>`,
    "?defi=gobelins",
  );
  const [one, other] = [page.locator("#a"), page.locator("#b")];
  await one.getByRole("heading", { name: "13 défis" }).waitFor();
  await other.getByRole("heading", { name: "13 challenges" }).waitFor();
  await one.getByRole("checkbox", { name: "Développement web" }).click();
  await one.getByRole("heading", { name: "7 défis" }).waitFor();
  await other.getByRole("heading", { name: "13 challenges" }).waitFor();
  await other.getByRole("link", { name: "Gobelins", exact: true }).click();
  await other.getByRole("heading", { name: "Gobelins", level: 1 }).waitFor();
  await one.getByRole("heading", { name: "7 défis" }).waitFor();
  assert.equal(page.url(), `${server.address}host?defi=gobelins`);
  assert.equal(await page.title(), "Hôte");
  await close();
});

test("below the fold it leaves the page where it is, and the wheel over it scrolls the page", async () => {
  const { page, close } = await openHost(
    `<style>body { margin: 0 } .before { height: 900px } .after { height: 800px }</style>
     <div class="before"></div><challenge-explorer></challenge-explorer><div class="after"></div>`,
  );
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.evaluate(() => window.scrollTo(0, 600));
  await waitForFrames(page);
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, 700);
  await page.waitForFunction(() => scrollY === 1300);
  await waitForFrames(page);
  const canvas = await page.locator("challenge-explorer canvas").boundingBox();
  assert.deepEqual([canvas?.x, canvas?.y, canvas?.height], [0, 0, 700], "the canvas sticks to the view");
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await waitForFrames(page);
  const box = await page.locator("challenge-explorer").boundingBox();
  const end = await page.locator("challenge-explorer canvas").boundingBox();
  assert.equal(Math.round((end?.y ?? 0) + (end?.height ?? 0)), Math.round((box?.y ?? 0) + (box?.height ?? 0)), "and ends with the content");
  const blocking = await page.evaluate(() =>
    /** @type {any} */ (window).blocking.filter((/** @type {[string, Element]} */ [, target]) => !target.classList?.contains("draggable")).map(String),
  );
  assert.deepEqual(blocking, []);
  await close();
});

test("in a box of fixed height it scrolls inside, and at the end the page scrolls on", async () => {
  const { page, close } = await openHost(
    `<style>body { margin: 0; height: 2000px } challenge-explorer { height: 400px; overflow: auto; border: 10px solid #ccc; margin: 50px }</style>
     <challenge-explorer></challenge-explorer>`,
  );
  const element = page.locator("challenge-explorer");
  const canvas = page.locator("challenge-explorer canvas");
  assert.equal((await canvas.boundingBox())?.height, 400);
  const title = page.getByRole("heading", { level: 1 });
  const start = (await title.boundingBox())?.y ?? 0;
  await page.mouse.move(500, 300);
  await page.mouse.wheel(0, 150);
  await page.waitForFunction(() => document.querySelector("challenge-explorer")?.scrollTop === 150);
  assert.equal((await title.boundingBox())?.y, start - 150);
  assert.equal((await canvas.boundingBox())?.y, 60);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await element.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
  await waitForFrames(page);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 0);
  // What is hidden by the box's edge is drawn when it comes into view, and what Tab reaches does come.
  const links = element.getByRole("link");
  await links.last().focus();
  const place = await links.last().boundingBox();
  const frame = await element.boundingBox();
  assert.ok(place !== null && frame !== null && place.y >= frame.y && place.y + place.height <= frame.y + frame.height);
  await close();
});

test("the page's keyboard stays the page's, and Tab goes through and leaves", async () => {
  const { page, close } = await openHost(
    `<input id="before" aria-label="avant"><challenge-explorer></challenge-explorer><input id="after" aria-label="après">`,
  );
  await page.evaluate(() => {
    const globals = /** @type {any} */ (window);
    globals.prevented = [];
    addEventListener("keydown", (event) => {
      // After all other listeners.
      setTimeout(() => event.defaultPrevented && globals.prevented.push(event.key));
    });
  });
  await page.locator("#before").click();
  await page.keyboard.type("été @ +/ \\");
  assert.equal(await page.locator("#before").inputValue(), "été @ +/ \\");
  await page.keyboard.press("Tab");
  const isInside = () => page.evaluate(() => document.activeElement?.tagName === "CHALLENGE-EXPLORER");
  assert.equal(await isInside(), true);
  for (const key of ["F11", "Control+f", "Control+p", "Control+s", "PageDown", "Escape", "ArrowDown", "Home"]) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).prevented), []);
  for (let presses = 0; presses < 150 && (await isInside()); ++presses) await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "after");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await isInside(), true);
  await close();
});

test("taken out of the page it lets go; put back, or given another file, it begins again", async () => {
  const { page, close } = await openHost(`<challenge-explorer></challenge-explorer><p id="elsewhere"></p>`);
  await page.getByRole("checkbox", { name: "Développement web" }).click();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("challenge-explorer"));
    document.querySelector("#elsewhere")?.append(element); // moved: nothing is lost
  });
  await waitForFrames(page);
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("challenge-explorer"));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(element);
  });
  await page.getByRole("heading", { name: "13 défis" }).waitFor();
  const problems = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("challenge-explorer"));
    /** @type {unknown[]} */
    const told = [];
    element.addEventListener("challenge-explorer:error", (/** @type {CustomEvent} */ event) => told.push(event.detail));
    element.setAttribute("src", "data:application/json,%7B%0A%22schemaVersion%22%3A%201%7D");
    const list = await element.ready.catch((/** @type {any} */ reason) => reason);
    return { list, told };
  });
  assert.deepEqual(problems.told, [problems.list]);
  assert.ok(problems.list.length > 1);
  assert.equal(await page.getByRole("alert").getByRole("listitem").count(), problems.list.length);
  await page.evaluate(() => document.querySelector("challenge-explorer")?.setAttribute("src", "programme.json"));
  await page.getByRole("heading", { name: "13 défis" }).waitFor();
  await close();
});

test("the spacing that the page asks for is followed, word for word", async () => {
  const { page, close } = await openHost(
    `<style>challenge-explorer { letter-spacing: .12em; word-spacing: .16em; line-height: 1.8 }</style><challenge-explorer></challenge-explorer>`,
  );
  const texts = await page.locator(".text:not(.cut)").evaluateAll((elements) =>
    elements.flatMap((text) => {
      // Without a letter beside it Chromium takes U+202F for Mongolian, a script whose letters it does not space.
      if (/\u202f/.test(text.textContent ?? "") && !/\p{L}/u.test(text.textContent ?? "")) return [];
      const widths = [...text.querySelectorAll(".line")].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return range.getBoundingClientRect().width;
      });
      const { fontSize, letterSpacing, wordSpacing, lineHeight } = getComputedStyle(text);
      const size = Number.parseFloat(fontSize);
      const em = (/** @type {string} */ length) => Number.parseFloat(length) / size;
      const spacing = {
        apart: Math.abs(Math.max(...widths) - Number.parseFloat(/** @type {HTMLElement} */ (text).style.width)),
        isSpaced: em(letterSpacing) > 0.11 && em(wordSpacing) > 0.15 && em(lineHeight) > 1.75,
      };
      return [spacing];
    }),
  );
  assert.ok(texts.length > 150);
  assert.ok(texts.every(({ isSpaced }) => isSpaced));
  assert.ok(Math.max(...texts.map(({ apart }) => apart)) <= 1);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await close();
});

test("a style sheet that comes after the program still says which font the words are painted in", async () => {
  const { page, close } = await openHost(
    `<script src="host-script.js"></script><challenge-explorer></challenge-explorer>`,
  );
  const apart = await page.locator(".text:not(.cut)").evaluateAll((elements) =>
    elements.map((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const width = Math.max(...[...range.getClientRects()].map((rect) => rect.width));
      return Math.abs(width - Number.parseFloat(/** @type {HTMLElement} */ (text).style.width));
    }),
  );
  assert.ok(apart.length > 150);
  assert.ok(Math.max(...apart) <= 1, `${Math.max(...apart)} px apart`);
  await close();
});

test("on a page that is always light the message of a file that is not there is dark on light, whatever the visitor prefers", async () => {
  body = `<style>:root { color-scheme: light }</style><challenge-explorer src="nowhere.json"></challenge-explorer>`;
  const { page, context } = await openPage(browser, { colorScheme: "dark" });
  await page.goto(`${server.address}host`);
  const heading = page.getByRole("alert").getByRole("heading");
  await heading.waitFor();
  const [red = 255] = await heading.evaluate((element) => getComputedStyle(element).color.match(/\d+/g)?.map(Number) ?? []);
  assert.ok(red < 100, `${red} of 255`);
  await context.close();
});
