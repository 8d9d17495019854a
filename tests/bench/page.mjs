// The page in Chromium: how long until it is ready, and what runs in ten seconds in which nothing happens. Frames and
// callbacks at rest are to be none.
//
//   node tests/bench/page.mjs [--json]
//
// --json prints Google Benchmark's JSON.

import { parseArgs } from "node:util";

import { launch, serve } from "../browser/browser.mjs";

const secondsAtRest = 10;
const millisecondsToSettle = 3000; // the patience with a slow font, at loading, is at its end then
const loads = 5;

/** Runs in the page before its own scripts: counts what the browser calls back and what is drawn. */
function countCallbacks() {
  const counts = { callbacks: 0, frames: 0 };
  Object.assign(window, { atRest: counts });
  const scheduler = /** @type {Record<string, any>} */ (/** @type {unknown} */ (window));
  for (const name of ["requestAnimationFrame", "requestIdleCallback", "setTimeout", "setInterval"]) {
    const original = scheduler[name].bind(window);
    scheduler[name] = (/** @type {Function} */ callback, /** @type {unknown[]} */ ...rest) =>
      original((/** @type {unknown[]} */ ...values) => {
        ++counts.callbacks;
        return callback(...values);
      }, ...rest);
  }
  const context = /** @type {Record<string, any>} */ (/** @type {unknown} */ (WebGL2RenderingContext.prototype));
  const clear = context.clear;
  context.clear = function (/** @type {number} */ mask) {
    ++counts.frames;
    return clear.call(this, mask);
  };
}

/** @param {import("playwright-core").Page} page @param {string} address */
async function load(page, address) {
  await page.goto(address);
  return page.evaluate(async () => {
    const element = /** @type {HTMLElement & {ready: Promise<void>}} */ (document.querySelector("challenge-explorer"));
    await customElements.whenDefined("challenge-explorer");
    await element.ready;
    return performance.now();
  });
}

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const server = await serve();
const browser = await launch();
const times = [];
for (let index = 0; index < loads; ++index) {
  const context = await browser.newContext();
  times.push(await load(await context.newPage(), server.address));
  await context.close();
}
times.sort((a, b) => a - b);

const page = await browser.newPage();
await page.addInitScript(countCallbacks);
await load(page, server.address);
await page.waitForTimeout(millisecondsToSettle);
const counts = () => page.evaluate(() => /** @type {any} */ (window).atRest);
const before = await counts();
if (before.frames === 0) throw new Error("The page drew no frame that could be counted.");
await page.waitForTimeout(secondsAtRest * 1000);
const after = await counts();
await browser.close();
await server.close();

const result = {
  context: { executable: "tests/bench/page.mjs", caches: [] },
  benchmarks: [
    {
      name: "page/ready",
      run_type: "iteration",
      iterations: loads,
      real_time: times[Math.floor(loads / 2)],
      time_unit: "ms",
    },
    {
      name: "page/at_rest",
      run_type: "iteration",
      iterations: 1,
      real_time: secondsAtRest * 1000,
      time_unit: "ms",
      frames: after.frames - before.frames,
      callbacks: after.callbacks - before.callbacks,
    },
  ],
};
if (values.json) {
  console.log(JSON.stringify(result, null, 1));
} else {
  for (const { name, real_time, time_unit, ...rest } of result.benchmarks) console.log(name, real_time, time_unit, rest);
}
