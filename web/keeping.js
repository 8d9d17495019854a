// Keeps the visitor's selection on this device, in localStorage: only where the element has the attribute `remember`, and only once
// the visitor has asked for it. Storage may be missing, full or forbidden (https://html.spec.whatwg.org/#dom-localstorage); then it
// is not offered.

/** @param {string} programme its id */
const keyOf = (programme) => `challenge-explorer:${programme}`;

/**
 * What was kept; "" where nothing was, undefined where there is no storage.
 * @param {string} programme its id
 * @returns {string | undefined}
 */
export function readKept(programme) {
  try {
    return localStorage.getItem(keyOf(programme)) ?? "";
  } catch {
    return undefined;
  }
}

/**
 * Returns whether it was stored.
 * @param {string} programme its id
 * @param {string} kept "": forget it
 */
export function writeKept(programme, kept) {
  try {
    if (kept === "") localStorage.removeItem(keyOf(programme));
    else localStorage.setItem(keyOf(programme), kept);
    return true;
  } catch {
    return false;
  }
}
