// The checks of scripts/lint that are our own: each finds what is planted, and nothing in a tree that is right.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";

const table = {
  rooms: {
    "src/low": { uses: [] },
    "src/middle": { uses: ["src/low"] },
    "src/middle/inner": { uses: ["src/middle"] },
    "src/high": { uses: ["src/middle"] },
    "tests/unit/low": { uses: ["src/low"] },
  },
  libraries: [
    { name: "Brush", headers: "^brush\\.h$", users: ["src/high", "src/low/painted.cpp"] },
    { name: "the standard library", headers: "^[a-z_]+$", users: ["src", "tests"] },
  ],
};

/** @type {string} */
let root;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "lint-test-"));
  await plant("src/rooms.json", JSON.stringify(table));
  await plant("src/low/low.h", "#include <string>\n");
  await plant("src/low/painted.cpp", '#include "low/low.h"\n\n#include "brush.h"\n');
  await plant("src/middle/middle.h", '#include "low/low.h"\n');
  await plant("src/middle/inner/inner.cpp", '#include "middle/middle.h"\n');
  await plant("src/high/high.cpp", '#include "low/low.h"\n#include "middle/middle.h"\n#include <brush.h>\n');
  await plant("tests/unit/low/sample.h", "#pragma once\n");
  await plant("tests/unit/low/low_test.cpp", '#include "low/low.h"\n#include "sample.h"\n');
  await plant("docs/guide.md", "# Guide\n\n## The `way`\n\nSee [the way](#the-way), `src/low/low.h`, [all](../README.md).\n");
  await plant("README.md", "See [the guide](docs/guide.md#the-way), `src/low/` and [the web](https://example.org/no.md).\n");
  await plant("src/high/way.h", '// docs/guide.md, "The\n// way" says why; docs/guide.md has more.\n');
});
afterEach(() => rm(root, { recursive: true }));

/**
 * @param {string} name
 * @param {string} content
 */
async function plant(name, content) {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), content);
}

/**
 * What a check prints of the planted tree, and whether it is content.
 * @param {string} script
 * @returns {Promise<{isOk: boolean, lines: string[]}>}
 */
function run(script) {
  const file = fileURLToPath(new URL(`../scripts/${script}`, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [file, root], (error, output, complaints) => {
      assert.equal(complaints, "");
      resolve({ isOk: error === null, lines: output.split("\n").filter((line) => line !== "") });
    });
  });
}

test("includes downwards, into the own room and of allowed libraries are right", async () => {
  assert.deepEqual(await run("includes.mjs"), { isOk: true, lines: [] });
});

/** @type {[what: string, file: string, content: string, line: string][]} */
const wrongIncludes = [
  [
    "a header without a source file, from above",
    "src/low/header_only.h",
    '#pragma once\n\n#include "middle/middle.h"\n',
    'src/low/header_only.h:3: src/low may not use src/middle ("middle/middle.h")',
  ],
  [
    "a room inside another one, from outside",
    "src/middle/wrong.cpp",
    '#include "inner/../inner/inner.cpp"\n',
    'src/middle/wrong.cpp:1: src/middle may not use src/middle/inner ("inner/../inner/inner.cpp")',
  ],
  [
    "a library of other rooms",
    "src/middle/wrong.cpp",
    '// one\n#  include "brush.h"\n',
    "src/middle/wrong.cpp:2: src/middle/wrong.cpp may not use Brush (<brush.h>)",
  ],
  [
    "a library that is in no table",
    "src/low/wrong.cpp",
    "#include <boost/any.hpp>\n",
    'src/low/wrong.cpp:1: "boost/any.hpp" is neither a file of the project nor a library of src/rooms.json',
  ],
  [
    "a test's, of what its room does not see",
    "tests/unit/low/wrong_test.cpp",
    '#include "middle/middle.h"\n',
    'tests/unit/low/wrong_test.cpp:1: tests/unit/low may not use src/middle ("middle/middle.h")',
  ],
  [
    "of a file in a new folder",
    "src/new/new.cpp",
    '#include "low/low.h"\n',
    "src/new/new.cpp:1: this file is in no room of src/rooms.json",
  ],
];
for (const [what, file, content, line] of wrongIncludes) {
  test(`a wrong include is found: ${what}`, async () => {
    await plant(file, content);
    assert.deepEqual(await run("includes.mjs"), { isOk: false, lines: [line] });
  });
}

test("rooms that use each other are found", async () => {
  const rooms = { ...table.rooms, "src/low": { uses: ["src/high"] } };
  await plant("src/rooms.json", JSON.stringify({ ...table, rooms }));
  const { isOk, lines } = await run("includes.mjs");
  assert.equal(isOk, false);
  assert.ok(lines.includes("src/rooms.json: src/low uses src/high, which uses src/low"));
});

test("references to pages, sections and files that exist are right", async () => {
  assert.deepEqual(await run("references.mjs"), { isOk: true, lines: [] });
});

/** @type {[what: string, file: string, content: string, line: string][]} */
const wrongReferences = [
  ["a page", "src/low/wrong.h", "\n// See docs/none.md.\n", "src/low/wrong.h:2: there is no docs/none.md"],
  [
    "a section, in a comment's second line",
    "src/low/wrong.h",
    '// See docs/guide.md,\n// "The wrong\n// way".\n',
    'src/low/wrong.h:1: docs/guide.md has no section "The wrong way"',
  ],
  ["a link", "docs/wrong.md", "[x](none.md)\n", "docs/wrong.md:1: there is no docs/none.md"],
  ["an anchor", "docs/wrong.md", "\n[x](guide.md#no-way)\n", 'docs/wrong.md:2: docs/guide.md has no section "no-way"'],
  ["a file", "README.md", "`src/low/none.h`\n", "README.md:1: there is no src/low/none.h"],
  ["a script's", "scripts/lint", "# docs/none.md\n", "scripts/lint:1: there is no docs/none.md"],
];
for (const [what, file, content, line] of wrongReferences) {
  test(`a wrong reference is found: ${what}`, async () => {
    await plant(file, content);
    assert.deepEqual(await run("references.mjs"), { isOk: false, lines: [line] });
  });
}
