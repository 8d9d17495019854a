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
      share: (/** @type {string} */ title, /** @type {string} */ text) => void steps.push(`share ${title}: ${text}`),
      changeAddress: (/** @type {string} */ step, /** @type {string} */ query) => void steps.push(`${step} ${query}`),
      setTitle: (/** @type {string} */ title) => void steps.push(`title ${title}`),
      keep: (/** @type {string} */ kept) => void steps.push(`keep ${kept}`),
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

/** A history as a browser's, which goes to another entry in a later task. */
class FakeHistory {
  /** @param {string} start */
  constructor(start) {
    this.entries = [{ address: start, link: /** @type {import("../web/effects.js").Link} */ ({ steps: 1 }) }];
  }

  place = 0;
  arrived = () => {};
  /** @type {string[]} */
  replaced = [];

  get #present() {
    return /** @type {FakeHistory["entries"][number]} */ (this.entries[this.place]);
  }

  get address() {
    return this.#present.address;
  }

  get link() {
    return this.#present.link;
  }

  /** @param {string} address @param {import("../web/effects.js").Link} link */
  push = (address, link) => {
    this.entries.splice(++this.place, Infinity, { address, link });
  };

  /** @param {string} address @param {import("../web/effects.js").Link} link */
  replace = (address, link) => {
    this.replaced.push(address);
    Object.assign(this.#present, { address, link });
  };

  /** @param {number} by */
  go = (by) => {
    setTimeout(() => {
      this.place += by;
      this.arrived();
    }, 5);
  };
}

/** @param {import("node:test").TestContext} context @param {string} [start] */
function watchAddress(context, start = "") {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const entries = new FakeHistory(start);
  const bar = new AddressBar(entries);
  entries.arrived = () => void bar.arrive();
  const rest = () => {
    for (let time = 0; time < 2000; time += 10) context.mock.timers.tick(10);
  };
  return { bar, entries, changes: entries.replaced, rest };
}

/** @type {{name: string, start: string, steps: string[], entries: string[], place: number}[]} */
const histories = JSON.parse(await readFile(new URL("./data/history.json", import.meta.url), "utf8"));

for (const { name, start, steps, entries: expected, place } of histories) {
  // Quickly: the next change comes while the browser is still going back.
  for (const isQuick of [false, true]) {
    test(`history${isQuick ? ", quickly" : ""}: ${name}`, (context) => {
      const { bar, entries, rest } = watchAddress(context, start);
      for (const each of steps) {
        const [step = "", queryString = ""] = each.split(" ");
        if (step === "go") {
          rest();
          entries.place += Number(queryString);
          assert.equal(bar.arrive(), false);
        } else {
          bar.change(/** @type {import("../web/effects.js").AddressStep} */ (step), queryString);
        }
        if (!isQuick) rest();
      }
      rest();
      assert.deepEqual(entries.entries.map(({ address }) => address), expected);
      assert.equal(entries.place, place);
      assert.equal(bar.isTravelling, false);
    });
  }
}

test("history: where the browser does not go back, the present entry gets the address, and what followed is not lost", (context) => {
  const { bar, entries, rest } = watchAddress(context);
  bar.change("open", "defi=a");
  entries.go = () => {};
  bar.change("close", "");
  bar.change("push", "q=a");
  assert.deepEqual(entries.entries.map(({ address }) => address), ["", "defi=a"]);
  rest();
  assert.deepEqual(entries.entries.map(({ address }) => address), ["", "", "q=a"]);
});

test("address: of changes that follow each other the first is made at once, the last at rest, those between never", (context) => {
  const { bar, changes, rest } = watchAddress(context);
  for (const queryString of ["a", "b", "c", "d"]) {
    bar.change("replace", queryString);
    context.mock.timers.tick(20);
  }
  assert.deepEqual(changes, ["a"]);
  rest();
  assert.deepEqual(changes, ["a", "d"]);
  bar.change("replace", "e");
  assert.deepEqual(changes, ["a", "d", "e"], "after a rest the next change is a first one");
  rest();
  assert.deepEqual(changes, ["a", "d", "e"], "a change without another one after it is made once");
});

test("address: a change that waits is made before a new entry, and not at all where another entry has become the present one", (context) => {
  const { bar, changes, rest } = watchAddress(context);
  bar.change("replace", "a");
  bar.change("replace", "b");
  bar.settle();
  assert.deepEqual(changes, ["a", "b"]);
  rest();
  assert.deepEqual(changes, ["a", "b"]);
  bar.change("replace", "c");
  bar.change("replace", "d");
  bar.forget();
  rest();
  assert.deepEqual(changes, ["a", "b", "c"]);
});
