// Checks what comments and docs refer to: a page of docs/, one of its sections, a file or folder of the project.
//
//   node scripts/references.mjs [FOLDER]
//
// FOLDER is the project by default. Prints each reference to what does not exist as FILE:LINE: WHY, and exits with
// status 1. These are references:
//   docs/<page>.md          anywhere; where a section follows (docs/<page>.md, "<section>"), the page has that heading
//   [text](PATH#anchor)     in a page of docs/ and in README.md, where PATH is not a web address
//   `FOLDER/PATH`           in the same pages, where FOLDER is one of the project's

import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folders = ["cmake", "data", "docs", "scripts", "shaders", "src", "tests", "web"];
const textFile = /\.(c|cpp|h|cmake|css|glsl|html|js|json|md|mjs|sh|txt)$|^scripts\/[a-z]+$/;
const notRead = /^tests\/(data\/|lint[.]test[.]mjs$)/; // what tests read may refer to anything

const pageReference = /\bdocs\/[\w-]+\.md\b(?:,\s*"([^"]+)")?/g;
const linkReference = /\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g;
const pathReference = new RegExp(`\`((?:${folders.join("|")})/[\\w./-]*)\``, "g");

/** @param {string} root */
async function listTextFiles(root) {
  const files = (await readdir(root)).filter((name) => textFile.test(name));
  for (const folder of folders) {
    const entries = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
    files.push(...entries.map((name) => path.posix.join(folder, name)));
  }
  return files.filter((name) => textFile.test(name) && !notRead.test(name)).sort();
}

/** @param {string} file */
const exists = (file) =>
  stat(file).then(
    () => true,
    () => false,
  );

/**
 * The headings of a page, without markup.
 * @param {string} file
 */
async function headingsOf(file) {
  const text = await readFile(file, "utf8");
  return [...text.matchAll(/^#+\s+(.*?)\s*$/gm)].map(([, heading]) => heading.replaceAll("`", ""));
}

/**
 * The anchor that GitHub makes of a heading.
 * @param {string} heading
 */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/**
 * Why the page, or its section, does not exist; nothing where it does.
 * @param {string} root
 * @param {string} page its path from the root
 * @param {(heading: string) => boolean} [isSection]
 * @param {string} [section] for the message
 */
async function objectionTo(root, page, isSection, section) {
  if (!(await exists(path.join(root, page)))) return `there is no ${page}`;
  if (isSection === undefined || (await headingsOf(path.join(root, page))).some(isSection)) return undefined;
  return `${page} has no section "${section}"`;
}

/**
 * A comment's text may be broken into lines, each with the comment's marks.
 * @param {string} text
 */
const withoutCommentMarks = (text) => text.replace(/\n[ \t]*(?:\/\/\/?|#|\*)[ \t]/g, (marks) => `\n${" ".repeat(marks.length - 1)}`);

/**
 * The references of one file, each with what is wrong with it.
 * @param {string} root
 * @param {string} file
 * @param {string} text
 */
function readReferences(root, file, text) {
  const references = [...text.matchAll(pageReference)].map(({ 0: whole, 1: broken, index }) => {
    const section = broken?.replace(/\s+/g, " ");
    const page = whole.replace(/,\s*"[^"]*"$/, "");
    const isSection = section === undefined ? undefined : (/** @type {string} */ heading) => heading === section;
    return { index, objection: objectionTo(root, page, isSection, section) };
  });
  if (!/^(docs\/)?[\w-]+\.md$/.test(file)) return references;
  for (const { 1: target, 2: anchor, index } of text.matchAll(linkReference)) {
    const page = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
    const isSection = anchor === undefined ? undefined : (/** @type {string} */ heading) => anchorOf(heading) === anchor;
    references.push({ index, objection: objectionTo(root, page, isSection, anchor) });
  }
  for (const { 1: named, index } of text.matchAll(pathReference)) {
    references.push({ index, objection: objectionTo(root, named) });
  }
  return references;
}

/**
 * What is wrong, one line each.
 * @param {string} root
 */
export async function findWrongReferences(root) {
  /** @type {Set<string>} */
  const wrong = new Set();
  for (const file of await listTextFiles(root)) {
    const text = withoutCommentMarks(await readFile(path.join(root, file), "utf8"));
    for (const { index, objection } of readReferences(root, file, text)) {
      const why = await objection;
      if (why !== undefined) wrong.add(`${file}:${text.slice(0, index).split("\n").length}: ${why}`);
    }
  }
  return [...wrong];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = await findWrongReferences(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));
  for (const line of wrong) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
}
