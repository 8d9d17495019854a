// Bad weather: what the visitor is told where the programme cannot be shown, and that trying again works. And that nothing happens at rest.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, now, openPage, serve, waitUntilReady } from "./browser.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

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
  const fit = page.getByRole("button", { name: "Agrandir" });
  assert.equal(await fit.evaluate((button) => getComputedStyle(button, "::before").content), '"+"');
  await page.getByRole("checkbox", { name: "Développement web" }).click();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.getByRole("link", { name: "Gobelins", exact: true }).click();
  await page.getByRole("complementary", { name: "Gobelins" }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
  await server.close();
});

test("at rest there is no frame and no callback", async () => {
  const server = await serve();
  const { page, context, complaints } = await openPage(browser);
  await page.addInitScript(() => {
    const counted = /** @type {any} */ (window);
    counted.callbacks = 0;
    for (const name of ["requestAnimationFrame", "setInterval", "requestIdleCallback"]) {
      const original = counted[name];
      counted[name] = (/** @type {any[]} */ ...rest) => {
        ++counted.callbacks;
        return original.apply(window, rest);
      };
    }
    // Calls into the program would go through the frame's own count of what is drawn.
    const draw = WebGL2RenderingContext.prototype.clear;
    counted.draws = 0;
    WebGL2RenderingContext.prototype.clear = function (mask) {
      ++counted.draws;
      return draw.call(this, mask);
    };
  });
  await page.goto(`${server.address}?${now}`);
  await waitUntilReady(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const counts = () => page.evaluate(() => [/** @type {any} */ (window).callbacks, /** @type {any} */ (window).draws]);
  const before = await counts();
  assert.ok(before[1] > 0, "the page was drawn");
  // The clock of the page itself runs on; only what it does meanwhile is looked at.
  await page.waitForFunction((end) => performance.now() > end, (await page.evaluate(() => performance.now())) + 10_000, { polling: 2000 });
  assert.deepEqual(await counts(), before);
  assert.deepEqual(complaints, []);
  await context.close();
  await server.close();
});
