// The page performs the program's effects as src/platform/common/effects.h says; tests/unit/platform/effects_test.cpp
// holds the desktop window and the tests' visitor to the same cases.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { DeferredEffects, performAtOnce } from "../web/effects.js";

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
