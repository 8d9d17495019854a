// The element's style sheet: the canvas, the mirror over it, and the failure message. Pages may set --ce-font and --ce-accent.
// scripts/site.mjs replaces theme(…) by colours of data/theme.json.
//
// The mirror's text is transparent by its colour only: opacity, filters, clipping or user-select would also hide the marks of
// find-in-page and the selection (in Chromium, Firefox and Safari). Where the canvas is not shown, the mirror is visible.

const text = `
:host {
  display: block;
  position: relative;
}
:host([hidden]) { display: none; }
/* As wide as a block of text: words of some width, which are not shown, for containers that are as wide as their content. */
:host::before {
  content: "mm mm mm mm mm mm";
  display: block;
  block-size: 0;
  overflow: hidden;
  visibility: hidden;
  font: 160px/0 monospace;
}

.box {
  --ce-ink: theme(light.ink);
  --ce-ink-faint: theme(light.inkFaint);
  --ce-line: theme(light.line);
  --ce-background: theme(light.background);
  --ce-default-accent: theme(light.accent);
  --ce-on-accent: theme(light.onAccent);
  --ce-selection: theme(light.accent, 25%);
  color-scheme: light;
  position: relative;
  font-family: var(--ce-font, inherit);
  /* Resets inherited properties that would move the text away from the painted one. */
  direction: ltr;
  font-style: normal;
  font-stretch: normal;
  font-size-adjust: none;
  font-variant: normal;
  font-variant-ligatures: none;
  font-feature-settings: normal;
  font-kerning: none;
  font-optical-sizing: auto;
  font-synthesis: weight style;
  font-variation-settings: normal;
  letter-spacing: normal;
  word-spacing: normal;
  text-align: left;
  text-indent: 0;
  text-rendering: auto;
  text-transform: none;
  text-shadow: none;
  text-decoration: none;
  white-space: normal;
  word-break: normal;
  overflow-wrap: normal;
  hyphens: manual;
  line-height: normal;
  writing-mode: horizontal-tb;
  cursor: default;
  visibility: inherit;
  user-select: text;
  -webkit-text-fill-color: currentcolor;
  -webkit-text-stroke: 0;
  -webkit-text-size-adjust: none;
  text-size-adjust: none;
}
.box.dark {
  --ce-ink: theme(dark.ink);
  --ce-ink-faint: theme(dark.inkFaint);
  --ce-line: theme(dark.line);
  --ce-background: theme(dark.background);
  --ce-default-accent: theme(dark.accent);
  --ce-on-accent: theme(dark.onAccent);
  --ce-selection: theme(dark.accent, 35%);
  color-scheme: dark;
}
@media (prefers-contrast: more) {
  .box {
    --ce-ink: theme(lightWithMoreContrast.ink);
    --ce-ink-faint: theme(lightWithMoreContrast.inkFaint);
    --ce-line: theme(lightWithMoreContrast.line);
  }
  .box.dark {
    --ce-ink: theme(darkWithMoreContrast.ink);
    --ce-ink-faint: theme(darkWithMoreContrast.inkFaint);
    --ce-line: theme(darkWithMoreContrast.line);
    --ce-default-accent: theme(darkWithMoreContrast.accent);
  }
}

/* ── The canvas ── */

.view {
  position: sticky;
  top: var(--ce-inset, 0px);
  inset-inline: 0;
  pointer-events: none;
}
.view canvas {
  display: block;
  width: 100%;
  height: 100%;
}
.ruler {
  position: absolute;
  inset-block-start: 0;
  inset-inline: 0;
  font-size: var(--ce-font-size, medium);
  block-size: 1em;
  visibility: hidden;
  pointer-events: none;
}
/* Text whose width changes with the visitor's minimum font size. */
.ruler.least {
  inset-inline-end: auto;
  inline-size: 40ch;
  font-size: 1px;
}

/* ── The mirror ── */

.mirror {
  position: absolute;
  inset: 0;
  isolation: isolate;
  overflow: clip;
  /* The spaces between texts (separateWords in mirror.js) must take no room. */
  font-size: 0;
  line-height: 0;
  color: transparent;
  pointer-events: none;
}
.mirror ::selection { color: currentcolor; background: var(--ce-selection); }
/* Nodes are in the flow, since browsers copy no line break after positioned elements. Negative margins of the node's own size
   (place() in mirror.js) make them take no room there. */
:where(.node:not(span)) { all: unset; }
.node {
  position: relative;
  display: flow-root;
  box-sizing: border-box;
  /* Keeps focused elements that are scrolled into view clear of bars that stick to an edge. */
  scroll-margin-block: 24px 96px;
}
.node:focus-visible, .node input:focus-visible { outline: 2px solid transparent; }
/* Firefox makes scroll containers focusable, too, so that arrow keys scroll them. */
:is(.scrolls-x, .scrolls-y).node:focus-visible { outline: 2px solid var(--ce-accent, var(--ce-default-accent)); outline-offset: -2px; }
/* The pointer passes through nodes that only group others, and through the text of a control to the control. */
.node { pointer-events: none; }
/* Controls are above the text beside them: a card's link covers the whole card. */
.live { z-index: 1; }
.live, .text, .sticking, .draggable, .scrolls-x, .scrolls-y { pointer-events: auto; }
:is(a, button, label).node .text { pointer-events: none; }
.no-pointer { pointer-events: none; }
.chunk {
  position: absolute;
  inset-inline: -8px;
  content-visibility: auto;
}
.chunk > div { display: grid; margin: 8px; }
/* Described items have the grid's places, which are theirs. */
.chunk > div > .node {
  inset: auto !important;
  inline-size: auto !important;
  block-size: auto !important;
  margin: 0 !important;
}
/* Words far from the view: at the place of their item, about as high as painted, seen by find-in-page and screen readers alone. */
.far {
  all: unset;
  box-sizing: border-box;
  overflow: clip;
  padding: calc(6 * var(--ce-rem)) var(--ce-rem) 0;
  font-size: calc(0.875 * var(--ce-rem));
  line-height: 1.4;
  white-space: pre-line;
}
.far > * { all: unset; display: block; }
.far > h3 { font-size: calc(1.0625 * var(--ce-rem)); font-weight: 600; }
.far[hidden], .chunk[hidden], .chunk > div > [hidden] { display: none; }
.mirror.selecting .live { pointer-events: none; }
.mirror.selecting .text { pointer-events: auto; }
.text, input.node { cursor: text; font-weight: 400; }
a.node, button.node, label.node { cursor: pointer; }
a .text, button .text, label .text { cursor: inherit; }
.draggable { touch-action: pan-y; }
:host([gestures="greedy"]) .draggable { touch-action: none; }
button.draggable { touch-action: none; cursor: grab; }
button.draggable:active { cursor: grabbing; }
[role="slider"].node { cursor: ew-resize; }
.draggable .text { cursor: inherit; }
/* Absolute, because a button centres content in the flow. */
button.node > .node { position: absolute; }
.text { display: inline-block; vertical-align: top; white-space: normal; }
/* The margin fills the rest of the line, so that the next one always begins on a new line. */
.line { white-space: nowrap; margin-inline-end: 100%; }
.line:last-child { margin-inline-end: 0; }
/* Text that is longer than its room; it is read aloud, found and copied whole. */
.cut { overflow: clip; }

label.node input {
  all: unset;
  position: absolute;
  inset: 0;
  z-index: 1;
  cursor: pointer;
}
input.node {
  font-size: var(--ce-rem, 1rem);
  line-height: normal;
  color: var(--ce-ink);
  caret-color: var(--ce-accent, var(--ce-default-accent));
  appearance: none;
}
input.node::placeholder { color: var(--ce-ink-faint); opacity: 1; }
input.node::-webkit-search-cancel-button, input.node::-webkit-search-decoration { display: none; }

.track {
  position: absolute;
  pointer-events: none; /* it may lie in a node that sticks, too, and over what moves by */
  display: flex;
  flex-direction: column;
  z-index: 2;
}
.track.at-top { bottom: 0; }
.track.at-bottom { top: 0; justify-content: flex-end; }
.track > .node { position: sticky; flex: none; width: 100%; margin: 0 !important; }

.scrolls-x, .scrolls-y {
  overflow: hidden;
  scrollbar-width: thin;
  scrollbar-color: var(--ce-line) transparent;
}
/* No scrollbar: in a row of buttons it would cover their lower half. */
.scrolls-x { overflow-x: auto; scrollbar-width: none; }
.scrolls-x::-webkit-scrollbar { display: none; }
.scrolls-y { overflow-y: auto; }
.spacer { position: absolute; top: 0; left: 0; visibility: hidden; pointer-events: none; }

[role="tooltip"].node { z-index: 3; }
/* Below a dialog: unlike the rest of the mirror, a field's text would show above what the canvas paints. */
[inert] input.node { opacity: 0; }
.box.without-canvas [role="tooltip"].node { background: var(--ce-background); outline: 1px solid currentcolor; }

/* Announcements, which are not visible. */
[role="status"].node { overflow: clip; }
[role="status"] .text { pointer-events: none; }

/* ── The mirror in place of the canvas ──
   Forced colours replace the colours below by the system's, and remove shadows. */

:host([show-mirror]) .mirror { color: theme(light.today); }
.box.without-canvas .view { visibility: hidden; }
.box.without-canvas { background: var(--ce-background); }
.box.without-canvas .mirror { color: var(--ce-ink); }
.box.without-canvas :is(button, input).node { outline: 1px solid var(--ce-ink-faint); outline-offset: 1px; }
.box.without-canvas :is(a, button).node { color: var(--ce-accent, var(--ce-default-accent)); }
.box.without-canvas .cut { text-overflow: ellipsis; }
.box.without-canvas a.node, .box.without-canvas a .text { text-decoration: underline; }
.box.without-canvas button.node:empty:not([data-sign]) { outline: none; }
.box.without-canvas a.node:empty { border-block-start: 2px solid currentcolor; }
.box.without-canvas .node:focus-visible, .box.without-canvas .node input:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
/* Skip links, which are visible only with the focus, cover other text. */
.box.without-canvas button.node:focus-visible { background: var(--ce-background); }
.box.without-canvas label.node input { inset-inline-end: auto; width: 16px; appearance: auto; }
.box.without-canvas article.node { outline: 1px solid var(--ce-line); outline-offset: 3px; border-radius: 8px; }
/* The outline shows the state where forced colours hide backgrounds. */
.box.without-canvas [aria-pressed="true"].node { background: var(--ce-line); outline-width: 3px; outline-offset: -1px; }
/* A bar at the foot covers what scrolls below it. */
.box.without-canvas .at-top > .node, .box.without-canvas [role="dialog"].node { background: var(--ce-background); }
.box.without-canvas .track:has([role="dialog"]) > .node { background: rgb(0 0 0 / 50%); }
.box.without-canvas .at-bottom > .node { background: var(--ce-background); outline: 1px solid var(--ce-line); }
.box.without-canvas [data-sign]::before { content: attr(data-sign); position: absolute; inset: 0; display: grid; place-items: center; font-size: calc(1.125 * var(--ce-rem)); }
/* A mark of the calendar has its own edge; its button, which is as large as mark and label together, needs none. A label lies over today's line. */
.box.without-canvas button.node:where(:has(> div[aria-hidden]:empty)) { outline: none; }
.box.without-canvas button:has(> div[aria-hidden]:empty) .line { background: var(--ce-background); }
.box.without-canvas div[aria-hidden][data-sign]::before { font-size: calc(0.875 * var(--ce-rem)); }
.box.without-canvas div[aria-hidden].node:empty:not([data-sign]) { outline: 2px solid currentcolor; outline-offset: -2px; }
/* Translated text has another length. */
.with-foreign-words .line { white-space: normal; margin-inline-end: 0; }

/* ── The failure message ── */

.failure {
  max-width: 44em;
  margin: 0 auto;
  padding: 2em 1.5em;
  font-size: var(--ce-rem, 1rem);
  line-height: 1.5;
  color: var(--ce-ink);
  pointer-events: auto;
}
.failure h2 { margin: 0 0 .35em; font-size: 1.5em; line-height: 1.25; }
.failure p { margin: 0 0 1em; }
.failure ol { margin: 0 0 1em; padding-inline-start: 1.5em; }
.failure li { margin-block-end: .5em; }
.failure .place { display: block; color: var(--ce-ink-faint); font-size: .875em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.failure .ways { display: flex; flex-wrap: wrap; gap: .75em 1.5em; align-items: center; }
.failure button {
  min-height: 2.75em;
  padding: 0 1.25em;
  border: 0;
  border-radius: 6px;
  font: inherit;
  font-weight: 600;
  color: var(--ce-on-accent);
  background: var(--ce-accent, var(--ce-default-accent));
  cursor: pointer;
}
.failure a { color: var(--ce-accent, var(--ce-default-accent)); }
.failure :focus-visible { outline: 2px solid var(--ce-accent, var(--ce-default-accent)); outline-offset: 2px; }
`;

/** @returns {CSSStyleSheet} a constructed sheet, which a strict Content-Security-Policy allows */
export function makeStyleSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
