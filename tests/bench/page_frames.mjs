// What a frame costs the page's main thread while one scrolls, drags the calendar or zooms it, from the browser's own trace. It is processor
// time: neither waiting for the GPU process nor other programs count.

/**
 * @typedef {object} TraceEvent https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts microseconds
 * @property {number} [dur]
 * @property {number} [tdur] the thread's processor time
 */

/** @typedef {{all: number, own: number}} FrameCost milliseconds: of all tasks since the frame before; of the page's callback, which draws the frame */

const task = "ThreadControllerImpl::RunTask";
const callback = "FireAnimationFrame";

/** @param {TraceEvent[]} events @returns {FrameCost[]} of the thread with the most frames */
function readFrames(events) {
  const threadOf = (/** @type {TraceEvent} */ { pid, tid }) => `${pid} ${tid}`;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const event of events) {
    if (event.name === callback) counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  }
  const [main] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  const own = events.filter((event) => event.ph === "X" && threadOf(event) === main);
  const callbacks = own.filter(({ name }) => name === callback).sort((one, other) => one.ts - other.ts);
  /** @type {FrameCost[]} */
  const frames = [];
  let all = 0;
  let next = 0;
  for (const { ts, dur = 0, tdur = 0 } of own.filter(({ name }) => name === task).sort((one, other) => one.ts - other.ts)) {
    all += tdur / 1000;
    let part = 0;
    for (; next < callbacks.length && /** @type {TraceEvent} */ (callbacks[next]).ts < ts + dur; ++next) part += (callbacks[next]?.tdur ?? 0) / 1000;
    if (part === 0) continue;
    frames.push({ all, own: part });
    all = 0;
  }
  return frames.slice(1); // before the first one is what was done before
}

/**
 * @param {import("playwright-core").Browser} browser Chromium
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<void>} act
 */
async function traceFrames(browser, page, act) {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await act();
  return readFrames(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
}

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;

const steps = 120; // of each gesture; before they are measured there are half as many, for the browser to compile what is often called
const betweenSteps = 25; // milliseconds: about a frame of a machine without a graphics card

/**
 * The calendar is zoomed in and has no window that is too small for it.
 * @param {import("playwright-core").Browser} browser Chromium
 * @param {import("playwright-core").Page} page
 */
export async function measureFrames(browser, page) {
  const box = await page.getByRole("region", { name: "Calendrier" }).boundingBox();
  if (box === null) throw new Error("The calendar has no place on the page.");
  const y = box.y + 60;
  let x = box.x + box.width * 0.6;
  const isThere = (/** @type {number} */ step, /** @type {number} */ length) => step % length < length / 2; // and then back again
  const gestures = {
    scroll: {
      begin: () => page.mouse.move(box.x + box.width / 2, box.y + 400),
      step: (/** @type {number} */ step) => page.mouse.wheel(0, isThere(step, 60) ? 40 : -40),
      end: () => page.evaluate(() => scrollTo(0, 0)),
    },
    drag: {
      begin: async () => {
        await page.mouse.move(x, y);
        await page.mouse.down();
      },
      step: (/** @type {number} */ step) => page.mouse.move((x += isThere(step, 40) ? -8 : 8), y),
      end: () => page.mouse.up(),
    },
    zoom: {
      begin: () => page.keyboard.down("Control"),
      step: (/** @type {number} */ step) => page.mouse.wheel(0, isThere(step, 20) ? -30 : 30),
      end: () => page.keyboard.up("Control"),
    },
  };
  const figures = [];
  for (const [name, { begin, step, end }] of Object.entries(gestures)) {
    const go = async (/** @type {number} */ count) => {
      for (let at = 0; at < count; ++at) {
        await step(at);
        await page.waitForTimeout(betweenSteps);
      }
    };
    await begin();
    await go(steps / 2);
    const frames = await traceFrames(browser, page, () => go(steps));
    await end();
    await page.waitForTimeout(1000); // what runs on
    const [all, own] = [frames.map((frame) => frame.all), frames.map((frame) => frame.own)];
    figures.push(
      { name: `frame of a ${name}: main thread, median`, value: quantile(all, 0.5), unit: "ms" },
      { name: `frame of a ${name}: main thread, 95 %`, value: quantile(all, 0.95), unit: "ms" },
      { name: `frame of a ${name}: the program’s part, median`, value: quantile(own, 0.5), unit: "ms" },
      { name: `frame of a ${name}: the program’s part, 95 %`, value: quantile(own, 0.95), unit: "ms" },
    );
  }
  return figures;
}
