// Checks every #include of src/ and tests/ against src/rooms.json: which room may include which, and which files may
// include a library's headers. CMakeLists.txt links the rooms by the same table; but a header without a source file
// needs no link, so the includes themselves are read.
//
//   node scripts/includes.mjs [FOLDER]
//
// FOLDER is the project by default. Prints each include that is not allowed as FILE:LINE: WHY, and exits with status 1.
//
// src/rooms.json has two members:
//   rooms      folder → {uses}: the folders whose headers it may include, and, by them, all that they may use. A file
//              belongs to the longest of these folders that it is in.
//   libraries  [{name, headers, users}]: `headers` is a regular expression for an #include that is no file of the
//              project; `users` are the folders and files that may have it. The first that matches counts.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const sourceFolders = ["src", "tests"];
const sourceFile = /\.(cpp|c|h)$/;
const includeLine = /^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)/gm;

/** @typedef {Record<string, {uses: string[]}>} Rooms */
/** @typedef {{name: string, headers: string, users: string[]}} Library */

/**
 * Paths from the root, with "/".
 * @param {string} root
 */
async function listSourceFiles(root) {
  /** @type {string[]} */
  const files = [];
  for (const folder of sourceFolders) {
    const entries = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
    files.push(...entries.filter((name) => sourceFile.test(name)).map((name) => path.posix.join(folder, name)));
  }
  return files.sort();
}

/**
 * @param {string} file
 * @param {string} folder or the file itself
 */
const isIn = (file, folder) => file === folder || file.startsWith(`${folder}/`);

/**
 * @param {Rooms} rooms
 * @param {string} file
 */
function roomOf(rooms, file) {
  const around = Object.keys(rooms).filter((room) => isIn(file, room));
  return around.sort((a, b) => b.length - a.length)[0];
}

/**
 * The rooms that a room may include, itself among them.
 * @param {Rooms} rooms
 * @param {string} room
 */
function reachableFrom(rooms, room) {
  const reached = new Set([room]);
  for (const each of reached) {
    for (const used of rooms[each].uses) {
      if (!(used in rooms)) throw new Error(`src/rooms.json: ${each} uses ${used}, which is no room.`);
      reached.add(used);
    }
  }
  return reached;
}

/**
 * The project's file that an #include means; nothing where it is a library's header.
 * @param {Set<string>} files
 * @param {string} file that has the #include
 * @param {string} header
 */
function resolveInclude(files, file, header) {
  const places = [path.posix.dirname(file), "src", "tests/unit", "tests/native", "tests"];
  return places.map((place) => path.posix.join(place, header)).find((place) => files.has(place));
}

/**
 * Why the file may not have the #include; nothing where it may.
 * @param {{rooms: Rooms, libraries: Library[]}} table
 * @param {Set<string>} files
 * @param {string} file
 * @param {string} header
 * @returns {string | undefined}
 */
function objectionTo({ rooms, libraries }, files, file, header) {
  const room = roomOf(rooms, file);
  if (room === undefined) return "this file is in no room of src/rooms.json";
  const included = resolveInclude(files, file, header);
  if (included !== undefined) {
    const other = roomOf(rooms, included);
    if (other === undefined) return `${included} is in no room of src/rooms.json`;
    return reachableFrom(rooms, room).has(other) ? undefined : `${room} may not use ${other} ("${header}")`;
  }
  const library = libraries.find(({ headers }) => new RegExp(headers).test(header));
  if (library === undefined) return `"${header}" is neither a file of the project nor a library of src/rooms.json`;
  return library.users.some((user) => isIn(file, user)) ? undefined : `${file} may not use ${library.name} (<${header}>)`;
}

/**
 * Rooms that use each other, by whatever way.
 * @param {Rooms} rooms
 */
function findCycles(rooms) {
  return Object.keys(rooms).flatMap((room) =>
    rooms[room].uses
      .filter((used) => reachableFrom(rooms, used).has(room))
      .map((used) => `src/rooms.json: ${room} uses ${used}, which uses ${room}`),
  );
}

/**
 * What is wrong, one line each.
 * @param {string} root
 */
export async function findWrongIncludes(root) {
  const table = JSON.parse(await readFile(path.join(root, "src/rooms.json"), "utf8"));
  const list = await listSourceFiles(root);
  const files = new Set(list);
  const wrong = findCycles(table.rooms);
  for (const file of list) {
    const text = await readFile(path.join(root, file), "utf8");
    for (const match of text.matchAll(includeLine)) {
      const objection = objectionTo(table, files, file, match[1] ?? match[2]);
      const line = text.slice(0, match.index).split("\n").length;
      if (objection !== undefined) wrong.push(`${file}:${line}: ${objection}`);
    }
  }
  return wrong;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = await findWrongIncludes(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));
  for (const line of wrong) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
}
