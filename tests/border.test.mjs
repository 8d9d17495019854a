// What JavaScript and C++ both say about the border between them, and must say alike.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { Memory, NumberRecord } from "../web/memory.js";

/** @param {string} name from the project's folder */
const read = (name) => readFile(new URL(`../${name}`, import.meta.url), "utf8");

/** The names in a list of records.h. @param {string} header @param {string} list */
function namesInHeader(header, list) {
  const [, body = ""] = new RegExp(`#define ${list}\\([^)]*\\)((?:.*\\\\\\n)+.*)`).exec(header) ?? [];
  return [...body.matchAll(/(NUMBER|TEXT)\((\w+)\)/g)].map(([, , name]) => String(name)).sort();
}

/** The properties of a JSDoc type. @param {string} module @param {string} type */
function propertiesOf(module, type) {
  const comment = module.split("/**").find((part) => part.includes(`@typedef {object} ${type}`)) ?? "";
  const [body = ""] = comment.split("*/");
  return [...body.matchAll(/@property \{[^\n]*?\} \[?(\w+)/g)].map(([, name]) => String(name));
}

test("the numbers of a frame's request are those of the type View", async () => {
  const names = namesInHeader(await read("src/platform/web/records.h"), "CE_VIEW");
  assert.ok(names.length >= 15);
  assert.deepEqual(propertiesOf(await read("web/program.js"), "View").sort(), names);
});

test("the numbers and texts of an answer are those of the type Answer", async () => {
  const names = namesInHeader(await read("src/platform/web/records.h"), "CE_ANSWER");
  assert.ok(names.length >= 7);
  const module = await read("web/program.js");
  const properties = ["Asked", "FrameNumbers", "Slice"].flatMap((type) => propertiesOf(module, type));
  assert.deepEqual(properties.sort(), names);
});

test("the fonts that the page loads have the weights that the program writes with", async () => {
  const [, inProgram] = /kFontWeights = \{([^}]*)\}/.exec(await read("src/ui/fonts.h")) ?? [];
  const [, inElement] = /const weights = \[([^\]]*)\]/.exec(await read("web/challenge-explorer.js")) ?? [];
  assert.ok(inProgram);
  assert.equal(inElement, inProgram);
});

/**
 * A module with a memory of some bytes, which notes what is not given back.
 * @param {number} size
 */
function makeModule(size) {
  const HEAPU8 = new Uint8Array(size);
  /** @type {Map<number, number>} */
  const taken = new Map();
  let next = 8;
  return {
    HEAPU8,
    taken,
    UTF8ToString(/** @type {number} */ pointer) {
      return new TextDecoder().decode(HEAPU8.subarray(pointer, HEAPU8.indexOf(0, pointer)));
    },
    _malloc(/** @type {number} */ count) {
      if (next + count > size) return 0;
      taken.set(next, count);
      next += count;
      return next - count;
    },
    _free: (/** @type {number} */ pointer) => taken.delete(pointer),
  };
}

test("texts and bytes are there during the call, and given back after it", () => {
  const module = makeModule(100);
  const memory = new Memory(module);
  const result = memory.with(["é", new Uint8Array([1, 2]), null], (text, bytes, nothing) => {
    assert.equal(memory.text(Number(text)), "é");
    assert.deepEqual([...module.HEAPU8.subarray(bytes, Number(bytes) + 3)], [1, 2, 0]);
    assert.equal(nothing, 0);
    return "result";
  });
  assert.equal(result, "result");
  assert.equal(module.taken.size, 0);
});

test("where there is no room for the last part, the earlier ones are given back and nothing is called", () => {
  const module = makeModule(100);
  const call = () => assert.fail("it was called");
  assert.throws(() => new Memory(module).with(["one", "two", "x".repeat(100)], call), /memory is full/);
  assert.equal(module.taken.size, 0);
});

test("a record's numbers are found by their names", () => {
  const module = makeModule(200);
  new TextEncoder().encodeInto("word", module.HEAPU8.subarray(100));
  const memory = new Memory(module);
  new NumberRecord(memory, 8, "text first flag none absent ").write({ first: 1.5, text: 100, flag: true, none: Number.NaN, absent: 0 });
  const record = new NumberRecord(memory, 8, "text$ first flag none absent$ ");
  assert.deepEqual(record.read(), { first: 1.5, text: "word", flag: 1 });
});
