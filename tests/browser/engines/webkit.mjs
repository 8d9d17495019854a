// Debian's WebKitGTK: its MiniBrowser on a virtual display, by WebDriver. The driver serves one session, and a session is a
// browser of its own, so each page has its display, its driver and its browser.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { Builder, Button, Key, Origin } from "selenium-webdriver";

import { startChild, startDisplay, windowPlace } from "./display.mjs";
import { inPage } from "./in-page.mjs";

/** @typedef {import("./page.mjs").Tab} Tab */
/** @typedef {import("../engines.mjs").Settings} Settings */

const mostMilliseconds = 20_000;

/** MiniBrowser's bar as narrow as it can be, for a window may not be narrower. */
const barStyle = "* { min-width: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }";

/** @type {import("../engines.mjs").Limits} */
export const limits = {
  buttons: "WebKitWebDriver releases the left button whichever was pressed, so that a middle or right click is a left one",
  modifiedClicks: "WebKitWebDriver's mouse knows nothing of the keys that are held",
  newTabs: "WebKitWebDriver sees no tab but its own",
  complaints: "WebDriver has no word for the console, and WebKitGTK writes it nowhere for a session under automation",
  language: "MiniBrowser takes it from the C library's locales, of which Debian installs none",
  forcedColors: "WebKit has no such setting",
  leastFontSize: "WebKitWebDriver starts MiniBrowser without a setting for it",
  zoom: "MiniBrowser's keys and menus cannot be reached by WebDriver",
  undo: "WebKitGTK leaves undoing to its browser's menus, and MiniBrowser has no key for it",
  find: "WebKit's window.find looks into no shadow tree, and WebKitWebDriver has no word for the find bar",
};

/** @type {Record<string, string>} */
const codeOfKey = {
  Alt: Key.ALT, ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE, Control: Key.CONTROL, Delete: Key.DELETE, End: Key.END, Enter: Key.ENTER, Escape: Key.ESCAPE,
  F3: Key.F3, F5: Key.F5, F6: Key.F6, F11: Key.F11, Home: Key.HOME, Meta: Key.META, PageDown: Key.PAGE_DOWN, PageUp: Key.PAGE_UP,
  Shift: Key.SHIFT, Tab: Key.TAB,
};
const codeOfButton = { left: Button.LEFT, middle: Button.MIDDLE, right: Button.RIGHT };

/** @param {string} key */
function keyCode(key) {
  const code = codeOfKey[key] ?? key;
  if ([...code].length !== 1) throw new Error(`No code is known for the key ${key}`);
  return code;
}

/** @implements {Tab} */
class WebKitTab {
  /** @param {import("selenium-webdriver").WebDriver} driver @param {() => Promise<void>} end */
  constructor(driver, end) {
    this.#driver = driver;
    this.#end = end;
  }

  /** Always empty: see limits. @type {string[]} */
  complaints = [];
  #driver;
  #end;
  #isClosed = false;
  #mouse = { x: 0, y: 0 };
  #wheel = { x: 0, y: 0 };

  /** @param {string} url */
  goto(url) {
    return this.#driver.get(url);
  }

  reload() {
    return this.#driver.navigate().refresh();
  }

  back() {
    return this.#driver.navigate().back();
  }

  forward() {
    return this.#driver.navigate().forward();
  }

  url() {
    return this.#driver.getCurrentUrl();
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    return setViewport(this.#driver, { width, height });
  }

  /** @returns {Promise<never>} */
  async zoom() {
    throw new Error(limits.zoom);
  }

  /** @param {string} source @returns {Promise<string>} */
  evaluate(source) {
    return this.#driver.executeAsyncScript(`const done = arguments[0]; (${source}).then(done);`);
  }

  /** @returns {import("selenium-webdriver").Actions} without the pauses that keep the devices in step */
  get #actions() {
    return this.#driver.actions({ async: true });
  }

  /** @param {number} x @param {number} y */
  async moveMouse(x, y) {
    this.#mouse = { x: Math.round(x), y: Math.round(y) };
    await this.#actions.move({ ...this.#mouse, origin: Origin.VIEWPORT, duration: 0 }).perform();
  }

  /** @param {import("./page.mjs").MouseButton} button @param {number} clicks */
  click(button, clicks) {
    const actions = this.#actions;
    for (let click = 0; click < clicks; ++click) actions.press(codeOfButton[button]).release(codeOfButton[button]);
    return actions.perform();
  }

  pressMouse() {
    return this.#actions.press().perform();
  }

  releaseMouse() {
    return this.#actions.release().perform();
  }

  /** The driver turns it by how far the distance is from the last one. @param {number} dx @param {number} dy */
  turnWheel(dx, dy) {
    this.#wheel = { x: this.#wheel.x + dx, y: this.#wheel.y + dy };
    const actions = /** @type {any} */ (this.#actions); // its types know no wheel
    return actions.scroll(this.#mouse.x, this.#mouse.y, this.#wheel.x, this.#wheel.y, Origin.VIEWPORT, 0).perform();
  }

  /** @param {string} key */
  pressKey(key) {
    return this.#actions.keyDown(keyCode(key)).perform();
  }

  /** @param {string} key */
  releaseKey(key) {
    return this.#actions.keyUp(keyCode(key)).perform();
  }

  /** @param {string} text */
  type(text) {
    return this.#actions.sendKeys(text).perform();
  }

  async screenshot() {
    return Buffer.from(await this.#driver.takeScreenshot(), "base64");
  }

  /** WebDriver tells the role and the name of one element, so this is a list: all that have a role, under one root. */
  async accessibilityTree() {
    /** @type {import("selenium-webdriver").WebElement[]} */
    const elements = await this.#driver.executeScript(`return (${inPage})().withRole();`);
    const children = [];
    for (const element of elements) {
      children.push({ role: await element.getAriaRole(), name: await element.getAccessibleName(), children: [] });
    }
    return { role: "document", name: await this.#driver.getTitle(), children };
  }

  /** @returns {Promise<never>} */
  async newTab() {
    throw new Error(limits.newTabs);
  }

  async close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      await this.#driver.quit();
    } finally {
      await this.#end();
    }
  }
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} address */
async function waitUntilListening(address) {
  const end = performance.now() + mostMilliseconds;
  for (;;) {
    const isReady = await fetch(`${address}/status`).then((response) => response.ok, () => false);
    if (isReady) return;
    if (performance.now() > end) throw new Error("WebKitWebDriver does not start");
    await pause(20);
  }
}

/** The window has bars above the page. @param {import("selenium-webdriver").WebDriver} driver @param {Pick<Settings, "width" | "height">} size */
async function setViewport(driver, { width, height }) {
  const window = driver.manage().window();
  await window.setRect({ ...windowPlace, width, height });
  /** @returns {Promise<[number, number]>} */
  const measure = () => driver.executeScript("return [innerWidth, innerHeight]");
  let [innerWidth, innerHeight] = await measure();
  // The page hears of it a little later.
  for (let looks = 0; (innerWidth > width || innerHeight > height) && looks < 100; ++looks) {
    await pause(20);
    [innerWidth, innerHeight] = await measure();
  }
  await window.setRect({ ...windowPlace, width: 2 * width - innerWidth, height: 2 * height - innerHeight });
}

/**
 * What GTK, and so WebKitGTK, reads of the visitor's settings: a folder for XDG_CONFIG_HOME.
 * @param {Settings} settings
 */
async function writeConfiguration({ reducedMotion }) {
  const folder = await mkdtemp(path.join(tmpdir(), "webkit-"));
  await mkdir(path.join(folder, "gtk-3.0"));
  await writeFile(path.join(folder, "gtk-3.0", "settings.ini"), `[Settings]\ngtk-enable-animations=${!reducedMotion}\n`);
  await writeFile(path.join(folder, "gtk-3.0", "gtk.css"), barStyle);
  return folder;
}

/** @param {Settings} settings */
async function startTab(settings) {
  const [display, port, configuration] = await Promise.all([startDisplay(), freePort(), writeConfiguration(settings)]);
  // Without a word on the browser in the capabilities the driver starts the MiniBrowser that it came with.
  const driverProcess = startChild("WebKitWebDriver", ["-p", String(port)], {
    env: {
      ...process.env,
      DISPLAY: display.name,
      XDG_CONFIG_HOME: configuration,
      GTK_THEME: settings.colorScheme === "dark" ? "Adwaita:dark" : "Adwaita", // MiniBrowser overrides the file's
    },
    stdio: "ignore",
  });
  const end = async () => {
    await driverProcess.close();
    await display.close();
    await rm(configuration, { recursive: true, force: true });
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await Promise.race([waitUntilListening(address), driverProcess.failed]);
    const driver = await new Builder().usingServer(address).withCapabilities({ browserName: "MiniBrowser" }).build();
    await setViewport(driver, settings);
    return new WebKitTab(driver, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/** @returns {Promise<import("../engines.mjs").Browser>} */
export async function launchWebKit() {
  /** @type {Set<WebKitTab>} */
  const tabs = new Set();
  return {
    async open(settings) {
      const tab = await startTab(settings);
      tabs.add(tab);
      return tab;
    },
    close: async () => {
      await Promise.all([...tabs].map((tab) => tab.close()));
    },
  };
}
