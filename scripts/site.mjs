// Puts the page together as static files, for any host to serve: build/web/site/.
//
//   node scripts/site.mjs [--programs FOLDER] [--out FOLDER]
//
// --programs is where the WebAssembly modules were built, build/web/src/platform by default.
//
// The modules that pages name (entries) are one file each, with all modules that they import: one request, and nothing
// that is only asked for when another file has come. Every other file but the pages gets a name that holds a hash of its
// content, so that it never changes and may be kept for ever; what refers to it is rewritten. Compressed twins (.br, .gz)
// stand beside all files but programme.json: a twin left from before would hide another programme put in its place.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { build, transform } from "esbuild";
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

/** Modules that pages of other people refer to, whose names stay. */
const entries = ["challenge-explorer.js", "programme-reader.js"];

/** Modules that an entry loads only where they are needed, and whose names hold a hash. */
const parts = ["challenge-explorer-debug.js"];

/** The WebAssembly modules by name, and their folders. web/ imports NAME.mjs, which Emscripten makes, as NAME-program.mjs. */
const programs = [
  { name: "challenge-explorer", folder: "web" },
  { name: "challenge-explorer-debug", folder: "web" },
  { name: "programme-reader", folder: "reader" },
];

/**
 * @typedef {object} Source a file before it has its final name
 * @property {string} name by which others refer to it
 * @property {Buffer} content
 */

/** @param {string} name */
const isText = (name) => /\.(css|html|js|svg)$/.test(name);

/** @param {string} name */
const isPage = (name) => name.endsWith(".html");

/**
 * The words that web/ shows itself: those whose keys begin with "page.", by language.
 * @param {string} folder
 * @returns {Promise<string>}
 */
async function makeWordsModule(folder) {
  /** @type {Record<string, Record<string, string>>} */
  const words = {};
  for (const language of ["fr", "en"]) {
    const all = JSON.parse(await readFile(path.join(folder, `${language}.json`), "utf8"));
    words[language] = Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith("page.")));
  }
  return `export const words = ${JSON.stringify(words)};\n`;
}

/**
 * One module instead of an entry and all that it imports. What it imports only when it is needed, by import(), stays a
 * file of its own.
 * @param {Map<string, string>} modules the text of each by its name
 * @param {string} entry
 */
async function bundle(modules, entry) {
  /** @type {import("esbuild").Plugin} */
  const fromMemory = {
    name: "modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path: name, kind }) =>
        kind === "dynamic-import" ? { path: name, external: true } : { path: name.replace(/^\.\//, ""), namespace: "web" },
      );
      onLoad({ filter: /.*/, namespace: "web" }, ({ path: name }) => {
        const contents = modules.get(name);
        return contents === undefined ? { errors: [{ text: `${name} is not there` }] } : { contents };
      });
    },
  };
  const options = /** @type {const} */ ({ bundle: true, format: "esm", write: false, charset: "utf8", logLevel: "silent" });
  const { outputFiles } = await build({ ...options, entryPoints: [entry], plugins: [fromMemory] });
  return outputFiles[0]?.text ?? "";
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

/** A style sheet without comments and needless white space. @param {string} text */
async function shrinkStyles(text) {
  const { code, warnings } = await transform(text, { loader: "css", charset: "utf8", minify: true, legalComments: "none" });
  const [warning] = warnings;
  if (warning !== undefined) throw new Error(`${warning.text}: ${warning.location?.lineText}`);
  return code.trim();
}

/** The module with the element's style sheet, which is its only template. @param {string} text */
async function shrinkStylesModule(text) {
  const [before, styles, after, ...others] = text.split("`");
  if (styles === undefined || after === undefined || others.length > 0 || /[\\$]/.test(styles)) {
    throw new Error("styles.js is to have one template, without escapes and expressions.");
  }
  const shrunk = await shrinkStyles(styles);
  return `${before}\`${shrunk.replace(/[\\`$]/g, "\\$&")}\`${after}`;
}

/**
 * @param {string} name
 * @param {string} text of a module
 */
async function shrink(name, text) {
  const result = await minify({ [name]: text }, { module: true, compress: { passes: 2 }, ecma: 2020 });
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
  const modules = new Map([["words.js", await makeWordsModule(folders.words)]]);
  for (const entry of await readdir(folders.web, { withFileTypes: true })) {
    if (!entry.isFile() || /\.(d\.m?ts|json|md)$/.test(entry.name)) continue;
    const content = fillInColours(entry.name, await readFile(path.join(folders.web, entry.name)), theme);
    const text = content.toString("utf8");
    if (entry.name === "styles.js") modules.set(entry.name, await shrinkStylesModule(text));
    else if (entry.name.endsWith(".js")) modules.set(entry.name, text);
    else sources.push({ name: entry.name, content: entry.name.endsWith(".css") ? Buffer.from(await shrinkStyles(text)) : content });
  }
  for (const { name, folder } of programs) {
    const built = path.join(folders.programs, folder, name);
    modules.set(`${name}-program.mjs`, await readFile(`${built}.mjs`, "utf8"));
    sources.push({ name: `${name}.wasm`, content: await readFile(`${built}.wasm`) });
  }
  for (const name of [...entries, ...parts]) sources.push({ name, content: await shrink(name, await bundle(modules, name)) });
  return sources;
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
  const byName = new Map(sources.map((source) => [source.name, source]));
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
    const isStable = isPage(source.name) || entries.includes(source.name);
    const file = { name: isStable ? source.name : hashedName(source.name, content), content, references };
    files.set(source.name, file);
    return file;
  }

  for (const source of sources) nameFile(source, []);
  return files;
}

/**
 * The page's head asks for the program that its script needs at once, instead of when the script has come. Scripts that
 * another one names, the reader and the debug overlay, are loaded only where they are needed.
 * @param {Map<string, {name: string, content: Buffer, references: Set<string>}>} files
 * @param {string} page
 */
function addPreloads(files, page) {
  const file = files.get(page);
  if (file === undefined) return;
  const needed = new Set(file.references);
  for (const name of needed) {
    files.get(name)?.references.forEach((reference) => [...entries, ...parts].includes(reference) || needed.add(reference));
  }
  const modules = [...needed].filter((name) => name.endsWith(".wasm")).map((name) => files.get(name)?.name);
  const links = modules.map((href) => `<link rel="preload" href="${href}" as="fetch" type="application/wasm" crossorigin>`);
  const text = file.content.toString("utf8");
  if (!text.includes("</head>")) throw new Error(`${page} has no </head> to put the preloads before.`);
  file.content = Buffer.from(text.replace("</head>", () => `${links.join("\n")}\n</head>`));
}

/** By Brotli, with the smallest of what some sizes of its blocks give: 0 leaves the size to it. @param {Buffer} content */
function compressWell(content) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGBLOCK } = constants;
  const attempts = [0, 16, 17].map((logarithm) =>
    brotliCompressSync(content, {
      params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: content.length, [BROTLI_PARAM_LGBLOCK]: logarithm },
    }),
  );
  return attempts.reduce((least, attempt) => (attempt.length < least.length ? attempt : least));
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
  await writeFile(path.join(folder, `${name}.br`), compressWell(content));
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
