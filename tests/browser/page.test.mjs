// The element in its own page: what the mirror shows against what the canvas shows, at every pixel ratio, in light and dark, and what the hands do
// besides clicking.

import assert from "node:assert/strict";
import { test } from "node:test";

import { launch, now, openPage, readProgramme, useBrowser, useSite, waitUntilReady } from "./browser.mjs";
import { variants } from "./extent.mjs";
import { colourAt, countColours, findChanges, findInk, takePicture, takeStillPicture, waitForFrames } from "./picture.mjs";

const browser = useBrowser();
const server = useSite();

/**
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @param {string} [query]
 * @param {import("./browser.mjs").PageMaker} [inBrowser]
 */
async function openVisit(options = {}, query = now, inBrowser = browser) {
  const opened = await openPage(inBrowser, options);
  await opened.page.goto(`${server.address}?${query}`);
  await waitUntilReady(opened.page);
  await waitForFrames(opened.page);
  const close = async () => {
    assert.deepEqual(opened.complaints, []);
    await opened.context.close();
  };
  return { ...opened, close };
}

/**
 * Pixels of a screen of that ratio: an emulated one would not do. The window is an odd number of CSS px wide.
 * @param {number} ratio
 * @param {string} query
 */
async function openOnScreen(ratio, query = now) {
  const screen = await launch([`--force-device-scale-factor=${ratio}`, "--window-size=1203,901"]);
  const visit = await openVisit({ viewport: null }, query, screen);
  const close = async () => {
    await visit.close();
    await screen.close();
  };
  return { ...visit, close };
}

// Each of these screens is a browser of its own. Emulated ones, of more ratios: zoom.test.mjs.
for (const ratio of variants([1.25, 2], [1, 1.1, 1.5, 3])) {
  test(`on a screen of ${ratio} device px in a CSS px the canvas has its pixels, and words are as wide as painted`, async () => {
    const { page, close } = await openOnScreen(ratio);
    const { canvas, screen } = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const element = /** @type {HTMLCanvasElement} */ (document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas"));
          const observer = new ResizeObserver(([entry]) => {
            const size = entry?.devicePixelContentBoxSize[0];
            observer.disconnect();
            resolve({ canvas: [element.width, element.height], screen: [size?.inlineSize, size?.blockSize] });
          });
          observer.observe(element, { box: "device-pixel-content-box" });
        }),
    );
    assert.deepEqual(canvas, screen);
    assert.ok(Math.abs(canvas[0] / (await page.evaluate(() => document.documentElement.clientWidth)) - ratio) < 0.01);
    const differences = await page.evaluate(() =>
      [...(document.querySelector("challenge-explorer")?.shadowRoot?.querySelectorAll(".text:not(.cut)") ?? [])].map((text) => {
        const widths = [...text.querySelectorAll(".line")].map((line) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          return range.getBoundingClientRect().width;
        });
        return Math.abs(Math.max(...widths) - Number.parseFloat(/** @type {HTMLElement} */ (text).style.width));
      }),
    );
    assert.ok(differences.length > 150, `${differences.length} texts`);
    const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
    assert.ok(mean <= 0.1 && Math.max(...differences) <= 1, `mean ${mean}, most ${Math.max(...differences)} CSS px`);
    await close();
  });
}

/**
 * The words in view that do not lie on the painted ones. @param {import("./browser.mjs").Page} page
 * @returns {Promise<{texts: number, wrong: string[]}>} how many were compared, and those that are apart
 */
async function compareWithMirror(page) {
  await waitForFrames(page);
  const texts = await page.locator(".text").evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const isInView = left >= 0 && top >= 0 && left + width < innerWidth && top + height < innerHeight;
      // On chips and in the calendar the surroundings are ink too.
      const isAlone = element.closest("article, aside") !== null && element.closest(".live") === null;
      // At the edges of what scrolls the painted words that are cut fade out.
      const port = element.closest(".scrolls-y")?.getBoundingClientRect();
      const isWhole = port === undefined || (top >= port.top && top + height <= port.bottom);
      return isInView && isAlone && isWhole ? [{ left, top, width, height, words: element.textContent }] : [];
    }),
  );
  const painted = findInk(await takeStillPicture(page), texts);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.view { visibility: hidden } .mirror { color: #161616; background: #ffffff }`);
    document.querySelector("challenge-explorer")?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  const mirrored = findInk(await takeStillPicture(page), texts);
  await page.evaluate(() => void document.querySelector("challenge-explorer")?.shadowRoot?.adoptedStyleSheets.pop());
  const wrong = texts.flatMap((text, index) => {
    const there = painted[index] ?? [];
    const here = mirrored[index] ?? [];
    const distance = Math.max(...there.map((side, place) => Math.abs(side - (here[place] ?? Number.NaN))));
    return distance <= 1 ? [] : [`${text.words}: ${there} painted, ${here} in the mirror`];
  });
  return { texts: texts.length, wrong };
}

// At 1 in three engines: text.test.mjs.
for (const ratio of variants([1.25, 2], [1])) {
  test(`the mirror's words lie on the painted ones at ${ratio} device px in a CSS px`, async () => {
    const { page, close } = await openOnScreen(ratio, `${now}&defi=gobelins`);
    let count = 0;
    const apart = [];
    for (const place of [500, 1000]) {
      await page.evaluate((y) => window.scrollTo(0, y), place);
      const { texts, wrong } = await compareWithMirror(page);
      count += texts;
      apart.push(...wrong);
    }
    assert.ok(count > 20, `${count} texts in view`);
    assert.deepEqual(apart, []);
    await close();
  });
}
test("a phrase is found across painted lines, and the mirror's words are transparent by colour alone", async () => {
  const { page, close } = await openVisit();
  const lines = await page.locator("article .text").evaluateAll((texts) => {
    const broken = texts.find((text) => text.querySelectorAll(".line").length > 1);
    return [...(broken?.querySelectorAll(".line") ?? [])].map((line) => line.textContent ?? "");
  });
  assert.ok(lines.length > 1);
  assert.equal(await page.evaluate((phrase) => /** @type {any} */ (window).find(phrase), lines.slice(0, 2).join(" ")), true);
  const hidden = await page.locator(".mirror, .mirror *").evaluateAll(
    (elements) =>
      elements.filter((element) => {
        const { opacity, filter, clipPath, userSelect, contentVisibility } = getComputedStyle(element);
        return opacity !== "1" || filter !== "none" || clipPath !== "none" || userSelect === "none" || contentVisibility === "hidden";
      }).length,
  );
  assert.equal(hidden, 0);
  await close();
});

test("light and dark follow the visitor's choice at once", async () => {
  const { page, close } = await openVisit({ colorScheme: "light" });
  assert.equal(colourAt(await takePicture(page), 0, 0), 0xffffff);
  await page.emulateMedia({ colorScheme: "dark" });
  await waitForFrames(page);
  assert.equal(colourAt(await takePicture(page), 0, 0), 0x161616);
  assert.equal(await page.getByRole("searchbox").evaluate((field) => getComputedStyle(field).color), "rgb(246, 246, 246)");
  await close();
});

test("who prefers more contrast gets stronger lines and words, at once", async () => {
  const theme = JSON.parse(await readProgramme("data/theme.json"));
  const valueOf = (/** @type {string} */ colour) => Number.parseInt(colour.slice(1), 16);
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    const { page, close } = await openVisit({ colorScheme: scheme, contrast: "no-preference" });
    const strong = theme[`${scheme}WithMoreContrast`];
    /** Pixels of the canvas in a colour of the usual theme, and in that of the one with more contrast. @param {string} key */
    const countOf = async (key) => {
      const counts = countColours(await takePicture(page), { left: 0, top: 0, width: 1280, height: 800 });
      return [theme[scheme][key], strong[key]].map((colour) => counts.get(valueOf(colour)) ?? 0);
    };
    const inkOf = () => page.getByRole("searchbox").evaluate((field) => getComputedStyle(field).color);
    const [usualLine = 0] = await countOf("line");
    const usualInk = await inkOf();
    assert.ok(usualLine > 1000, `${usualLine} pixels of usual lines`);

    await page.emulateMedia({ contrast: "more" });
    await waitForFrames(page);
    const [rest = 0, strongLine = 0] = await countOf("line");
    assert.ok(rest < usualLine / 20 && strongLine > 1000, `${scheme}: ${rest} pixels of usual lines, ${strongLine} of strong ones`);
    const [red, green, blue] = [16, 8, 0].map((shift) => (valueOf(strong.ink) >> shift) & 255);
    assert.equal(await inkOf(), `rgb(${red}, ${green}, ${blue})`);

    await page.emulateMedia({ contrast: "no-preference" });
    await waitForFrames(page);
    assert.equal((await countOf("line"))[0], usualLine);
    assert.equal(await inkOf(), usualInk);
    await close();
  }
});

test("on the timeline a drag moves it, Ctrl and the wheel zoom; a plain wheel scrolls the page", async () => {
  const { page, close } = await openVisit({ reducedMotion: "reduce" }); // else the drag runs on
  const plot = await page.locator(".draggable").boundingBox();
  assert.ok(plot !== null);
  const milestone = page.getByRole("button", { name: "Auditions" });
  const placeOf = async () => (await milestone.boundingBox())?.x ?? Number.NaN;
  /** @param {number} before @param {(now: number, before: number) => boolean} isThere */
  const waitForPlace = async (before, isThere) => {
    while (!isThere(await placeOf(), before)) await waitForFrames(page);
    return placeOf();
  };
  const start = await placeOf();
  const middle = { x: start, y: plot.y + 10 };
  await page.mouse.move(middle.x + 200, middle.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  // What is at the pointer stays, all else moves away from it.
  const zoomed = await waitForPlace(start, (place, before) => place < before - 20);
  assert.equal(await page.evaluate(() => scrollY), 0);

  await page.mouse.down();
  await page.mouse.move(middle.x + 260, middle.y, { steps: 6 });
  await page.mouse.up();
  const moved = await waitForPlace(zoomed, (place, before) => place > before + 40);
  assert.ok(Math.abs(moved - zoomed - 60) < 10, `moved by ${moved - zoomed}`);
  assert.equal(await page.evaluate(() => String(getSelection())), "");

  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 0);
  await close();
});

test("a drag that begins on a challenge's row of the timeline does not open the challenge; a click does", async () => {
  const { page, close } = await openVisit({}, `${now}&lignes=debut`);
  const row = page.getByRole("link", { name: /^Gobelins, / });
  const box = await row.boundingBox();
  assert.ok(box !== null);
  await page.mouse.move(box.x + 100, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await waitForFrames(page);
  assert.equal(new URL(page.url()).searchParams.get("defi"), null);
  await page.mouse.click(box.x + 100, box.y + box.height / 2);
  await page.getByRole("complementary", { name: "Gobelins" }).waitFor();
  await close();
});

test("the names to copy go to the clipboard, and the page says so", async () => {
  const { page, context, close } = await openVisit({}, `${now}&choix=gobelins,prevision&vue=choix`);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copier" }).first().click();
  await page.getByRole("button", { name: "Copié" }).first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Gobelins/);
  await close();
});

test("the way to the form copies the names at the click, says so, and leads on to the form", async () => {
  const { page, context, close } = await openVisit({}, `${now}&choix=gobelins,previsecours`);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.route(/framaforms/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Formulaire</title>" }));
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Déposer ma candidature" }).first().click();
  const form = await opened;
  await form.waitForLoadState();
  assert.match(form.url(), /^https:\/\/framaforms\.org\//);
  await page.bringToFront();
  await page.getByText("2 noms copiés").first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "Gobelins\nPrévisecours");
  await close();
});

test("a reloaded page stands where it stood", async () => {
  const { page, close } = await openVisit();
  await page.evaluate(() => window.scrollTo(0, 700));
  await waitForFrames(page);
  await page.reload();
  await waitUntilReady(page);
  await page.waitForFunction(() => scrollY === 700);
  await close();
});

test("a lost WebGL context leaves the words to be read, and comes back as it was", async () => {
  const { page, close } = await openVisit();
  const before = await takePicture(page);
  await page.evaluate(() => {
    const canvas = document.querySelector("challenge-explorer")?.shadowRoot?.querySelector("canvas");
    const extension = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    /** @type {any} */ (window).lost = extension;
    extension?.loseContext();
  });
  await page.locator(".box.without-canvas").waitFor();
  assert.equal(await page.getByRole("heading", { name: "13 défis" }).evaluate((heading) => getComputedStyle(heading).color), "rgb(22, 22, 22)");
  await page.getByRole("checkbox", { name: "Développement web" }).click();
  await page.getByRole("heading", { name: "7 défis" }).waitFor();
  await page.getByRole("checkbox", { name: "Développement web" }).click();
  await page.getByRole("heading", { name: "13 défis" }).waitFor();
  await page.getByRole("checkbox", { name: "Développement web" }).evaluate((box) => box.blur());
  await page.mouse.move(0, 0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(() => /** @type {any} */ (window).lost.restoreContext());
  await page.locator(".box:not(.without-canvas)").waitFor();
  await waitForFrames(page);
  assert.deepEqual(findChanges(before, await takePicture(page)), [], "the picture is the same");
  await close();
});

test("a card is a link wherever it is clicked: here, in another tab, by its menu; its words can be selected all the same", async () => {
  const { page, context, close } = await openVisit();
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: "Gobelins" }) });
  await card.scrollIntoViewIfNeeded();
  const tagline = card.getByRole("paragraph").last();
  const words = await tagline.boundingBox();
  assert.ok(words !== null);
  const at = /** @type {const} */ ([words.x + 30, words.y + 8]);

  const opens = context.waitForEvent("page");
  await page.mouse.click(...at, { button: "middle" });
  const tab = await opens;
  await waitUntilReady(tab);
  assert.equal(new URL(tab.url()).searchParams.get("defi"), "gobelins");
  await tab.close();
  assert.equal(new URL(page.url()).searchParams.get("defi"), null);

  await page.evaluate(() => {
    addEventListener("contextmenu", (event) => (/** @type {any} */ (window).menuOf = event.composedPath()[0]));
  });
  await page.mouse.click(...at, { button: "right" });
  assert.match(await page.evaluate(() => /** @type {any} */ (window).menuOf.href), /defi=gobelins/);
  await page.keyboard.press("Escape");

  const lines = await tagline.locator(".line").allTextContents();
  await page.mouse.move(words.x + 1, words.y + 8);
  await page.mouse.down();
  await page.mouse.move(words.x + 60, words.y + 8, { steps: 4 });
  await page.mouse.move(words.x + words.width, words.y + words.height - 4, { steps: 4 });
  await page.mouse.up();
  assert.equal(await page.evaluate(() => String(getSelection())), lines.join(" "));
  await waitForFrames(page);
  assert.equal(new URL(page.url()).searchParams.get("defi"), null);

  await page.mouse.click(...at);
  await page.getByRole("complementary", { name: "Gobelins" }).waitFor();
  await close();
});

test("arrows walk the cards and the timeline, the focus is the DOM's own and in view; a slash leads to the search field", async () => {
  const { page, close } = await openVisit();
  const focused = () =>
    page.evaluate(() => {
      const element = document.querySelector("challenge-explorer")?.shadowRoot?.activeElement;
      const rect = element?.getBoundingClientRect();
      const isInView = rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight;
      return { name: element?.getAttribute("aria-label") ?? element?.textContent, isInView };
    });
  /** @param {string} key @param {string} name */
  const press = async (key, name) => {
    await page.keyboard.press(key);
    await page.waitForFunction(
      (wanted) => {
        const element = document.querySelector("challenge-explorer")?.shadowRoot?.activeElement;
        return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").startsWith(wanted);
      },
      name,
    );
    await waitForFrames(page);
    assert.equal((await focused()).isInView, true, name);
  };
  const cards = await page.getByRole("article").getByRole("heading").allTextContents();
  await page.getByRole("link", { name: cards[0] ?? "", exact: true }).focus();
  await press("ArrowRight", cards[1] ?? "");
  await press("End", cards.at(-1) ?? "");
  await press("Home", cards[0] ?? "");
  await press("Tab", `Garder ${cards[0]}`);
  await page.getByRole("button", { name: /^Sélection des défis/ }).focus();
  await press("ArrowRight", "Appel à candidatures");
  const inTimeline = page.locator(".draggable").locator("button:not([tabindex='-1']), a:not([tabindex='-1'])");
  const stops = await inTimeline.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent ?? ""));
  assert.equal(stops.length, 2, stops.join());
  assert.match(stops[0] ?? "", /^Appel à candidatures, /);
  assert.match(stops[1] ?? "", /^13 défis · /);
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.querySelector("challenge-explorer")?.shadowRoot?.activeElement?.tagName === "INPUT");
  await page.keyboard.type("a/b");
  assert.equal(await page.getByRole("searchbox").inputValue(), "a/b");
  await close();
});
