// The wheel's normaliser: the same movement of the hand zooms equally far with each device and browser. The streams are written
// after what each sends (web/wheel.js says where that is specified).

import assert from "node:assert/strict";
import { test } from "node:test";

import { readWheel, zoomOfGesture } from "../web/wheel.js";

/** @typedef {import("../web/wheel.js").WheelEventLike} Event */

/** @param {Partial<Event>} event @returns {Event} */
const wheel = (event) => ({ deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false, ...event });

/** @param {Event[]} events @param {boolean} isControlHeld @returns {number} */
const zoomBy = (events, isControlHeld = true) =>
  events.reduce((factor, event) => {
    const turn = readWheel(event, { isControlHeld, isGreedy: false });
    assert.equal(turn.kind, "zoom");
    return factor * (turn.kind === "zoom" ? turn.factor : Number.NaN);
  }, 1);

/** @param {number} count @param {Partial<Event>} event */
const times = (count, event) => Array.from({ length: count }, () => wheel(event));

/** Three notches of a mouse's wheel away from the hand, with Ctrl. @type {Record<string, Event[]>} */
const threeNotches = {
  "Chromium on Windows and macOS: 100 px": times(3, { deltaY: -100, wheelDeltaY: 120, ctrlKey: true }),
  "Chromium on Linux: 120 px": times(3, { deltaY: -120, wheelDeltaY: 120, ctrlKey: true }),
  "Chromium on Windows with a scaling of 125 %": times(3, { deltaY: -80, wheelDeltaY: 120, ctrlKey: true }),
  "Chromium on Windows with a scaling of 150 %": times(3, { deltaY: -66.666, wheelDeltaY: 120, ctrlKey: true }),
  "Chromium, two notches in one event": [...times(1, { deltaY: -200, wheelDeltaY: 240, ctrlKey: true }), ...times(1, { deltaY: -100, wheelDeltaY: 120, ctrlKey: true })],
  "a free-spinning wheel of 8 steps a notch": times(24, { deltaY: -12.5, wheelDeltaY: 15, ctrlKey: true }),
  "Firefox: 3 lines": times(3, { deltaMode: 1, deltaY: -3, wheelDeltaY: 120, ctrlKey: true }),
  "Firefox of before wheelDelta": times(3, { deltaMode: 1, deltaY: -3, ctrlKey: true }),
  "Firefox, pages": times(3, { deltaMode: 2, deltaY: -1, ctrlKey: true }),
  "WebKitGTK: 3 · 40 px lines": times(3, { deltaY: -120, wheelDeltaY: 120, ctrlKey: true }),
  "Command instead of Ctrl": times(3, { deltaY: -100, wheelDeltaY: 120, metaKey: true }),
};

test("three notches zoom equally far, whatever sends them", () => {
  for (const [name, events] of Object.entries(threeNotches)) {
    const factor = zoomBy(events);
    assert.ok(Math.abs(factor / Math.exp(0.75) - 1) < 0.15, `${name}: ${factor}`);
  }
});

test("two fingers that move by as much zoom equally far in all browsers", () => {
  // 300 px in events of one display's refresh each, faster in the middle; wheelDeltaY as on macOS, none in Firefox.
  const path = [2, 6, 14, 24, 34, 40, 44, 42, 36, 26, 18, 10, 4];
  const streams = [
    path.map((pixels) => wheel({ deltaY: -pixels, wheelDeltaY: 3 * pixels, ctrlKey: true })),
    path.map((pixels) => wheel({ deltaY: -pixels, ctrlKey: true })),
    path.map((pixels) => wheel({ deltaY: -pixels, wheelDeltaY: 3 * pixels, metaKey: true })),
  ];
  for (const events of streams) {
    const factor = zoomBy(events);
    assert.ok(Math.abs(factor / Math.exp(0.75) - 1) < 0.15, String(factor));
  }
});

test("a pinch zooms as far as the fingers spread, by wheel events or Safari's gesture events", () => {
  const scales = [1.02, 1.06, 1.13, 1.22, 1.31, 1.42, 1.5, 1.56, 1.6];
  let before = 1;
  const events = [];
  let bySafari = 1;
  let last = 1;
  for (const scale of scales) {
    events.push(wheel({ deltaY: -100 * Math.log(scale / before), ctrlKey: true }));
    before = scale;
    bySafari *= zoomOfGesture(last, scale);
    last = scale;
  }
  assert.ok(Math.abs(zoomBy(events, false) / 1.6 - 1) < 0.15);
  assert.ok(Math.abs(bySafari / 1.6 - 1) < 0.15);
  assert.equal(zoomOfGesture(0, 1.5), 1);
});

test("Shift and sideways turns pan, a plain one is the page's, unless the host wants it", () => {
  const setting = { isControlHeld: false, isGreedy: false };
  assert.deepEqual(readWheel(wheel({ deltaY: 100, wheelDeltaY: -120 }), setting), { kind: "page" });
  assert.deepEqual(readWheel(wheel({ deltaX: 3, deltaY: 20 }), setting), { kind: "page" });
  assert.deepEqual(readWheel(wheel({ deltaX: 20, deltaY: 3 }), setting), { kind: "pan", dx: -20 });
  assert.deepEqual(readWheel(wheel({ deltaY: 100, wheelDeltaY: -120, shiftKey: true }), setting), { kind: "pan", dx: -100 });
  assert.deepEqual(readWheel(wheel({ deltaX: 100, wheelDeltaX: -120, shiftKey: true }), setting), { kind: "pan", dx: -100 });
  assert.deepEqual(readWheel(wheel({ deltaMode: 1, deltaY: 3, shiftKey: true }), setting), { kind: "pan", dx: -100 });
  const greedy = readWheel(wheel({ deltaY: -100, wheelDeltaY: 120 }), { isControlHeld: false, isGreedy: true });
  assert.deepEqual(greedy, { kind: "zoom", factor: Math.exp(0.25) });
  assert.deepEqual(readWheel(wheel({}), { isControlHeld: false, isGreedy: true }), { kind: "page" });
});
