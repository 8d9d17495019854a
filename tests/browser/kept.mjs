// Browsers that outlast a file of tests. A browser takes seconds to start: group.mjs runs several files in one process, which
// use the same ones, one file after the other. A file that runs alone starts and closes its own.

import { after } from "node:test";

/** @typedef {{close: () => Promise<void>}} Closable */

/** Those that are kept, by name; nothing where none is. @type {Map<string, Promise<Closable>> | undefined} */
let kept;

/** From now on browsers are kept until the last test of this process. To be called outside of any describe(). */
export function keepBrowsers() {
  kept = new Map();
  after(async () => {
    for (const starting of kept?.values() ?? []) await (await starting).close();
  });
}

/**
 * A browser that is kept, or one of the caller's own.
 * @template {Closable} Browser
 * @param {string} name of its kind
 * @param {() => Promise<Browser>} start
 * @returns {Promise<{browser: Browser, giveBack: () => Promise<void>}>} giveBack() closes one of the caller's own. What was opened
 *   in one that is kept is for the caller to close
 */
export async function borrowBrowser(name, start) {
  const starting = /** @type {Promise<Browser> | undefined} */ (kept?.get(name)) ?? start();
  kept?.set(name, starting);
  const browser = await starting;
  return { browser, giveBack: async () => void (kept === undefined && (await browser.close())) };
}
