// A virtual X display, for the browsers that draw with WebGL in a window alone.

import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const screenWidth = 3840;
const screenHeight = 2400;

/**
 * The window's place. Without a window manager the window under the pointer has the keyboard, and the pointer rests in the
 * screen's middle: there the window's bar is, not the page, where it would hover over something.
 */
export const windowPlace = { x: screenWidth / 2 - 16, y: screenHeight / 2 - 16 };

const mostMilliseconds = 20_000;

/**
 * Starts a program that ends with this process, however that ends.
 * @param {string} command
 * @param {string[]} parameters
 * @param {import("node:child_process").SpawnOptions} options
 */
export function startChild(command, parameters, options) {
  const child = spawn("setpriv", ["--pdeathsig", "TERM", command, ...parameters], options);
  const failed = new Promise((_, reject) => {
    child.once("error", reject);
    child.once("exit", (status, signal) => reject(new Error(`${command} ended (${signal ?? status})`)));
  });
  failed.catch(() => {});
  return {
    child,
    /** Rejected once the program has ended. @type {Promise<never>} */
    failed: /** @type {Promise<never>} */ (failed),
    close: async () => {
      child.kill();
      await failed.catch(() => {});
    },
  };
}

/** @typedef {{name: string, close: () => Promise<void>}} Display */

/**
 * Its number is the first free one, so several stand side by side. What draws on it ends with it.
 * @returns {Promise<Display>} its name as DISPLAY takes it
 */
export async function startDisplay() {
  const { child, failed, close } = startChild(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${screenWidth}x${screenHeight}x24`, "-nolisten", "tcp", "-noreset"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const numbers = /** @type {import("node:stream").Readable} */ (child.stdio[3]);
  const number = new Promise((resolve) => numbers.once("data", (bytes) => resolve(String(bytes).trim())));
  return { name: `:${await Promise.race([number, failed, patience("Xvfb does not start")])}`, close };
}

/**
 * Presses keys as a visitor's keyboard does. Without a window manager no window has the keyboard until it is given to it.
 * @param {string} display its name
 * @param {string} windowClass of the window that is to have it
 * @param {string} keys as xdotool names them: "ctrl+plus"
 */
export async function pressOnDisplay(display, windowClass, keys) {
  const parameters = ["search", "--onlyvisible", "--class", windowClass, "windowfocus", "key", keys];
  await promisify(execFile)("xdotool", parameters, { env: { ...process.env, DISPLAY: display } });
}

/**
 * Rejected after a while; it keeps no process alive.
 * @param {string} message
 * @returns {Promise<never>}
 */
function patience(message) {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(message)), mostMilliseconds).unref());
}
