// Puts the page together as static files, for any host to serve: build/web/site/.
//
//   node scripts/site.mjs [--programs FOLDER] [--out FOLDER]
//
// --programs is where the WebAssembly modules were built, build/web/src/platform by default.
//
// There is no bundling: each module of web/ stays a module. Every file but the pages and those that other pages name
// (stableNames) gets a name that holds a hash of its content, so that it never changes and may be kept for ever; what
// refers to it is rewritten. Compressed twins (.br, .gz) stand beside all files but programme.json: a twin left from
// before would hide another programme put in its place.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { minify } from "terser";

/**
 * @typedef {object} Folders where the site comes from and where it goes
 * @property {string} web pages, modules and styles
 * @property {string} words fr.json and en.json
 * @property {string} theme the file of colours
 * @property {string} programs the WebAssembly modules, each NAME.mjs and NAME.wasm in a folder of its own
 * @property {string} programme the file that is shown
 * @property {string} site what is made; an older one there is replaced
 */

/** Names that pages of other people refer to. */
const stableNames = new Set(["challenge-explorer.js", "programme-reader.js"]);

/** The WebAssembly modules by name, and their folders. NAME-program.mjs is what web/ calls NAME.mjs. */
const programs = [
  { name: "challenge-explorer", folder: "web" },
  { name: "programme-reader", folder: "reader" },
];

/**
 * @typedef {object} Source a file before it has its final name
 * @property {string} name by which others refer to it
 * @property {string[]} aliases other names for it in files that refer to it
 * @property {Buffer} content
 */

/** @param {string} name */
const isText = (name) => /\.(css|html|js|svg)$/.test(name);

/** @param {string} name */
const isPage = (name) => name.endsWith(".html");

/**
 * The words that web/ shows itself: those whose keys begin with "page.", by language.
 * @param {string} folder
 * @returns {Promise<Buffer>}
 */
async function makeWordsModule(folder) {
  /** @type {Record<string, Record<string, string>>} */
  const words = {};
  for (const language of ["fr", "en"]) {
    const all = JSON.parse(await readFile(path.join(folder, `${language}.json`), "utf8"));
    words[language] = Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith("page.")));
  }
  return Buffer.from(`export const words = ${JSON.stringify(words)};\n`);
}

/** @typedef {Record<string, Record<string, string | string[]>>} Theme the colours of each scheme by name */

/**
 * Puts the theme's colours where a file of web/ names them: theme(light.ink), theme(dark.accent, 35%).
 * @param {string} name
 * @param {Buffer} content
 * @param {Theme} theme
 */
function fillInColours(name, content, theme) {
  if (!isText(name)) return content;
  const uses = /\btheme\((\w+)\.(\w+)(?:, (\d+%))?\)/g;
  const text = content.toString("utf8").replace(uses, (use, /** @type {string} */ scheme, colour, opacity) => {
    const value = theme[scheme]?.[colour];
    if (typeof value !== "string") throw new Error(`${name}: the theme has no colour for ${use}.`);
    if (opacity === undefined) return value;
    const channels = [1, 3, 5].map((start) => Number.parseInt(value.slice(start, start + 2), 16));
    return `rgb(${channels.join(" ")} / ${opacity})`;
  });
  return Buffer.from(text);
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
async function shrink(name, content) {
  if (!name.endsWith(".js")) return content;
  const result = await minify(content.toString("utf8"), { module: true, compress: { passes: 2 }, ecma: 2020 });
  return Buffer.from(result.code ?? "");
}

/**
 * @param {Folders} folders
 * @returns {Promise<Source[]>}
 */
async function readSources(folders) {
  /** @type {Source[]} */
  const sources = [];
  const theme = JSON.parse(await readFile(folders.theme, "utf8"));
  for (const entry of await readdir(folders.web, { withFileTypes: true })) {
    if (!entry.isFile() || /\.(d\.m?ts|json|md)$/.test(entry.name) || entry.name === "words.js") continue;
    const content = fillInColours(entry.name, await readFile(path.join(folders.web, entry.name)), theme);
    sources.push({ name: entry.name, aliases: [], content: await shrink(entry.name, content) });
  }
  sources.push({ name: "words.js", aliases: [], content: await shrink("words.js", await makeWordsModule(folders.words)) });
  for (const program of programs) sources.push(...(await readProgram(folders.programs, program)));
  return sources;
}

/**
 * @param {string} folder
 * @param {{name: string, folder: string}} program
 * @returns {Promise<Source[]>}
 */
async function readProgram(folder, program) {
  const built = path.join(folder, program.folder, program.name);
  const module = `${program.name}-program.js`; // not every host knows .mjs as JavaScript
  const script = await shrink(module, await readFile(`${built}.mjs`));
  return [
    { name: module, aliases: [module.replace(".js", ".mjs")], content: script },
    { name: `${program.name}.wasm`, aliases: [], content: await readFile(`${built}.wasm`) },
  ];
}

/**
 * Where a text refers to the files of the site: a quoted name, with or without "./" before it.
 * @param {string} text
 * @param {Map<string, Source>} byName
 */
function* referencesIn(text, byName) {
  for (const match of text.matchAll(/(["'`(])(\.\/)?([\w-]+(?:\.[\w-]+)+)(?=["'`)])/g)) {
    const source = byName.get(match[3] ?? "");
    if (source !== undefined) yield { source, start: match.index + (match[1] ?? "").length, text: match[0].slice(1) };
  }
}

/** @param {string} name @param {Buffer} content */
function hashedName(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  return name.replace(/(\.\w+)$/, `.${hash}$1`);
}

/**
 * Gives every file its final name and content, each after those that it refers to, for its hash covers their names.
 * @param {Source[]} sources
 * @returns {Map<string, {name: string, content: Buffer, references: Set<string>}>} by the first name
 */
function nameFiles(sources) {
  const byName = new Map(sources.flatMap((source) => [source.name, ...source.aliases].map((name) => [name, source])));
  /** @type {Map<string, {name: string, content: Buffer, references: Set<string>}>} */
  const files = new Map();

  /** @param {Source} source @param {string[]} above */
  function nameFile(source, above) {
    const done = files.get(source.name);
    if (done !== undefined) return done;
    if (above.includes(source.name)) throw new Error(`These refer to each other: ${above.join(" → ")}`);
    let content = source.content;
    /** @type {Set<string>} */
    const references = new Set();
    if (isText(source.name)) {
      const text = content.toString("utf8");
      let rewritten = "";
      let end = 0;
      for (const reference of referencesIn(text, byName)) {
        if (reference.source === source) continue;
        references.add(reference.source.name);
        const { name } = nameFile(reference.source, [...above, source.name]);
        const prefix = reference.text.startsWith("./") ? "./" : "";
        rewritten += text.slice(end, reference.start) + prefix + name;
        end = reference.start + reference.text.length;
      }
      content = Buffer.from(rewritten + text.slice(end));
    }
    const isStable = isPage(source.name) || stableNames.has(source.name);
    const file = { name: isStable ? source.name : hashedName(source.name, content), content, references };
    files.set(source.name, file);
    return file;
  }

  for (const source of sources) nameFile(source, []);
  return files;
}

/**
 * The page's head asks for all that its first screen needs at once, instead of each file when the one before has come.
 * @param {Map<string, {name: string, content: Buffer, references: Set<string>}>} files
 * @param {string} page
 */
function addPreloads(files, page) {
  const file = files.get(page);
  if (file === undefined) return;
  const needed = new Set(file.references);
  for (const name of needed) files.get(name)?.references.forEach((reference) => needed.add(reference));
  const links = [...needed].flatMap((name) => {
    const href = files.get(name)?.name;
    if (name.endsWith(".js")) return `<link rel="modulepreload" href="${href}">`;
    if (name.endsWith(".wasm")) {
      return `<link rel="preload" href="${href}" as="fetch" type="application/wasm" crossorigin>`;
    }
    return [];
  });
  const text = file.content.toString("utf8");
  if (!text.includes("</head>")) throw new Error(`${page} has no </head> to put the preloads before.`);
  file.content = Buffer.from(text.replace("</head>", () => `${links.join("\n")}\n</head>`));
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {Buffer} content
 */
async function writeWithTwins(folder, name, content) {
  await writeFile(path.join(folder, name), content);
  const isCompressible = isText(name) || name.endsWith(".wasm");
  if (!isCompressible) return;
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(path.join(folder, `${name}.br`), brotliCompressSync(content, { params: parameters }));
  await writeFile(path.join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
}

/** @param {Folders} folders */
export async function makeSite(folders) {
  const files = nameFiles(await readSources(folders));
  for (const name of files.keys()) if (isPage(name)) addPreloads(files, name);

  const unfinished = `${folders.site}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const { name, content } of files.values()) await writeWithTwins(unfinished, name, content);
  await writeFile(path.join(unfinished, "programme.json"), await readFile(folders.programme));
  await rm(folders.site, { recursive: true, force: true });
  await rename(unfinished, folders.site);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const inProject = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
  const { values } = parseArgs({
    options: {
      programs: { type: "string", default: inProject("build/web/src/platform") },
      out: { type: "string", default: inProject("build/web/site") },
    },
  });
  await makeSite({
    web: inProject("web"),
    words: inProject("data/words"),
    theme: inProject("data/theme.json"),
    programs: path.resolve(values.programs),
    programme: inProject("data/eig-2018.json"),
    site: path.resolve(values.out),
  });
}
