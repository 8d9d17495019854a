// Bad weather: what the visitor is told where the programme cannot be shown, and that trying again works. And that nothing happens at rest.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, openPage, serve, useBrowser, waitUntilReady } from "./browser.mjs";
import { waitForFrames } from "./picture.mjs";

const browser = useBrowser();

/**
 * A page whose programme.json is answered otherwise until `mend` is called.
 * @param {(response: import("node:http").ServerResponse) => void} answer
 */
async function openInBadWeather(answer) {
  let isBad = true;
  const server = await serve({
    intercept: (request, response) => {
      if (!isBad || !request.url?.startsWith("/programme.json")) return false;
      answer(response);
      return true;
    },
  });
  const { page, context } = await openPage(browser);
  await page.goto(`${server.address}?${now}`);
  const alert = page.getByRole("alert");
  await alert.waitFor();
  return {
    page,
    alert,
    mend: () => {
      isBad = false;
    },
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** @param {Awaited<ReturnType<typeof openInBadWeather>>} weather */
async function tryAgain(weather) {
  weather.mend();
  await weather.page.getByRole("button", { name: "Réessayer" }).click();
  await weather.page.getByRole("heading", { name: "13 défis" }).waitFor();
}

test("no answer", async () => {
  const weather = await openInBadWeather((response) => response.destroy());
  await weather.alert.getByRole("heading", { name: "Le programme n’a pas pu être chargé" }).waitFor();
  await tryAgain(weather);
  await weather.close();
});

test("no such file", async () => {
  const weather = await openInBadWeather((response) => response.writeHead(404).end());
  assert.match(await weather.alert.innerText(), /404/);
  await tryAgain(weather);
  await weather.close();
});

test("a truncated file says where it ends", async () => {
  const weather = await openInBadWeather((response) => response.end('{\n  "schemaVersion": 1,\n  "id": "x"'));
  assert.match(await weather.alert.innerText(), /Ligne 3, colonne/);
  await tryAgain(weather);
  await weather.close();
});

test("a wrong content is listed with its places, and `ready` is rejected with the same list", async () => {
  const weather = await openInBadWeather((response) => response.end('{\n  "schemaVersion": 2,\n  "idd": "x"\n}'));
  /** @type {{line: number, pointer: string}[]} */
  const problems = await weather.page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("challenge-explorer"));
    return element.ready.then(
      () => [],
      (/** @type {{line: number, pointer: string}[]} */ list) => list,
    );
  });
  assert.ok(problems.length > 2);
  assert.ok(problems.some(({ line, pointer }) => line === 2 && pointer === "/schemaVersion"));
  assert.equal(await weather.alert.getByRole("listitem").count(), problems.length);
  assert.match(await weather.alert.innerText(), /idd/);
  await weather.close();
});

test("without WebGL 2 the mirror shows itself: the same words and links, all of it usable", async () => {
  const server = await serve();
  const { page, context, complaints } = await openPage(browser);
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
      function (/** @type {any} */ kind, /** @type {any[]} */ ...rest) {
        // @ts-ignore the wrapped function's own this
        return kind === "webgl2" ? null : getContext.call(this, kind, ...rest);
      }
    );
  });
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  const title = page.getByRole("heading", { level: 1 });
  assert.equal(await title.evaluate((heading) => getComputedStyle(heading).color), "rgb(22, 22, 22)");
  const fit = page.getByRole("button", { name: "Zoom avant" });
  assert.equal(await fit.evaluate((button) => getComputedStyle(button, "::before").content), '"+"');
  await page.getByRole("checkbox", { name: "Développement web" }).click();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.getByRole("link", { name: "Gobelins", exact: true }).click();
  await page.getByRole("complementary", { name: "Gobelins" }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
  await server.close();
});

/**
 * Runs in the page before its scripts: notes what is still to come, in `pending`: animation frames, idle callbacks and
 * timers, each by its kind and the time at which it is due; and counts the pictures drawn, in `draws`.
 */
function notePending() {
  const globals = /** @type {any} */ (window);
  /** @type {Map<string, {kind: string, due: number}>} */
  const pending = new Map();
  Object.assign(globals, { pending, draws: 0 });
  for (const [start, stop] of [["requestAnimationFrame", "cancelAnimationFrame"], ["requestIdleCallback", "cancelIdleCallback"], ["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
    const [begin, end] = [globals[start ?? ""], globals[stop ?? ""]];
    const repeats = start === "setInterval";
    globals[start ?? ""] = (/** @type {Function} */ callback, /** @type {unknown} */ option, /** @type {unknown[]} */ ...rest) => {
      const called = (/** @type {unknown[]} */ ...answers) => {
        if (!repeats) pending.delete(`${start} ${id}`);
        callback(...answers);
      };
      const id = begin.call(window, called, option, ...rest);
      const delay = start === "setTimeout" ? Number(option ?? 0) : 0;
      pending.set(`${start} ${id}`, { kind: start ?? "", due: performance.now() + delay });
      return id;
    };
    globals[stop ?? ""] = (/** @type {number} */ id) => {
      pending.delete(`${start} ${id}`);
      end.call(window, id);
    };
  }
  const draw = WebGL2RenderingContext.prototype.clear;
  WebGL2RenderingContext.prototype.clear = function (mask) {
    ++globals.draws;
    return draw.call(this, mask);
  };
}

// Where nothing is pending, nothing can happen until somebody does something: no need to watch for a while.
test("at rest no frame and no callback is pending, but one timer for the moment at which what is shown changes", async () => {
  const server = await serve();
  const { page, context, complaints } = await openPage(browser);
  await page.addInitScript(notePending);
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  for (const step of [() => {}, () => page.getByRole("checkbox", { name: "Développement web" }).click(), () => page.keyboard.press("Escape")]) {
    await step();
    await waitForFrames(page);
    await page.waitForFunction(
      (most) => [.../** @type {any} */ (window).pending.values()].every(({ due }) => due > performance.now() + most),
      10_000,
      { polling: 100 },
    );
    const { kinds, draws, animations } = await page.evaluate(() => ({
      kinds: [.../** @type {any} */ (window).pending.values()].map(({ kind }) => kind),
      draws: /** @type {any} */ (window).draws,
      animations: document.getAnimations().length,
    }));
    assert.deepEqual(kinds, ["setTimeout"]);
    assert.equal(animations, 0);
    assert.ok(draws > 0, "the page was drawn");
  }
  assert.deepEqual(complaints, []);
  await context.close();
  await server.close();
});
