// The page performs the program's effects as src/platform/common/effects.h says; tests/unit/platform/effects_test.cpp
// holds the desktop window and the tests' visitor to the same cases.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { AddressBar, DeferredEffects, performAtOnce } from "../web/effects.js";

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {import("../web/effects.js").Effects[]} effects of one event after the other, before one frame
 * @property {string[]} atOnce
 * @property {string[]} afterFrame
 */

/** @type {Case[]} */
const cases = JSON.parse(await readFile(new URL("./data/effects.json", import.meta.url), "utf8"));

for (const { name, effects, atOnce, afterFrame } of cases) {
  test(`effects: ${name}`, () => {
    /** @type {string[]} */
    let steps = [];
    const host = {
      copyText: (/** @type {string} */ text) => void steps.push(`copy ${text}`),
      pushAddress: (/** @type {string} */ query) => void steps.push(`push ${query}`),
      replaceAddress: (/** @type {string} */ query) => void steps.push(`replace ${query}`),
      setTitle: (/** @type {string} */ title) => void steps.push(`title ${title}`),
      scrollPageTo: (/** @type {number} */ top) => void steps.push(`scroll ${top}`),
      moveFocus: (/** @type {number} */ node, /** @type {boolean} */ scrolls) => void steps.push(`focus ${node} ${scrolls}`),
    };
    const deferred = new DeferredEffects();
    for (const each of effects) {
      performAtOnce(each, host);
      deferred.add(each);
    }
    assert.deepEqual(steps, atOnce);
    assert.equal(deferred.isEmpty, afterFrame.length === 0);
    steps = [];
    deferred.performAfterFrame(host);
    assert.deepEqual(steps, afterFrame);
    assert.ok(deferred.isEmpty);
    deferred.performAfterFrame(host);
    assert.deepEqual(steps, afterFrame, "each effect is performed once");
  });
}

/** @param {import("node:test").TestContext} context */
function watchAddress(context) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const changes = [];
  const bar = new AddressBar((queryString) => void changes.push(queryString));
  return { bar, changes, rest: () => context.mock.timers.tick(1000) };
}

test("address: of changes that follow each other the first is made at once, the last at rest, those between never", (context) => {
  const { bar, changes, rest } = watchAddress(context);
  for (const queryString of ["a", "b", "c", "d"]) {
    bar.replace(queryString);
    context.mock.timers.tick(20);
  }
  assert.deepEqual(changes, ["a"]);
  rest();
  assert.deepEqual(changes, ["a", "d"]);
  bar.replace("e");
  assert.deepEqual(changes, ["a", "d", "e"], "after a rest the next change is a first one");
  rest();
  assert.deepEqual(changes, ["a", "d", "e"], "a change without another one after it is made once");
});

test("address: a change that waits is made before a new entry, and not at all where another entry has become the present one", (context) => {
  const { bar, changes, rest } = watchAddress(context);
  bar.replace("a");
  bar.replace("b");
  bar.settle();
  assert.deepEqual(changes, ["a", "b"]);
  rest();
  assert.deepEqual(changes, ["a", "b"]);
  bar.replace("c");
  bar.replace("d");
  bar.forget();
  rest();
  assert.deepEqual(changes, ["a", "b", "c"]);
});
