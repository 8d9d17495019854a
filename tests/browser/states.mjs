// The states of the visit that tests look at one by one, and how to come to each on one page, without loading it again.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { now } from "./browser.mjs";
import { waitUntilReady } from "./engines.mjs";
import { waitForFrames } from "./picture.mjs";

/** @typedef {"fr" | "en"} Language */
/** @typedef {"desktop" | "phone"} ScreenName */
/** @typedef {"overview" | "skills and a word" | "challenge" | "milestone" | "agenda" | "shortlist" | "comparison" | "nothing" | "filters"} StateName */

/**
 * @typedef {object} State
 * @property {StateName} name
 * @property {string} query what the address says of it, beside the language and the day
 * @property {ScreenName[]} [screens] all by default
 * @property {Record<Language, string>} heading one that stands there only in this state
 */

/** @type {Record<ScreenName, {width: number, height: number}>} CSS px */
export const screens = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** @type {State[]} */
const states = [
  { name: "overview", query: "", heading: { fr: "13 défis", en: "13 challenges" } },
  {
    name: "skills and a word",
    query: "competences=developpement-web,design-interfaces&q=collections",
    heading: { fr: "1 défi", en: "1 challenge" },
  },
  { name: "challenge", query: "defi=gobelins", heading: { fr: "Gobelins", en: "Gobelins" } },
  { name: "milestone", query: "etape=auditions", screens: ["desktop"], heading: { fr: "Auditions", en: "Auditions" } },
  {
    name: "agenda", // on a phone a milestone opens in it
    query: "etape=auditions",
    screens: ["phone"],
    heading: { fr: "Auditions, du 14 au 15 novembre 2017, Dans 30 jours", en: "Auditions, 14–15 November 2017, In 30 days" },
  },
  { name: "shortlist", query: "choix=gobelins,previsecours&vue=choix", heading: { fr: "Ma sélection", en: "My selection" } },
  {
    name: "comparison",
    query: "choix=gobelins,previsecours,dataesr&vue=comparer",
    heading: { fr: "Comparer", en: "Compare" },
  },
  { name: "nothing", query: "q=zzzz", heading: { fr: "0 défi", en: "0 challenges" } },
  { name: "filters", query: "vue=filtres", screens: ["phone"], heading: { fr: "Filtrer les défis", en: "Filter the challenges" } },
];

/** @param {ScreenName} screen */
export const statesOn = (screen) => states.filter((state) => state.screens?.includes(screen) ?? true);

/** @param {State} state @param {Language} [language] @returns {string} the address's query, without "?" */
export const queryOf = ({ query }, language = "fr") =>
  [query, language === "fr" ? "" : `lang=${language}`, now].filter((part) => part !== "").join("&");

export const stateNames = states.map(({ name }) => name);

/** @param {StateName} name @returns {string} its address, from "?" on */
export const addressOf = (name) => `?${queryOf(/** @type {State} */ (states.find((state) => state.name === name)))}`;

/**
 * Loads the site in a state, and waits until it stands.
 * @param {import("./engines.mjs").Page} page
 * @param {string} address of the site
 * @param {StateName} [name]
 */
export async function load(page, address, name = "overview") {
  await page.goto(address + addressOf(name));
  await waitUntilReady(page);
  await waitForFrames(page);
}

/**
 * Comes to a state without loading, and to the top of the page.
 * @param {import("./picture.mjs").Page} page
 * @param {StateName} name
 */
export async function show(page, name) {
  await page.evaluate(goWithoutLoading, addressOf(name).slice(1));
  await waitForFrames(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await waitForFrames(page);
}

/**
 * Runs in the page: goes to an address as Back and Forward do.
 * @param {string} query
 */
export function goWithoutLoading(query) {
  history.replaceState(null, "", `?${query}`);
  dispatchEvent(new PopStateEvent("popstate", { state: null }));
}

const program = fileURLToPath(new URL("../../build/native/src/platform/native/challenge_explorer", import.meta.url));

/**
 * The tree of meaning of that address as the program itself tells it, in the form of an ARIA snapshot. As on the site, the
 * selection may be kept.
 * @param {string} query
 * @param {{width: number, height: number}} screen
 */
export async function dumpTree(query, { width, height }) {
  const { stdout } = await promisify(execFile)(program, ["--dump", "--remember", "--language", "fr", "--query", query, "--size", `${width}x${height}`]);
  return stdout;
}
