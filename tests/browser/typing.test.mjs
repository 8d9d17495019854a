// Typing is the browser's: input methods, accents, the clipboard, undo and the keys of its own menus, in three engines.
//
// An input method, a tap and a phone's keyboard are asked for in Chromium alone: only its protocol has words for them. The
// keyboard of a phone is a lower window here, which is what `interactive-widget=resizes-content` makes of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, openPage, useBrowser, useSite, waitUntilReady as waitUntilShown } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";
import { waitForFrames } from "./picture.mjs";

/** @typedef {import("./engines.mjs").Page} Page */

const field = { role: "searchbox" };

const server = useSite();

/** Notes what the page does with keys and with the clipboard, and each time that the field is written by the program. */
function noteEvents() {
  const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  const noted = { keys: /** @type {string[]} */ ([]), prevented: /** @type {string[]} */ ([]), clipboard: 0, written: /** @type {string[]} */ ([]) };
  Object.assign(globalThis, { noted });
  for (const type of ["keydown", "keypress", "beforeinput", "copy", "cut", "paste", "compositionstart", "compositionupdate"]) {
    // Before anybody else: what the listeners after this one do is seen once the event is over.
    addEventListener(type, (event) => {
      const name = event instanceof KeyboardEvent ? event.key : type;
      if (type === "keydown") noted.keys.push(name);
      setTimeout(() => event.defaultPrevented && noted.prevented.push(name));
    }, { capture: true });
  }
  for (const method of ["readText", "writeText", "read", "write"]) {
    /** @type {any} */
    const clipboard = navigator.clipboard;
    if (typeof clipboard?.[method] !== "function") continue;
    clipboard[method] = () => {
      ++noted.clipboard;
      return Promise.reject(new Error("not to be used"));
    };
  }
  const input = /** @type {HTMLInputElement} */ (root.querySelector("input[type=search]"));
  const value = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value"));
  Object.defineProperty(input, "value", {
    get: () => value.get?.call(input),
    set: (text) => {
      noted.written.push(text);
      value.set?.call(input, text);
    },
  });
}

/** @param {Page} page */
async function emptyField(page) {
  await page.click(field);
  await page.press("Control+a");
  await page.press("Delete");
  await page.find({ role: "heading", name: "13 défis", exact: true });
}

/** @param {Page} page @returns {Promise<string | undefined>} */
const textOf = async (page) => (await page.find(field)).value;

/** @param {Page} page @returns {Promise<any>} */
const noted = (page) => page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(/** @type {any} */ (globalThis).noted))));

for (const name of engineNames) {
  /** @type {Page} */
  let page;
  const engine = useEngine(name, async () => {
    page = await engine.open();
    await page.goto(`${server.address}?${now}`);
    await waitUntilReady(page);
    await page.evaluate(noteEvents);
  });

  // What a phone's keyboard and a browser's helpers ask of a field.
  test(`${name}: the field asks for a search key and no correction, and stands where it is painted`, async () => {
    const found = await page.find(field);
    const wanted = { type: "search", inputmode: "search", enterkeyhint: "search", autocomplete: "off", autocapitalize: "none", spellcheck: "false" };
    for (const [attribute, value] of Object.entries(wanted)) assert.equal(found.attributes[attribute], value, attribute);
    assert.ok(found.width > 150 && found.height >= 40, `${found.width} × ${found.height}`);
  });

  // Letters that a program on a canvas takes for others or loses.
  test(`${name}: accents, signs and other scripts arrive as they are typed`, async () => {
    await emptyField(page);
    const text = "Élève à Noël @ # € {œuf} ñ ß";
    await page.type(text);
    await page.waitFor(() => location.search.includes("q="));
    assert.equal(await textOf(page), text);
    const { written, prevented } = await noted(page);
    assert.deepEqual(written, [], "the program writes nothing into the field");
    assert.deepEqual(prevented, []);
    await page.press("ArrowLeft");
    await page.press("ArrowLeft");
    await page.type("+");
    assert.equal(await textOf(page), "Élève à Noël @ # € {œuf} ñ+ ß", "and the caret stays where it is put");
  });

  // Copying, cutting, pasting and undoing by keys.
  test(`${name}: words are cut, copied, pasted and taken back by the keys that one knows`, async (t) => {
    await emptyField(page);
    await page.type("données");
    await page.find({ role: "heading", name: /^\d+ défis?$/ });
    await page.press("Control+a");
    await page.press("Control+c");
    await page.press("End");
    await page.press("Control+v");
    await page.waitFor(() => location.search.includes("q=donn%C3%A9esdonn%C3%A9es"));
    assert.equal(await textOf(page), "donnéesdonnées");
    if (engine.limits.undo) t.diagnostic(engine.limits.undo);
    else {
      await page.press("Control+z");
      await page.waitFor(() => !location.search.includes("q=donn%C3%A9esdonn%C3%A9es"));
      assert.equal(await textOf(page), "données", "one step back");
    }
    const text = await textOf(page);
    await page.press("Control+a");
    await page.press("Control+x");
    await page.find({ role: "heading", name: "13 défis", exact: true });
    assert.equal(await textOf(page), "");
    await page.press("Control+v");
    await page.waitFor(() => location.search.includes("q=donn%C3%A9es"));
    assert.equal(await textOf(page), text);
    const { clipboard, prevented, written } = await noted(page);
    assert.deepEqual([clipboard, prevented, written], [0, [], []]);
  });

  // A field that is emptied again.
  test(`${name}: the field is emptied by its cross and by Escape, and typed in again at once`, async () => {
    await emptyField(page);
    await page.type("santé");
    await page.waitFor(() => location.search.includes("q=sant"));
    await waitForFrames(page);
    const { x, y, width, height } = await page.find(field);
    const cross = (await page.findAll({ role: "button" })).find(
      (button) => button.x >= x + width - 60 && button.x <= x + width + 20 && button.y >= y - 4 && button.y + button.height <= y + height + 4,
    );
    assert.ok(cross, "there is a cross at the field's end");
    await page.click({ role: "button", name: cross.name, exact: true });
    await page.find({ role: "heading", name: "13 défis", exact: true });
    assert.equal(await textOf(page), "");
    await page.click(field);
    await page.type("mer");
    await page.waitFor(() => location.search.includes("q=mer"));
    await page.press("Escape");
    await page.find({ role: "heading", name: "13 défis", exact: true });
    await page.waitForFocus(field);
    await page.type("web");
    await page.waitFor(() => location.search.includes("q=web"));
    assert.equal(await textOf(page), "web");
  });

  // Keys that a program takes from the browser; an input of somebody else's that cannot be typed in.
  test(`${name}: the browser keeps its keys, and a field of the page around keeps its own`, async () => {
    await emptyField(page);
    // Some would leave the page: after everybody else has heard of them, the test keeps them here.
    await page.evaluate(() => {
      /** @type {string[]} */
      const taken = [];
      Object.assign(globalThis, { taken });
      addEventListener("keydown", (event) => {
        if (event.defaultPrevented) taken.push(event.key);
        if (event.ctrlKey || /^F\d/.test(event.key)) event.preventDefault();
      });
    });
    const keys = ["F5", "F11", "Control+f", "Control+p", "Control+s", "Control+l", "Control+r", "Control+d"];
    for (const key of keys) await page.press(key);
    await page.click({ role: "checkbox", name: "Python" });
    for (const key of keys) await page.press(key);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).taken), []);
    const heard = (await noted(page)).keys.filter((/** @type {string} */ key) => key === "F5");
    assert.equal(heard.length, 2);

    await page.evaluate(() => {
      const own = Object.assign(document.createElement("input"), { ariaLabel: "Ailleurs" });
      own.style.cssText = "position: fixed; inset: 0 auto auto 0";
      document.body.append(own);
      own.focus();
    });
    await page.type("a/b + - é");
    await page.press("Home");
    await page.press("ArrowRight");
    await page.type("x");
    assert.equal((await page.find({ role: "textbox", name: "Ailleurs" })).value, "ax/b + - é");
    await page.evaluate(() => document.querySelector("body > input")?.remove());
  });
}

const browser = useBrowser();

/** @param {import("playwright-core").BrowserContextOptions} [options] */
async function openInChromium(options) {
  const { page, context, complaints } = await openPage(browser, options);
  await page.goto(`${server.address}?${now}`);
  await waitUntilShown(page);
  const close = async () => {
    assert.deepEqual(complaints, []);
    await context.close();
  };
  return { page, close, session: await context.newCDPSession(page) };
}

// Input methods and dead keys.
test("chromium: an input method composes in the field itself, undisturbed, with its window at the caret", async () => {
  const { page, session, close } = await openInChromium();
  await page.evaluate(noteEvents);
  const box = page.getByRole("searchbox");
  await box.click();
  const compose = (/** @type {string} */ text) =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ["に", "にほ", "にほん"]) {
    await compose(text);
    assert.equal(await box.inputValue(), text);
    // The results follow meanwhile.
    await page.waitForFunction((typed) => new URL(location.href).searchParams.get("q") === typed, text);
  }
  await session.send("Input.insertText", { text: "日本" });
  await page.waitForFunction(() => new URL(location.href).searchParams.get("q") === "日本");
  assert.equal(await box.inputValue(), "日本");
  await compose("´");
  await session.send("Input.insertText", { text: "é" });
  assert.equal(await box.inputValue(), "日本é", "a dead key, too");
  const { written, prevented } = await page.evaluate(() => /** @type {any} */ (globalThis).noted);
  assert.deepEqual([written, prevented], [[], []]);
  // The browser shows the window at the caret of the field that has the focus: so it is to be where it is seen.
  const place = await box.evaluate((input) => {
    const { left, top, right, bottom } = input.getBoundingClientRect();
    const hit = /** @type {ShadowRoot} */ (input.getRootNode()).elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const { opacity, visibility, caretColor, color } = getComputedStyle(input);
    return { isOnTop: hit === input, opacity, visibility, caretColor, color, left, width: right - left };
  });
  assert.equal(place.isOnTop, true);
  assert.deepEqual([place.opacity, place.visibility, place.color], ["1", "visible", "rgb(22, 22, 22)"]);
  assert.ok(place.caretColor !== "rgba(0, 0, 0, 0)" && place.left < 100 && place.width > 150);
  await close();
});

// Words dragged into a field.
test("chromium: a word of the page is dragged into the field and searched", async () => {
  const { page, close } = await openInChromium();
  const words = page.locator("header p .line").first();
  await words.evaluate((line) => {
    const node = /** @type {Text} */ (line.firstChild);
    const start = node.data.indexOf("numérique");
    getSelection()?.setBaseAndExtent(node, start, node, start + "numérique".length);
  });
  const from = await words.evaluate((line) => {
    const node = /** @type {Text} */ (line.firstChild);
    const range = document.createRange();
    range.setStart(node, node.data.indexOf("numérique"));
    range.setEnd(node, node.data.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const to = await page.getByRole("searchbox").boundingBox();
  assert.ok(to !== null);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("q")?.trim() === "numérique");
  assert.equal((await page.getByRole("searchbox").inputValue()).trim(), "numérique");
  await close();
});

// The phone's keyboard that takes several taps; the page that grows or slides away under it.
test("chromium: on a phone one tap on the field brings the keyboard, which does not cover it", async () => {
  const { page, session, close } = await openInChromium({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
  const box = page.getByRole("searchbox");
  await box.scrollIntoViewIfNeeded();
  const size = await box.evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize));
  assert.ok(size >= 16, `${size} px: below 16, Safari enlarges the page`);
  await box.evaluate((input) => {
    const globals = /** @type {any} */ (globalThis);
    globals.focusedInGesture = undefined;
    input.addEventListener("focus", () => (globals.focusedInGesture = navigator.userActivation.isActive));
  });
  await box.evaluate((input) => input.scrollIntoView({ block: "end" }));
  const place = await box.boundingBox();
  assert.ok(place !== null && place.y > 300, "it is low in the window");
  await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).focusedInGesture), true);
  assert.equal(await box.evaluate((input) => input instanceof HTMLInputElement && input.matches(":focus")), true);
  // The keyboard comes.
  await session.send("Emulation.setDeviceMetricsOverride", { width: 390, height: 400, deviceScaleFactor: 1, mobile: true });
  const waitUntilSeen = () =>
    page.waitForFunction(() => {
      const input = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("input[type=search]");
      const { top, bottom } = /** @type {Element} */ (input).getBoundingClientRect();
      return innerHeight === 400 && top >= 0 && bottom <= (visualViewport?.height ?? 0);
    });
  await waitUntilSeen();
  await session.send("Input.insertText", { text: "santé" });
  await page.waitForFunction(() => location.search.includes("q=sant"));
  await waitUntilSeen();
  assert.equal(await page.evaluate(() => visualViewport?.scale), 1, "and the page is as large as before");
  await page.keyboard.press("Enter");
  assert.equal(await box.evaluate((input) => input.matches(":focus")), false, "the keyboard goes");
  await close();
});
