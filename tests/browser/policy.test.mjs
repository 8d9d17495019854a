// The page's own Content-Security-Policy, on a host that sends none.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { borrowChromium, now, openPage, serve, waitUntilReady } from "./browser.mjs";

/** @type {Awaited<ReturnType<typeof borrowChromium>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  browser = await borrowChromium();
  server = await serve({ sendsPolicy: false });
});
after(async () => {
  await browser.close();
  await server.close();
});

test("the page works under its own policy", async () => {
  const { page, context, complaints } = await openPage(browser);
  const response = await page.goto(`${server.address}?${now}`);
  assert.equal((await response?.allHeaders())?.["content-security-policy"], undefined);
  await waitUntilReady(page);
  await page.getByRole("checkbox", { name: "Développement web" }).click();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.getByRole("link", { name: "Gobelins", exact: true }).click();
  await page.getByRole("complementary", { name: "Gobelins" }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("it blocks scripts and styles that stand in the page, evaluation, and other hosts", async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  const blocked = await page.evaluate(async () => {
    /** @type {string[]} */
    const directives = [];
    /** @param {string} directive @param {() => unknown} violate */
    const expectBlocked = async (directive, violate) => {
      const violation = new Promise((resolve) => document.addEventListener("securitypolicyviolation", resolve, { once: true }));
      await Promise.resolve(violate()).catch(() => {});
      const { effectiveDirective } = /** @type {SecurityPolicyViolationEvent} */ (await violation);
      directives.push(`${directive}: ${effectiveDirective}`);
    };
    /** @param {string} tag @param {Record<string, string>} attributes @param {string} [text] */
    const add = (tag, attributes, text = "") => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      document.body.append(element);
    };
    await expectBlocked("inline script", () => add("script", {}, "window.wasRun = true"));
    await expectBlocked("inline style", () => add("style", {}, "body { color: red }"));
    await expectBlocked("style attribute", () => add("p", { style: "color: red" }));
    await expectBlocked("evaluation", async () => void globalThis.eval("window.wasRun = true"));
    await expectBlocked("another host", () => fetch("http://localhost:9/"));
    await expectBlocked("a frame", () => add("iframe", { src: "programme.json" }));
    return { directives, wasRun: /** @type {any} */ (window).wasRun };
  });
  assert.deepEqual(blocked, {
    directives: [
      "inline script: script-src-elem",
      "inline style: style-src-elem",
      "style attribute: style-src-attr",
      "evaluation: script-src",
      "another host: connect-src",
      "a frame: frame-src",
    ],
    wasRun: undefined,
  });
  await context.close();
});
