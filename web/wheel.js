// What a turn of the wheel over the timeline means: zoom, pan, or nothing (it scrolls the page). The same movement of the hand
// zooms equally far with every device, browser and operating system.
//
// A wheel event says neither its device nor its unit. What browsers send (https://w3c.github.io/uievents/#interface-wheelevent):
// - a mouse's notch: deltaMode 0, deltaY ±100 (Chromium on Windows and macOS) or ±120 (Chromium on Linux); on Windows divided by the
//   display's scaling. wheelDeltaY, which all engines have for old pages, is ∓120 a notch. Firefox: deltaMode 1, deltaY ±3 lines,
//   where deltaMode is read before deltaY (https://bugzilla.mozilla.org/show_bug.cgi?id=1392460);
// - a wheel with a finer grid or without one: parts of a notch, in the same units;
// - two fingers on a trackpad: CSS px by which they moved, with wheelDeltaY = −3 · deltaY in Chromium and Safari on macOS;
// - a pinch on a trackpad: with ctrlKey, though no key is pressed, deltaY = −100 · ln(scale)
//   (https://chromium.googlesource.com/chromium/src/+/main/ui/events/blink/web_input_event_builders_win.cc and Firefox alike); Safari
//   sends gesture events with the scale itself instead (zoomOfGesture).

const zoomPerNotch = 0.25; // exponent of the factor: 1.28
const pixelsPerNotch = 100; // of a trackpad's fingers; also how far a notch pans
const linesPerNotch = 3;
const wheelDeltaPerNotch = 120;
const leastNotchPixels = 45; // a notch, with a display's scaling up to 220 %; a trackpad has 40 px where wheelDelta is 120

/**
 * @typedef {object} WheelEventLike
 * @property {number} deltaX
 * @property {number} deltaY
 * @property {number} deltaMode
 * @property {number} [wheelDeltaX]
 * @property {number} [wheelDeltaY]
 * @property {boolean} ctrlKey
 * @property {boolean} metaKey
 * @property {boolean} shiftKey
 */

/**
 * @typedef {object} Setting
 * @property {boolean} isControlHeld the key Ctrl is pressed: with ctrlKey and without the key it is a pinch
 * @property {boolean} isGreedy a plain wheel zooms, too
 */

/** @typedef {{kind: "zoom", factor: number} | {kind: "pan", dx: number} | {kind: "page"}} Turn dx: CSS px, as of a drag */

/**
 * @param {number} delta
 * @param {number} deltaMode
 * @param {number | undefined} wheelDelta
 * @returns {number} notches; parts of one for finer devices
 */
function notchesOf(delta, deltaMode, wheelDelta) {
  if (deltaMode === 1) return delta / linesPerNotch;
  if (deltaMode === 2) return delta;
  const notches = -(wheelDelta ?? 0) / wheelDeltaPerNotch;
  if (notches !== 0 && Number.isInteger(notches) && Math.abs(delta / notches) >= leastNotchPixels) return notches;
  return delta / pixelsPerNotch;
}

/**
 * @param {WheelEventLike} event
 * @param {Setting} setting
 * @returns {Turn}
 */
export function readWheel(event, { isControlHeld, isGreedy }) {
  const { deltaMode } = event; // before deltaX and deltaY: then Firefox gives lines
  const { deltaX, deltaY, wheelDeltaX, wheelDeltaY, ctrlKey, metaKey, shiftKey } = event;
  const x = notchesOf(deltaX, deltaMode, wheelDeltaX);
  const y = notchesOf(deltaY, deltaMode, wheelDeltaY);
  const isPinch = ctrlKey && !isControlHeld && deltaMode === 0 && Math.abs(deltaY) < leastNotchPixels;
  if (isPinch) return { kind: "zoom", factor: Math.exp(-deltaY / 100) };
  if (ctrlKey || metaKey) return { kind: "zoom", factor: Math.exp(-y * zoomPerNotch) };
  // With Shift some browsers turn the wheel sideways themselves.
  const sideways = shiftKey && x === 0 ? y : x;
  if (shiftKey || Math.abs(x) > Math.abs(y)) return { kind: "pan", dx: -sideways * pixelsPerNotch };
  return isGreedy && y !== 0 ? { kind: "zoom", factor: Math.exp(-y * zoomPerNotch) } : { kind: "page" };
}

/**
 * Safari's gesture events (https://developer.apple.com/documentation/webkitjs/gestureevent): the scale since the gesture began.
 * @param {number} before the last event's scale
 * @param {number} scale
 */
export function zoomOfGesture(before, scale) {
  return before > 0 && scale > 0 ? scale / before : 1;
}
