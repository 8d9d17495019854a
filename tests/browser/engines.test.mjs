// The driver itself (engines.mjs): each engine does what its tests ask of it, on a small page that notes what happens to it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { useSite } from "./browser.mjs";
import { engineNames, useEngine } from "./engines.mjs";
import { variants } from "./extent.mjs";

/** @typedef {import("./engines/page.mjs").AccessibleNode} AccessibleNode */

const html = `<!doctype html><html lang="fr"><title>Essai</title><link rel="icon" href="data:,"><script src="script.js"></script>
<h1>Un <span>titre</span></h1>
<label>Courriel <input></label> <input type="search" placeholder="Chercher">
<section aria-labelledby="two"><h2 id="two">Deux</h2><a href="other">Lien</a></section>
<div id="host"></div><p aria-hidden="true"><button>Caché</button></p>`;

const script = `addEventListener("DOMContentLoaded", () => {
  const shadow = document.querySelector("#host").attachShadow({ mode: "open" });
  shadow.innerHTML = '<button aria-label="Dedans">x</button><h3 style="margin-top: 3000px"><a href="#end">Tout en bas</a></h3>';
  window.noted = [];
  for (const type of ["pointermove", "pointerdown", "click", "auxclick", "contextmenu", "dblclick", "keydown", "wheel"]) {
    addEventListener(type, (event) => {
      if (event.type === "contextmenu") event.preventDefault();
      const { isTrusted, button, key, clientX: x, ctrlKey, shiftKey } = event;
      noted.push({ type, isTrusted, button, key, x, isHeld: ctrlKey || shiftKey });
    });
  }
});`;

const server = useSite({
  intercept: (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const isScript = pathname === "/script.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : pathname === "/other" ? "<title>Autre</title>" : html);
    return true;
  },
});

/** @param {AccessibleNode} node @returns {AccessibleNode[]} */
const flatten = (node) => [node, ...node.children.flatMap(flatten)];

for (const name of engineNames) {
  const engine = useEngine(name);

  /** @param {Parameters<typeof engine.open>[0]} [settings] */
  const open = async (settings) => {
    const page = await engine.open(settings);
    await page.goto(server.address);
    /** What happened since the last call, of one type. @param {string} type @returns {Promise<any[]>} */
    const take = async (type) => {
      const events = await page.evaluate(() => /** @type {any[]} */ (/** @type {any} */ (globalThis).noted).splice(0));
      return events.filter((event) => event.type === type);
    };
    return { page, take };
  };

  test(`${name}: elements by role and name`, async () => {
    const { page } = await open();
    assert.equal((await page.find({ role: "heading", name: "un titre" })).name, "Un titre");
    assert.equal((await page.findAll({ role: "heading", name: "titre", exact: true })).length, 0);
    assert.equal((await page.find({ role: "textbox" })).name, "Courriel");
    assert.equal((await page.find({ role: "searchbox" })).name, "Chercher");
    assert.equal((await page.find({ role: "link", within: { role: "region", name: /^deux$/i } })).attributes["href"], "other");
    assert.deepEqual((await page.findAll({ role: "button" })).map((button) => button.name), ["Dedans"]);
    await page.close();
  });

  test(`${name}: mouse, wheel and keys are real`, async () => {
    const { page, take } = await open({ width: 900, height: 500 });
    assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight, document.hasFocus()]), [900, 500, true]);
    await page.click({ role: "button", name: "Dedans" });
    assert.deepEqual((await take("click")).map(({ isTrusted, button }) => [isTrusted, button]), [[true, 0]]);
    await page.click({ role: "button", name: "Dedans" }, { clicks: 2 });
    assert.equal((await take("dblclick")).length, 1);
    await page.drag({ x: 100, y: 300 }, { x: 200, y: 300 }, { steps: 4 });
    assert.deepEqual((await take("pointermove")).map(({ x }) => x).slice(-4), [125, 150, 175, 200]);
    await page.wheel(0, 120);
    await page.waitFor(() => scrollY > 0);
    assert.equal((await take("wheel"))[0]?.isTrusted, true);
    await page.click({ role: "link", name: "bas" });
    await page.waitFor(() => location.hash === "#end");

    await page.click({ role: "searchbox" });
    await page.type("été+1");
    assert.equal((await page.find({ role: "searchbox" })).value, "été+1");
    await take("keydown");
    await page.press("Shift+Tab");
    await page.waitForFocus({ role: "textbox" });
    assert.deepEqual((await take("keydown")).map(({ isHeld }) => isHeld), [true, true]);
    await page.press("ArrowLeft");
    assert.deepEqual((await take("keydown")).map(({ key, isHeld }) => [key, isHeld]), [["ArrowLeft", false]]);
    await page.tabTo({ role: "button", name: "Dedans" });
    assert.deepEqual(await page.focused(), { role: "button", name: "Dedans", tag: "button", isVisible: true });
    await page.press(" ");
    await page.press("Enter");
    assert.equal((await take("click")).length, 2);
    await page.close();
  });

  test(`${name}: other buttons, clicks with a key, new tabs`, async (t) => {
    const { page, take } = await open();
    const link = { role: "link", name: "Lien" };
    if (engine.limits.buttons) t.diagnostic(engine.limits.buttons);
    else {
      await page.click(link, { button: "right" });
      assert.deepEqual((await take("contextmenu")).map(({ isTrusted, button }) => [isTrusted, button]), [[true, 2]]);
    }
    if (engine.limits.newTabs) t.diagnostic(engine.limits.newTabs);
    else {
      const url = `${server.address}other`;
      /** @type {[import("./engines/page.mjs").ClickOptions, boolean][]} */
      const ways = [[{ button: "middle" }, false], [{ modifiers: ["Control"] }, false], [{ modifiers: ["Control", "Shift"] }, true]];
      for (const [options, isInForeground] of ways) {
        assert.deepEqual(await page.newTab(() => page.click(link, options)), { url, isInForeground });
      }
      assert.equal(await page.url(), server.address);
    }
    await page.close();
  });

  test(`${name}: the tree that the browser computes`, async () => {
    const { page } = await open();
    const nodes = flatten(await page.accessibilityTree()).map(({ role, name: label }) => `${role} ${label}`);
    for (const node of ["heading Un titre", "textbox Courriel", "region Deux", "button Dedans", "link Lien"]) {
      assert.ok(nodes.includes(node), `${node} among ${nodes.join(", ")}`);
    }
    assert.equal(nodes.includes("button Caché"), false);
    await page.close();
  });

  test(`${name}: a visitor's settings`, async (t) => {
    // Each set of settings may be a browser of its own. In forced colours: without_canvas.test.mjs, and here with --all.
    for (const forcedColors of variants([false], engine.limits.forcedColors ? [] : [true])) {
      const { page } = await open({ language: "en-GB", colorScheme: "dark", reducedMotion: true, forcedColors });
      const matches = (/** @type {string} */ query) => page.evaluate((text) => matchMedia(text).matches, query);
      assert.equal(await matches("(prefers-reduced-motion: reduce)"), true);
      if (forcedColors) assert.equal(await matches("(forced-colors: active)"), true);
      else assert.equal(await matches("(prefers-color-scheme: dark)"), true);
      if (engine.limits.language) t.diagnostic(engine.limits.language);
      else assert.equal(await page.evaluate(() => navigator.language), "en-GB");
      await page.close();
    }
  });

  test(`${name}: complaints, pictures, errors`, async (t) => {
    const { page } = await open({ width: 640, height: 400 });
    const picture = await page.screenshot();
    assert.deepEqual([picture.toString("latin1", 1, 4), picture.readUInt32BE(16), picture.readUInt32BE(20)], ["PNG", 640, 400]);
    await assert.rejects(page.evaluate(() => { throw new TypeError("so"); }), /TypeError: so/);
    await page.evaluate(() => console.error("one"));
    await page.evaluate(() => void setTimeout(() => { throw new Error("two"); }));
    if (engine.limits.complaints) t.diagnostic(engine.limits.complaints);
    else {
      await page.waitFor(() => new Promise((resolve) => setTimeout(() => resolve(true))));
      assert.match(page.complaints.join("\n"), /one\n.*two/);
    }
    await page.close();
  });
}
