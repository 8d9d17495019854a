// Text is text, though it is painted: words are found, marked, selected and copied as on any page, in three engines.
//
// WebKit's window.find looks into no shadow tree, and its driver has no word for the find bar: there nothing is searched.
// The marks are the same as those of a selection, which all three are asked for.

import assert from "node:assert/strict";
import { test } from "node:test";

import { now, readProgramme, serve, useSite } from "./browser.mjs";
import { engineNames, useEngine, waitUntilReady } from "./engines.mjs";
import { columnProfile, readGrey, takePicture, waitForFrames } from "./picture.mjs";

/** @typedef {import("./engines.mjs").Page} Page */
/** @typedef {import("./picture.mjs").Picture} Picture */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box CSS px in the view */
/** @typedef {{words: string, size: number, box: Box, characters: Box[]}} Line one that is painted, in the view */

const server = useSite();

/** Gives the page a few words for what the tests ask again and again. */
function addHelpers() {
  const root = /** @type {ShadowRoot} */ (document.querySelector("challenge-explorer")?.shadowRoot);
  const selection = /** @type {Selection} */ (getSelection());

  /** What is selected, inside the shadow tree, into which the ranges of Firefox before 142 reach by themselves. */
  function selected() {
    if (selection.rangeCount === 0) return undefined;
    const [range] = /** @type {any} */ (selection).getComposedRanges?.({ shadowRoots: [root] }) ?? [selection.getRangeAt(0)];
    if (range === undefined) return undefined;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  }

  /** @param {DOMRect} rect @returns {Box} */
  const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });

  /** @param {Node} node @param {number} start @param {number} end */
  function boxOfPart(node, start, end) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return boxOf(range.getBoundingClientRect());
  }

  /** Whether a box can be seen: in the view, and in the regions that scroll. @param {Element} element @param {Box} box */
  function isInView(element, box) {
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowY !== "auto") continue;
      const { top, bottom } = around.getBoundingClientRect();
      if (box.top < top - 1 || box.bottom > bottom + 1) return false;
    }
    return box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1;
  }

  /** @returns {Promise<void>} after what was asked for has been drawn */
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

  Object.assign(globalThis, { mirror: { root, selection, selected, boxOf, boxOfPart, isInView, drawn } });
}

/** @param {Page} page @param {string} [query] */
async function openVisit(page, query = now) {
  await page.goto(`${server.address}?${query}`);
  await waitUntilReady(page);
  await page.evaluate(addHelpers);
}

/** Nothing is selected, everything stands at its beginning, and the picture shows it. @param {Page} page */
async function beginAnew(page) {
  await page.hover({ x: 1, y: 1 });
  await page.evaluate(async () => {
    const { mirror } = /** @type {any} */ (globalThis);
    mirror.selection.removeAllRanges();
    mirror.root.activeElement?.blur();
    for (const region of mirror.root.querySelectorAll(".scrolls-y")) region.scrollTop = 0;
    scrollTo(0, 0);
    await mirror.drawn();
  });
}

/** The painted lines in the view that begin with these words. @param {Page} page @param {string[]} wanted @returns {Promise<Line[]>} */
function linesOf(page, wanted) {
  return page.evaluate((words) => {
    const { mirror } = /** @type {any} */ (globalThis);
    /** @type {HTMLElement[]} */
    const lines = [...mirror.root.querySelectorAll(".line")];
    return words.map((text) => {
      const line = lines.find((candidate) => candidate.textContent?.startsWith(text));
      const node = line?.firstChild;
      if (line === undefined || !(node instanceof Text)) throw new Error(`No line has the words “${text}”`);
      return {
        words: node.data,
        size: Number.parseFloat(getComputedStyle(line).fontSize),
        box: mirror.boxOfPart(node, 0, node.length),
        characters: [...node.data].map((_, place) => mirror.boxOfPart(node, place, place + 1)),
      };
    });
  }, wanted);
}

/** Shows the mirror's own words in the painted ones' place, or hides them again. @param {Page} page @param {boolean} shows */
async function showMirror(page, shows) {
  await page.evaluate(async (isShown) => {
    const { mirror } = /** @type {any} */ (globalThis);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".view { visibility: hidden } .mirror { color: #161616; background: #ffffff }");
    const [first] = mirror.root.adoptedStyleSheets;
    mirror.root.adoptedStyleSheets = isShown ? [first, sheet] : [first];
    await mirror.drawn();
  }, shows);
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * How far the ink of a character stands from where another picture has it.
 * @param {number[]} painted @param {number[]} mirrored profiles of the line @param {number} from column @param {number} to
 */
function distanceOf(painted, mirrored, from, to) {
  const most = 4;
  const [dark, black] = [Math.max(...painted), Math.max(...mirrored)];
  const costs = Array.from({ length: 2 * most + 1 }, (_, index) => {
    const shift = index - most;
    let cost = 0;
    for (let column = from - 2; column < to + 2; ++column) {
      cost += Math.abs((painted[column + shift] ?? 0) / dark - (mirrored[column] ?? 0) / black);
    }
    return cost + Math.abs(shift) * 1e-6;
  });
  return Math.abs(costs.indexOf(Math.min(...costs)) - most);
}

/**
 * The words' first and last columns: the widest white columns stand between words.
 * @param {number[]} profile
 * @param {number} count of words
 * @returns {[number, number][]}
 */
function wordsIn(profile, count) {
  const inked = profile.flatMap((ink, column) => (ink > 40 ? [column] : []));
  const gaps = inked.slice(1).map((column, index) => ({ index, width: column - (inked[index] ?? 0) }));
  const spaces = gaps.toSorted((one, other) => other.width - one.width).slice(0, count - 1);
  const ends = [...spaces.map(({ index }) => index).toSorted((one, other) => one - other), inked.length - 1];
  return ends.map((end, place) => [inked[place === 0 ? 0 : Number(ends[place - 1]) + 1] ?? 0, inked[end] ?? 0]);
}

/**
 * One word of a line is marked, and no more: from the first of its painted columns to the last.
 * @param {Line} line
 * @param {number} place of the word
 * @param {Picture} plain the viewport without the mark
 * @param {Picture} marked
 */
function assertMarked({ words, size, box }, place, plain, marked) {
  const area = { left: box.left - 8, right: box.right + 8, top: box.top, bottom: box.bottom };
  const [[ink], [mark]] = [readGrey(plain, [area]), readGrey(marked, [area])];
  assert.ok(ink && mark);
  const painted = wordsIn(columnProfile(ink), words.split(" ").length);
  const [first, last] = /** @type {[number, number]} */ (painted[place]);
  const columns = columnProfile(mark, ink).flatMap((difference, column) => (difference > 0 ? [column] : []));
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  const side = 0.15 * size; // of white that belongs to a letter
  const distances = [first - from, to - last];
  assert.ok(
    distances.every((distance) => distance >= -1 && distance <= side + 1),
    `“${words.split(" ")[place]}” is painted from ${first} to ${last}, marked from ${from} to ${to}`,
  );
}

/** Lines of different sizes and weights, each once on the page as it opens. */
const linesToMeasure = [
  "Entrepreneurs d’intérêt général",
  "Dix mois dans l’administration pour relever un défi numérique",
  "entrepreneurs d’intérêt général",
  "13 défis",
  "PrédiSauvetage",
  "Comprendre les accidents en mer",
  "Modélisation de données",
];

/** What one copies, without the indents that Firefox gives lists. @param {string} text */
const withoutIndents = (text) => text.replace(/\n[\n ]*/g, "\n");

for (const name of engineNames) {
  /** @type {Page} */
  let page;
  const engine = useEngine(name, async () => {
    page = await engine.open({ height: 900 });
    await openVisit(page);
  });

  // Text search of the page.
  test(`${name}: find-in-page finds every word of the page and brings it into view`, async (t) => {
    if (engine.limits.find) return t.skip(engine.limits.find);
    await beginAnew(page);
    const { count, lost } = await page.evaluate(() => {
      const { mirror } = /** @type {any} */ (globalThis);
      const plain = (/** @type {string} */ text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[–—‑−]/g, "-").toLowerCase();
      /** @type {HTMLElement[]} */
      const texts = [...mirror.root.querySelectorAll(".text")];
      const words = [...new Set(texts.flatMap((text) => (text.textContent ?? "").split(/\s+/)).filter(Boolean))];
      const isFound = (/** @type {string} */ word) => {
        mirror.selection.removeAllRanges();
        // The field's placeholder is found, too, and is no text of ours.
        for (let tries = 0; tries < 3; ++tries) {
          if (!(/** @type {any} */ (globalThis).find(word, false, false, true)) || plain(String(mirror.selection)) !== plain(word)) return false;
          if (mirror.selected()?.startContainer.parentElement?.closest(".text")) return true;
        }
        return false;
      };
      return { count: words.length, lost: words.filter((word) => !isFound(word)) };
    });
    assert.deepEqual(lost, []);
    assert.ok(count > 400, `${count} words`);
    // Each once on the page, the first below the first view, the last at its foot. (Chromium's window.find scrolls no region
    // inside the page: the links below do.)
    const hidden = await page.evaluate(async () => {
      const { mirror } = /** @type {any} */ (globalThis);
      const cards = mirror.root.querySelectorAll("article");
      if (cards.length !== 13) throw new Error(`${cards.length} cards`);
      const words = ["Hopkins", "ArchiFiltre", "dataESR", "règlement", "Bardolle"];
      const isSeen = () => {
        const range = mirror.selected();
        return scrollY > 0 && mirror.isInView(range.startContainer.parentElement, range.getBoundingClientRect());
      };
      const unseen = [];
      for (const word of words) {
        mirror.selection.removeAllRanges();
        scrollTo(0, 0);
        /** @type {any} */ (globalThis).find(word, true);
        // Firefox scrolls before its next frame.
        if (!isSeen()) await mirror.drawn();
        if (!isSeen()) unseen.push(word);
      }
      return unseen;
    });
    assert.deepEqual(hidden, []);
  });

  // Marks of what was found, though it was scrolled away: the browser's find and these links look alike.
  test(`${name}: a link to a word of the page leads to it and marks it where it is painted`, async (t) => {
    if (engine.limits.find) return t.skip(engine.limits.find);
    await beginAnew(page);
    /** @param {string} word */
    const follow = async (word) => {
      await page.evaluate((text) => {
        document.querySelector("#to-word")?.remove();
        const link = Object.assign(document.createElement("a"), { id: "to-word", href: `#:~:text=${encodeURIComponent(text)}` });
        link.textContent = "cherche";
        link.style.cssText = "position: fixed; top: 0; left: 620px";
        document.body.append(link);
      }, word);
      await page.click({ role: "link", name: "cherche" });
      await page.waitFor(async (text) => {
        const { mirror } = /** @type {any} */ (globalThis);
        /** @type {HTMLElement[]} */
        const lines = [...mirror.root.querySelectorAll(".line")];
        const line = lines.find((candidate) => candidate.textContent?.includes(text));
        await mirror.drawn();
        return line !== undefined && mirror.isInView(line, mirror.boxOf(line.getBoundingClientRect()));
      }, word);
    };
    for (const word of ["Accompagnement", "lisibles"]) { // in the filter and on a card
      await beginAnew(page);
      const { words, offset } = await page.evaluate(async (text) => {
        const { mirror } = /** @type {any} */ (globalThis);
        /** @type {HTMLElement[]} */
        const lines = [...mirror.root.querySelectorAll(".line")];
        const line = lines.find((candidate) => candidate.textContent?.includes(text));
        if (line === undefined || mirror.isInView(line, line.getBoundingClientRect())) throw new Error(`“${text}” is not scrolled away`);
        line.scrollIntoView({ block: "center" });
        await mirror.drawn();
        const offset = scrollY;
        // Firefox scrolls to parts of a pixel, says that it did not, and shows what sticks a pixel too low: so once more.
        scrollTo(0, 0);
        await mirror.drawn();
        scrollTo(0, offset);
        await mirror.drawn();
        return { words: line.textContent ?? "", offset };
      }, word);
      const [line] = await linesOf(page, [words]);
      assert.ok(line);
      const plain = await takePicture(page);
      await beginAnew(page);
      await follow(word);
      // The browser may still be on its way to the word.
      await page.waitFor(async (y) => {
        const { mirror } = /** @type {any} */ (globalThis);
        const isThere = Math.abs(scrollY - y) < 0.5;
        scrollTo(0, y);
        await mirror.drawn();
        return isThere;
      }, offset);
      assertMarked(line, words.split(" ").indexOf(word), plain, await takePicture(page));
    }
    await page.evaluate(() => document.querySelector("#to-word")?.remove());
  });

  // Text search of the page, across the breaks of its lines.
  test(`${name}: a phrase is found though a line breaks in it`, async (t) => {
    if (engine.limits.find) return t.skip(engine.limits.find);
    const { count, lost } = await page.evaluate(() => {
      const { mirror } = /** @type {any} */ (globalThis);
      /** @type {HTMLElement[]} */
      const texts = [...mirror.root.querySelectorAll(".text")];
      const phrases = texts.flatMap((text) => {
        const lines = [...text.querySelectorAll(".line")];
        return lines.slice(1).map((line, index) => {
          const before = lines[index]?.textContent?.split(" ").slice(-2).join(" ");
          const space = line.previousSibling instanceof Text ? " " : "";
          return `${before}${space}${line.textContent?.split(" ").slice(0, 2).join(" ")}`;
        });
      });
      const isFound = (/** @type {string} */ phrase) => {
        mirror.selection.removeAllRanges();
        return /** @type {any} */ (globalThis).find(phrase, false, false, true);
      };
      return { count: phrases.length, lost: phrases.filter((phrase) => !isFound(phrase)) };
    });
    assert.deepEqual(lost, []);
    assert.ok(count > 40, `${count} breaks`);
  });

  // Marks at an offset.
  test(`${name}: what is selected is marked where it is painted`, async () => {
    await beginAnew(page);
    const plain = await takePicture(page);
    const cases = /** @type {const} */ ([
      ["Entrepreneurs d’intérêt général", 1],
      ["Dix mois dans l’administration pour relever un défi numérique", 8],
      ["Comprendre les accidents en mer", 2],
    ]);
    for (const [words, place] of cases) {
      const [line] = await linesOf(page, [words]);
      assert.ok(line);
      await page.evaluate(async (text, index) => {
        const { mirror } = /** @type {any} */ (globalThis);
        /** @type {HTMLElement[]} */
        const lines = [...mirror.root.querySelectorAll(".line")];
        const node = lines.find((candidate) => candidate.textContent?.startsWith(text))?.firstChild;
        const before = text.split(" ").slice(0, index).join(" ").length;
        const start = before + 1;
        const end = start + (text.split(" ")[index]?.length ?? 0);
        mirror.selection.setBaseAndExtent(node, start, node, end);
        await mirror.drawn();
      }, words, place);
      assertMarked(line, place, plain, await takePicture(page));
    }
  });

  // Text that can be selected: the selection follows what is painted.
  test(`${name}: a selection follows the painted letters`, async (t) => {
    await beginAnew(page);
    const lines = await linesOf(page, linesToMeasure);
    const areas = lines.map(({ box: { left, right, top, bottom } }) => ({ left: left - 8, right: right + 8, top, bottom }));
    const painted = readGrey(await takePicture(page), areas);
    await showMirror(page, true);
    const mirrored = readGrey(await takePicture(page), areas);
    await showMirror(page, false);
    lines.forEach(({ words, characters, size }, index) => {
      const [there, here] = [painted[index], mirrored[index]];
      assert.ok(there && here);
      const [thereProfile, hereProfile] = [columnProfile(there), columnProfile(here)];
      assert.ok(Math.max(...thereProfile) > 0 && Math.max(...hereProfile) > 0, words);
      const errors = characters.flatMap(({ left, right }, place) =>
        words[place]?.trim() ? [distanceOf(thereProfile, hereProfile, Math.round(left - there.left), Math.round(right - there.left))] : [],
      );
      const mean = sum(errors) / errors.length;
      t.diagnostic(`${words} (${size} px): mean ${mean.toFixed(2)}, most ${Math.max(...errors)} CSS px`);
      assert.ok(mean <= 1, `${words}: ${errors}`);
    });
  });

  // Text that can be selected and copied.
  test(`${name}: a selection dragged over two cards is copied as it reads, each paragraph on a line of its own`, async () => {
    await beginAnew(page);
    const { from, to, paragraphs } = await page.evaluate(() => {
      const { mirror } = /** @type {any} */ (globalThis);
      /** @type {HTMLElement[]} */
      const cards = [...mirror.root.querySelectorAll("article")];
      const texts = cards.slice(0, 2).map((card) => [...card.querySelectorAll(".text")]);
      const start = texts[0]?.[1];
      const last = [...(cards[1]?.querySelectorAll("p .text") ?? [])].at(-1);
      if (start === undefined || last === undefined) throw new Error("There are no two cards");
      const first = start.getBoundingClientRect();
      const end = /** @type {Element} */ (last.lastElementChild);
      const { right, bottom } = mirror.boxOfPart(end.firstChild, 0, end.textContent?.length ?? 0);
      const all = texts.flat();
      const chosen = all.slice(all.indexOf(start), all.indexOf(last) + 1);
      return {
        from: { x: Math.ceil(first.left), y: Math.round(first.top + 6) },
        to: { x: Math.floor(right), y: Math.round(bottom - 6) },
        paragraphs: chosen.map((text) => text.textContent),
      };
    });
    assert.ok(paragraphs.length >= 6);
    await page.drag(from, to, { steps: 12 });
    await page.evaluate(() => /** @type {any} */ (globalThis).mirror.drawn());
    await page.evaluate(() => {
      const paper = document.createElement("textarea");
      paper.style.cssText = "position: fixed; inset: 0 auto auto 0";
      document.body.append(paper);
      addEventListener("copy", (event) => (paper.dataset["prevented"] = String(event.defaultPrevented)), { once: true });
    });
    await page.press("Control+c");
    await page.evaluate(() => document.querySelector("textarea")?.focus());
    await page.press("Control+v");
    const { text, prevented } = await page.waitFor(() => {
      const paper = document.querySelector("textarea");
      return paper?.value ? { text: paper.value, prevented: paper.dataset["prevented"] } : undefined;
    });
    await page.evaluate(() => document.querySelector("textarea")?.remove());
    assert.equal(withoutIndents(text), paragraphs.join("\n"));
    assert.equal(prevented, "false");
    assert.equal(await page.evaluate("location.search"), `?${now}`, "and no card was opened");
  });

  // Text that can be selected and copied: words beside each other are not one word.
  test(`${name}: words that stand beside each other are copied with a space between`, async () => {
    await beginAnew(page);
    const text = await page.evaluate(() => {
      const { mirror } = /** @type {any} */ (globalThis);
      mirror.selection.selectAllChildren(mirror.root.querySelector("header"));
      return String(mirror.selection);
    });
    assert.match(text, /Entrepreneurs d’intérêt général, promotion 2\n/);
    assert.match(text, /27 entrepreneurs d’intérêt général\n/);
  });

  test(`${name}: what is broken after a hyphen, or between two characters of Japanese, is found and copied whole`, async () => {
    const tagline = "Eine Open-Data-Übersicht für Stadt-, Landkreis- und Gemeindeverwaltungs-Mitarbeiterinnen";
    const json = (await readProgramme("tests/data/programmes/good/german-japanese.json")).replace(/"tagline": \{"de": "Ein Jahr[^"]*"/, `"tagline": {"de": "${tagline}"`);
    assert.ok(json.includes(tagline));
    const other = await serve({
      intercept: (request, response) => request.url?.startsWith("/programme.json") === true && response.end(json) !== undefined,
    });
    await page.resize(320, 900);
    for (const [language, words] of [["de", tagline], ["ja", "このプログラムは二つの国の専門家を結びつけます。"]]) {
      await page.goto(`${other.address}?${now}&lang=${language}`);
      await waitUntilReady(page);
      await page.evaluate(addHelpers);
      const { copied, isFound, breaks } = await page.evaluate((wanted) => {
        const { mirror } = /** @type {any} */ (globalThis);
        const text = [...mirror.root.querySelectorAll(".text")].find((one) => one.textContent === wanted);
        if (text === undefined) throw new Error(`${wanted} is not there`);
        mirror.selection.selectAllChildren(text);
        const copied = String(mirror.selection);
        mirror.selection.removeAllRanges();
        return { copied, isFound: /** @type {any} */ (globalThis).find(wanted, false, false, true), breaks: text.querySelectorAll("wbr").length };
      }, words);
      assert.ok(breaks > 0, `${language}: no break without a space`);
      assert.equal(copied, words);
      if (!engine.limits.find) assert.ok(isFound, words);
    }
    await page.resize(1280, 900);
    await openVisit(page);
    await other.close();
  });

  test(`${name}: what there is no room for is cut on the canvas alone: it is read, found and copied whole`, async () => {
    // Labels of buttons in a row, in a column of a host page that is narrower than any phone.
    await openVisit(page, `defi=gobelins&${now}`);
    const setWidth = (/** @type {string} */ width) =>
      page.evaluate((value) => void (/** @type {any} */ (document.querySelector("challenge-explorer")).style.width = value), width);
    await setWidth("220px");
    await page.waitFor(() => /** @type {any} */ (globalThis).mirror.root.querySelector(".cut") !== null);
    await waitForFrames(page);
    const cut = await page.evaluate(() => {
      const { mirror } = /** @type {any} */ (globalThis);
      /** @type {HTMLElement[]} */
      const texts = [...mirror.root.querySelectorAll(".cut")];
      return texts.map((text) => {
        const words = text.textContent ?? "";
        const range = document.createRange();
        range.selectNodeContents(text);
        const isWider = range.getBoundingClientRect().width > text.getBoundingClientRect().width;
        mirror.selection.selectAllChildren(text);
        const copied = String(mirror.selection);
        mirror.selection.removeAllRanges();
        const isFound = /** @type {any} */ (globalThis).find(words, false, false, true);
        return { words, isWider, copied, isFound };
      });
    });
    assert.ok(cut.length > 0);
    for (const { words, isWider, copied, isFound } of cut) {
      const plain = (/** @type {string} */ text) => text.replaceAll("\u00A0", " "); // as Firefox copies it
      assert.deepEqual([words.includes("…"), isWider, plain(copied)], [false, true, plain(words)]);
      if (!engine.limits.find) assert.equal(isFound, true, words);
    }
    await setWidth("");
    await openVisit(page);
  });

  // A selection that jumps over gaps, up to the whole document.
  test(`${name}: dragged through the gap between two cards, a selection goes no farther than the pointer`, async () => {
    await beginAnew(page);
    const { start, gap } = await page.evaluate(() => {
      const { mirror } = /** @type {any} */ (globalThis);
      const [one, other] = mirror.root.querySelectorAll("article");
      const title = mirror.root.querySelector("main h2 .text").getBoundingClientRect();
      const [left, right] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      return {
        start: { x: Math.ceil(title.left) + 1, y: Math.round(title.top + title.height / 2) },
        gap: { x: Math.round((left.right + right.left) / 2), top: Math.round(left.top), bottom: Math.round(left.bottom) },
      };
    });
    // The words that are selected though they stand neither in the heading nor in the first two cards.
    const look = () => page.evaluate(async () => {
      const { mirror } = /** @type {any} */ (globalThis);
      await mirror.drawn();
      const range = mirror.selected();
      /** @type {HTMLElement[]} */
      const texts = [...mirror.root.querySelectorAll(".text")];
      const chosen = range === undefined || range.collapsed ? [] : texts.filter((text) => range.intersectsNode(text));
      const [one, other] = mirror.root.querySelectorAll("article");
      const isNear = (/** @type {HTMLElement} */ text) =>
        one.contains(text) || other.contains(text) || (text.closest("section[aria-label=Défis]") !== null && text.closest("article") === null);
      return { count: chosen.length, beyond: chosen.filter((text) => !isNear(text)).map((text) => text.textContent) };
    });
    await page.hover(start);
    await page.pressMouse();
    const rows = [gap.top - 8, gap.top + 40, gap.top + 150, gap.bottom - 20, gap.bottom + 8, gap.top + 150, gap.top - 8];
    const counts = [];
    for (const y of rows) {
      await page.hover({ x: gap.x, y });
      const { count, beyond } = await look();
      assert.deepEqual(beyond, [], `at ${gap.x}, ${y}`);
      counts.push(count);
    }
    await page.releaseMouse();
    const { count, beyond } = await look();
    assert.deepEqual(beyond, []);
    assert.equal(count, counts.at(-1), "released, it stays");
    assert.ok(counts.every((number) => number > 0), `${counts}`);

    // Begun in a gap, it begins at the first words that the pointer comes to.
    await beginAnew(page);
    await page.hover({ x: gap.x, y: gap.top + 130 });
    await page.pressMouse();
    await page.hover({ x: gap.x, y: gap.top + 160 });
    assert.equal((await look()).count, 0);
    const word = await page.find({ role: "paragraph", name: "", within: { role: "article" } });
    await page.hover({ x: Math.round(word.x + 20), y: Math.round(word.y + word.height / 2) });
    const last = await look();
    await page.releaseMouse();
    assert.deepEqual(last.beyond, []);
    assert.ok(last.count >= 1 && last.count <= 3, `${last.count}`);
  });

  // Fragments that split words for a screen reader; words that cannot be selected or are hidden from it.
  test(`${name}: every paragraph is one element with all its words, selectable and read aloud`, async () => {
    const programme = JSON.parse(await readProgramme("data/eig-2018.json"));
    await openVisit(page, `${now}&defi=gobelins`);
    const { texts, unselectable, hidden, parts } = await page.evaluate(() => {
      const { mirror } = /** @type {any} */ (globalThis);
      /** @type {HTMLElement[]} */
      const elements = [...mirror.root.querySelectorAll(".text")];
      const style = (/** @type {Element} */ element) => getComputedStyle(element);
      /** @param {HTMLElement} element */
      const isInName = (element) => {
        const control = element.closest("label")?.control ?? element.closest("button");
        return control?.getAttribute("aria-label")?.toLowerCase().includes((element.textContent ?? "").toLowerCase()) ?? false;
      };
      return {
        texts: elements.map((element) => element.textContent),
        unselectable: [...mirror.root.querySelectorAll(".mirror *")]
          .filter((element) => [style(element).userSelect, style(element).webkitUserSelect].includes("none"))
          .map((element) => element.outerHTML.slice(0, 80)),
        // The timeline's scale and rows say in the margin what each milestone's own words say; a figure, what its neighbour
        // does; the words of a box and those, in capitals, of a group's heading, what its name does.
        hidden: elements
          .filter((element) => !isInName(element))
          .filter((element) => element.closest("[aria-hidden]") && !element.closest("section[aria-label=Calendrier]") && /\p{L}/u.test(element.textContent ?? ""))
          .map((element) => element.textContent),
        parts: [...mirror.root.querySelectorAll("p, h1, h2, h3, h4")].filter((block) => style(block).display === "inline")
          .map((block) => block.outerHTML.slice(0, 80)),
      };
    });
    const { challenges, summary } = programme;
    const open = challenges.find((/** @type {{id: string}} */ challenge) => challenge.id === "gobelins");
    /** @type {string[]} */
    const paragraphs = [...summary, ...open.description, ...challenges.map((/** @type {any} */ challenge) => challenge.tagline)]
      .map((text) => (typeof text === "string" ? text : text.fr));
    const plain = (/** @type {string | null} */ text) => (text ?? "").replace(/\s+/g, " ");
    const lost = paragraphs.filter((paragraph) => !texts.map(plain).includes(plain(paragraph)));
    assert.ok(paragraphs.length > 15);
    assert.deepEqual(lost, []);
    assert.deepEqual(unselectable, []);
    assert.deepEqual(hidden, []);
    assert.deepEqual(parts, []);
  });
}
