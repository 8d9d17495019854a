// Measures and paints glyphs for the program's glyph atlas, by a 2D canvas in the page's font stack, so that they are those of
// the page's text. src/platform/web/canvas_font_loader.cpp calls it.
//
// All sizes are device px. Glyphs are painted on whole pixels and without kerning: the program places each glyph itself.

const margin = 1; // px around the measured box, beyond which antialiasing may reach
const opaqueEnough = 64; // of 255: below it, rounding makes a pixel's colour unreliable
const usualRem = 16; // CSS px
const smallestLetters = 12; // CSS px: the program's smallest font size at usualRem
const colourful = 16; // of 255: a glyph painted in black that has lighter pixels has colours of its own

/**
 * @typedef {object} Picture
 * @property {[number, number, number, number]} box left, top (from the baseline, down), width, height
 * @property {boolean} isColoured has colours of its own (emoji)
 */

/**
 * The page's font stack at an element; the mirror has the same (styles.js).
 * @param {Element} element
 */
export function fontFamilyOf(element) {
  const style = getComputedStyle(element);
  return style.getPropertyValue("--ce-font").trim() || style.fontFamily;
}

/**
 * Sets styles that no style sheet of the page overrides.
 * @param {HTMLElement} element
 * @param {Record<string, string>} properties
 */
function setFirmly({ style }, properties) {
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, value, "important");
}

/**
 * A line of text with an element on its baseline, for measuring.
 * @param {string} font
 */
function makeRuler(font) {
  const line = document.createElement("div");
  const words = document.createElement("span");
  const foot = document.createElement("span");
  setFirmly(line, { all: "initial", "-webkit-text-size-adjust": "none" });
  setFirmly(words, { all: "unset", font, "font-kerning": "none" });
  setFirmly(foot, { all: "unset", display: "inline-block" });
  words.append("x", foot);
  line.append(words);
  return { line, words, foot };
}

/**
 * The text styles of the program's first screen (src/ui/styles.cpp and the widgets): size in CSS px at a root font size of 16 px,
 * and weight. Others are measured when they are first used.
 * @type {[number, number][]}
 */
const firstStyles = [
  [28, 700], [28, 500], [24, 700], [24, 500], [20, 700], [18, 600], [17, 650], [16, 400], [16, 600], [15, 400], [15, 600],
  [14, 400], [14, 600], [13, 400], [13, 500], [13, 600], [12, 600],
];

const manyLetters = "x".repeat(40);

/**
 * How the visitor's browser settings change font sizes.
 * @typedef {object} TextSettings
 * @property {number} rem the root font size, CSS px
 * @property {number} zoom the factor by which the browser enlarges text only (Firefox, "Zoom text only")
 * @property {number} least the minimum font size, CSS px, which computed styles do not show
 */

/** An element from which measureTextSettings() measures. It is in the page only while it is measured. */
function makeSquare() {
  const square = document.createElement("div");
  const large = document.createElement("span");
  const small = document.createElement("span");
  const hidden = { position: "fixed", visibility: "hidden", "white-space": "nowrap", "-webkit-text-size-adjust": "none" };
  setFirmly(square, { all: "initial", ...hidden, "font-size": "100px", width: "1em", height: "1rem" });
  setFirmly(large, { all: "unset" });
  setFirmly(small, { all: "unset", "font-size": "1px" });
  large.append(manyLetters);
  small.append(manyLetters);
  square.append(large, small);
  return { square, large, small };
}

/** @returns {TextSettings} */
export function measureTextSettings() {
  const { square, large, small } = makeSquare();
  document.documentElement.append(square);
  const { width, height } = square.getBoundingClientRect();
  const share = small.getBoundingClientRect().width / large.getBoundingClientRect().width;
  square.remove();
  return { rem: height, zoom: width / 100, least: Math.ceil(share * width - 0.05) };
}

/**
 * The root font size for the program, CSS px: so large that no text is smaller than the minimum font size, which the browser
 * enforces in the mirror only.
 * @param {TextSettings} settings
 */
export function rootFontSizeFor({ rem, least }) {
  return Math.max(rem, (least / smallestLetters) * usualRem);
}

export class GlyphPainter {
  /** @param {string} family a CSS font-family list */
  constructor(family) {
    this.family = family;
    this.#context = this.#makeContext(64, 64);
  }

  /** @type {CanvasRenderingContext2D} */
  #context;
  /** @type {ImageData | undefined} */
  #image;
  #isColoured = false;
  /** TextSettings.zoom, which applies to the page's text but not to a canvas. */
  textZoom = 1;
  /** What measureFont() has measured, by font and pixel ratio. @type {Map<string, [number, number]>} */
  #fonts = new Map();

  /**
   * @param {number} width
   * @param {number} height
   */
  #makeContext(width, height) {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("The browser gives no 2D canvas.");
    context.fontKerning = "none";
    return context;
  }

  /**
   * @param {number} weight
   * @param {number} size
   */
  #setFont(weight, size) {
    this.#context.font = `${weight} ${size}px ${this.family}`;
  }

  /**
   * The advance of the text.
   * @param {number} weight
   * @param {number} size
   * @param {string} text
   */
  measure(weight, size, text) {
    this.#setFont(weight, size);
    return this.#context.measureText(text).width;
  }

  /**
   * The font's ascent and descent, both positive. Measured on text of the page, since canvases may differ from it by a pixel
   * (Chromium) and browsers round differently.
   * @param {number} weight
   * @param {number} size
   * @returns {[number, number]}
   */
  measureFont(weight, size) {
    const known = this.#fonts.get(this.#fontKey(weight, size));
    if (known !== undefined) return known;
    this.#measureFonts([{ weight, size }]);
    return this.measureFont(weight, size);
  }

  /**
   * Measures the fonts of the first screen in one layout of the page, for measureFont(), unless it has.
   * @param {number} rootFontSize CSS px
   */
  measureFirstFonts(rootFontSize) {
    const fonts = firstStyles.map(([size, weight]) => ({
      size: Math.round((size * rootFontSize) / usualRem) * devicePixelRatio,
      weight,
    }));
    if (!fonts.every(({ weight, size }) => this.#fonts.has(this.#fontKey(weight, size)))) this.#measureFonts(fonts);
  }

  /** To be called when a font was loaded. @param {string} family */
  forgetFonts(family) {
    this.family = family;
    this.#fonts.clear();
  }

  /**
   * @param {number} weight
   * @param {number} size
   */
  #fontKey(weight, size) {
    return `${weight} ${size / devicePixelRatio / this.textZoom}px ${this.family} ${devicePixelRatio}`;
  }

  /** @param {{weight: number, size: number}[]} fonts */
  #measureFonts(fonts) {
    const rulers = fonts.map(({ weight, size }) => ({
      key: this.#fontKey(weight, size),
      ...makeRuler(`${weight} ${size / devicePixelRatio / this.textZoom}px ${this.family}`),
    }));
    const box = document.createElement("div");
    setFirmly(box, { all: "initial", position: "fixed", visibility: "hidden" });
    box.append(...rulers.map(({ line }) => line));
    document.documentElement.append(box);
    const device = (/** @type {number} */ length) => Math.round(length * devicePixelRatio);
    for (const { key, words, foot } of rulers) {
      const { top, bottom } = words.getBoundingClientRect();
      const baseline = foot.getBoundingClientRect().bottom;
      this.#fonts.set(key, [device(baseline - top), device(bottom - baseline)]);
    }
    box.remove();
  }

  /**
   * Paints the text. Its pixels are returned by pixels().
   * @param {number} weight
   * @param {number} size
   * @param {string} text
   * @returns {Picture | undefined} undefined where nothing is visible
   */
  paint(weight, size, text) {
    this.#setFont(weight, size);
    const metrics = this.#context.measureText(text);
    const left = Math.floor(-metrics.actualBoundingBoxLeft) - margin;
    const top = Math.floor(-metrics.actualBoundingBoxAscent) - margin;
    const width = Math.ceil(metrics.actualBoundingBoxRight) + margin - left;
    const height = Math.ceil(metrics.actualBoundingBoxDescent) + margin - top;
    if (width <= 2 * margin || height <= 2 * margin) return undefined;

    const { canvas } = this.#context;
    if (width > canvas.width || height > canvas.height) {
      this.#context = this.#makeContext(Math.max(width, canvas.width), Math.max(height, canvas.height));
      this.#setFont(weight, size);
    }
    this.#context.clearRect(0, 0, width, height);
    this.#context.fillText(text, -left, -top);
    this.#image = this.#context.getImageData(0, 0, width, height);
    this.#isColoured = hasColours(this.#image.data);
    return { box: [left, top, width, height], isColoured: this.#isColoured };
  }

  /**
   * Converts a CSS colour to 0xAABBGGRR. 0 where it is invalid or not opaque.
   * @param {string} colour
   */
  readColour(colour) {
    if (colour === "") return 0;
    this.#context.clearRect(0, 0, 1, 1);
    this.#context.fillStyle = "transparent";
    this.#context.fillStyle = colour;
    this.#context.fillRect(0, 0, 1, 1);
    this.#context.fillStyle = "black";
    const [red = 0, green = 0, blue = 0, alpha = 0] = this.#context.getImageData(0, 0, 1, 1).data;
    return alpha === 255 ? ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0 : 0;
  }

  /** The picture painted last, row by row: a byte of coverage for each pixel, or RGBA where it has colours of its own. */
  pixels() {
    const data = this.#image?.data ?? new Uint8ClampedArray();
    if (this.#isColoured) return data;
    const coverage = new Uint8Array(data.length / 4);
    for (let pixel = 0; pixel < coverage.length; ++pixel) coverage[pixel] = data[4 * pixel + 3] ?? 0;
    return coverage;
  }
}

/** Whether the glyph has colours of its own. @param {Uint8ClampedArray} data RGBA of a text painted in black */
function hasColours(data) {
  for (let place = 0; place < data.length; place += 4) {
    const lightest = Math.max(data[place] ?? 0, data[place + 1] ?? 0, data[place + 2] ?? 0);
    if (lightest > colourful && (data[place + 3] ?? 0) > opaqueEnough) return true;
  }
  return false;
}
