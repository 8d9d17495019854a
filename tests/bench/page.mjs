// The page in Chromium, at three lengths of the list, with WebGL and without it: how long until it is interactive, what a
// click on a skill, a letter in the search field and a drag of the calendar cost, its memory, and what runs while nothing happens.
//
//   node tests/bench/page.mjs [--json] [--write] [--sizes 13,1000,10000] [--build FOLDER] [--site FOLDER]
//
//   --json          prints Google Benchmark's JSON, and the table to the standard error
//   --write         puts the table into docs/performance.md
//   --sizes A,B     challenges of the synthetic programmes
//   --build FOLDER  a native build with CE_BENCH=ON, whose write_synthetic makes them; build/bench by default
//   --site FOLDER   the built site; build/web/site by default
//
// docs/performance.md says what each figure is. Only figures of one run on one machine can be compared.

import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { launch, now } from "../browser/browser.mjs";
import { serve } from "../../scripts/serve.mjs";
import { measureFrames } from "./page_frames.mjs";
import { installProbe, refuseWebGL } from "./page_probe.mjs";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").CDPSession} CDPSession
 * @typedef {{name: string, value: number | undefined, unit: string}} Figure undefined: there is none here
 * @typedef {{size: number, kind: Kind, figures: Figure[]}} Column
 * @typedef {"WebGL" | "without"} Kind
 */

const project = fileURLToPath(new URL("../..", import.meta.url));
const loads = 5; // of which the median counts, after one that warms the browser up
const skills = 6; // chosen and dropped again
const letters = "donnees";
const dragMilliseconds = 2000;
const millisecondsAtRest = 5000;
/** @type {Kind[]} */
const kinds = ["WebGL", "without"];
const viewport = { width: 1280, height: 800 };

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Milliseconds that the page's main thread has worked or waited for the GPU process. @param {CDPSession} session */
async function mainThreadTime(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

/** The memory of the browser's largest renderer process, bytes: its part of shared pages counted by share (PSS). @param {CDPSession} session of the browser */
async function rendererMemory(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === "renderer")
      .map(async ({ id }) => Number(/^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${id}/smaps_rollup`, "utf8"))?.[1]) * 1024),
  );
  return Math.max(...sizes);
}

/** In the page. @param {Page} page @param {string} name a member of what installProbe() puts there @param {string} [parameter] */
const ask = (page, name, parameter) =>
  page.evaluate(
    ([what, value]) => {
      const { bench } = /** @type {any} */ (window);
      return typeof bench[what ?? ""] === "function" ? bench[what ?? ""](value) : bench[what ?? ""];
    },
    [name, parameter],
  );

/**
 * What an event of that type, which `act` makes, leads to.
 * @param {Page} page
 * @param {CDPSession} session
 * @param {string} type
 * @param {() => Promise<void>} act
 * @returns {Promise<import("./page_probe.mjs").Answer & {main: number, readBytes: number, reading: number}>}
 */
async function measureInput(page, session, type, act) {
  await ask(page, "arm", type);
  const counts = await ask(page, "counts");
  const before = await mainThreadTime(session);
  await act();
  const answer = await ask(page, "answer");
  const main = (await mainThreadTime(session)) - before;
  const after = await ask(page, "counts");
  return { ...answer, main, readBytes: after.readBytes - counts.readBytes, reading: after.reading - counts.reading };
}

/** @param {string} what @param {{main: number, readBytes: number, reading: number}[]} answers @returns {Figure[]} */
const costsOf = (what, answers) => [
  { name: `main thread for a ${what}`, value: mean(answers.map(({ main }) => main)), unit: "ms" },
  { name: `texts read for a ${what}`, value: mean(answers.map(({ readBytes }) => readBytes)) / 1000, unit: "KB" },
  { name: `decoding and parsing them, a ${what}`, value: mean(answers.map(({ reading }) => reading)), unit: "ms" },
];

/** Chooses the first skills of the list one after the other, each alone. @param {Page} page @param {CDPSession} session */
async function measureSkills(page, session) {
  const on = [];
  const off = [];
  for (let index = 0; index < skills; ++index) {
    const box = await page.getByRole("checkbox").nth(index).boundingBox();
    if (box === null) throw new Error("A skill has no place on the page.");
    const click = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    on.push(await measureInput(page, session, "click", click));
    off.push(await measureInput(page, session, "click", click));
  }
  const both = [...on, ...off];
  return [
    { name: "skill on or off: first changed picture", value: median(both.map(({ first }) => first)), unit: "ms" },
    { name: "skill on: all settled", value: median(on.map(({ settled }) => settled)), unit: "ms" },
    { name: "skill off: all settled", value: median(off.map(({ settled }) => settled)), unit: "ms" },
    ...costsOf("click", both),
  ];
}

/** Types a word. @param {Page} page @param {CDPSession} session */
async function measureKeys(page, session) {
  const field = page.getByRole("searchbox");
  await field.focus();
  await ask(page, "rest");
  const answers = [];
  for (const letter of letters) answers.push(await measureInput(page, session, "keydown", () => page.keyboard.press(letter)));
  await field.fill("");
  await ask(page, "rest");
  return [
    { name: "key: first changed picture", value: median(answers.map(({ first }) => first)), unit: "ms" },
    { name: "key: all settled", value: median(answers.map(({ settled }) => settled)), unit: "ms" },
    ...costsOf("key", answers),
  ];
}

/** Zooms into the calendar and drags it to and fro. @param {Page} page @param {CDPSession} session */
async function measureDrag(page, session) {
  const zoomIn = page.getByRole("button", { name: /^Zoom avant/ });
  for (let step = 0; step < 3; ++step) await zoomIn.click();
  await ask(page, "rest");
  const box = await page.getByRole("region", { name: "Calendrier" }).boundingBox();
  if (box === null) throw new Error("The calendar has no place on the page.");
  let x = box.x + box.width * 0.75;
  const y = box.y + box.height - 6;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await ask(page, "beginDrag");
  const before = await mainThreadTime(session);
  const end = Date.now() + dragMilliseconds;
  for (let step = 0; Date.now() < end; ++step) {
    x += step % 120 < 70 ? -8 : 8;
    await page.mouse.move(x, y);
  }
  const main = (await mainThreadTime(session)) - before;
  const frames = await ask(page, "endDrag");
  await page.mouse.up();
  await ask(page, "rest");
  return [{ name: "main thread for a frame of a drag", value: main / frames, unit: "ms" }];
}

/** @param {Page} page @param {CDPSession} session */
async function measureRest(page, session) {
  await page.mouse.move(5, 5);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await ask(page, "rest");
  const before = { ...(await ask(page, "counts")), main: await mainThreadTime(session) };
  await page.waitForTimeout(millisecondsAtRest);
  const after = { ...(await ask(page, "counts")), main: await mainThreadTime(session) };
  return [{ name: "at rest, in 5 s: frames and callbacks", value: after.frames - before.frames + after.callbacks - before.callbacks, unit: "" }];
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {number} size
 * @param {Kind} kind
 * @returns {Promise<Column>}
 */
async function measureColumn(browser, address, size, kind) {
  /** @type {import("playwright-core").BrowserContext | undefined} */
  let context;
  const times = [];
  /** @type {Page | undefined} */
  let page;
  for (let load = 0; load <= loads; ++load) {
    await context?.close();
    context = await browser.newContext({ viewport, locale: "fr-FR" });
    page = await context.newPage();
    await page.addInitScript(installProbe);
    if (kind === "without") await page.addInitScript(refuseWebGL);
    await page.goto(address, { waitUntil: "commit" });
    times.push(await ask(page, "interactive"));
  }
  if (context === undefined || page === undefined) throw new Error("No page was loaded.");
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await ask(page, "rest");
  const before = await ask(page, "counts");
  if (kind === "WebGL" && before.frames === 0) throw new Error("The page drew no frame that could be counted.");

  /** @type {Figure[]} */
  const figures = [{ name: "interactive", value: median(times.slice(1)), unit: "ms" }];
  figures.push(...(await measureSkills(page, session)), ...(await measureKeys(page, session)), ...(await measureDrag(page, session)));
  const after = await ask(page, "counts");
  figures.push(...(await measureFrames(browser, page)), ...(await measureRest(page, session)));
  await session.send("HeapProfiler.collectGarbage");
  const ofBrowser = await browser.newBrowserCDPSession();
  const memory = await rendererMemory(ofBrowser);
  await ofBrowser.detach();
  await context.close();
  return {
    size,
    kind,
    figures: [
      ...figures,
      { name: "renderer's memory", value: memory / 1e6, unit: "MB" },
      { name: "calls that wait for the GPU, after the first frame", value: kind === "WebGL" ? after.waits - before.waits : undefined, unit: "" },
      { name: "idle callbacks", value: after.idle, unit: "" },
      { name: "idle callbacks above 8 ms", value: after.longIdle, unit: "" },
    ],
  };
}

/** What a cold visit loads but the programme's file, brotli. @param {string} site */
async function pageBytes(site) {
  const file = path.join(project, "build", "page_size.json");
  try {
    execFileSync(process.execPath, [path.join(project, "scripts/size.mjs"), "--json", file, site], { stdio: "ignore" });
  } catch {
    // Above its limit: the figure is there all the same.
  }
  return Number(JSON.parse(await readFile(file, "utf8")).total.brotli);
}

/** @param {Figure} figure */
function inCell({ value, unit }) {
  if (value === undefined) return "–";
  const text = value >= 1000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
  return unit === "" ? text : `${text} ${unit}`;
}

/** The table of docs/performance.md. @param {Column[]} columns @param {number} bytes */
function makeTable(columns, bytes) {
  const heads = columns.map(({ size, kind }) => `${size.toLocaleString("en")}, ${kind === "WebGL" ? "WebGL" : "without"}`);
  const rows = (columns[0]?.figures ?? []).map(
    ({ name }, row) => `| ${name} | ${columns.map(({ figures }) => inCell(figures[row] ?? { name, value: undefined, unit: "" })).join(" | ")} |`,
  );
  return [
    `| | ${heads.join(" | ")} |`,
    `| --- |${" ---: |".repeat(heads.length)}`,
    ...rows,
    `| page, brotli | ${[`${bytes.toLocaleString("en")} bytes`, ...heads.slice(1).map(() => "")].join(" | ")} |`,
  ].join("\n");
}

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    sizes: { type: "string", default: "13,1000,10000" },
    build: { type: "string", default: path.join(project, "build/bench") },
    site: { type: "string", default: path.join(project, "build/web/site") },
  },
});

let file = "";
const server = await serve({
  folder: path.resolve(values.site),
  intercept: (request, response) => {
    if (request.url?.startsWith("/programme.json") !== true) return false;
    response.setHeader("Content-Type", "application/json");
    response.end(file);
    return true;
  },
});
const browser = await launch();
/** @type {Column[]} */
const columns = [];
for (const size of values.sizes.split(",").map(Number)) {
  file = execFileSync(path.join(values.build, "tests/bench/write_synthetic"), [String(size)], { maxBuffer: 1 << 28, encoding: "utf8" });
  for (const kind of kinds) columns.push(await measureColumn(browser, `${server.address}?${now}`, size, kind));
}
await browser.close();
await server.close();
const bytes = await pageBytes(path.resolve(values.site));

if (values.json) {
  const benchmarks = columns.flatMap(({ size, kind, figures }) =>
    figures.flatMap(({ name, value, unit }) => {
      if (value === undefined) return [];
      const row = { name: `page/${size}/${kind}/${name}`, run_type: "iteration", iterations: 1 };
      return [unit === "ms" ? { ...row, real_time: value, time_unit: unit } : { ...row, [unit === "" ? "count" : unit]: value }];
    }),
  );
  console.log(JSON.stringify({ context: { executable: "tests/bench/page.mjs", caches: [] }, benchmarks }, null, 1));
  console.error(makeTable(columns, bytes));
} else {
  console.log(makeTable(columns, bytes));
}
if (values.write) {
  const document = path.join(project, "docs/performance.md");
  const text = await readFile(document, "utf8");
  const place = /(<!-- page\.mjs -->\n)[^]*(\n<!-- \/page\.mjs -->)/;
  if (!place.test(text)) throw new Error("docs/performance.md has no place for the table.");
  await writeFile(document, text.replace(place, (_, before, after) => before + makeTable(columns, bytes) + after));
}
