// Measures and paints glyphs for the program's glyph atlas, by a 2D canvas in the page's font stack, so that they are those of
// the page's text. src/platform/web/canvas_font_loader.cpp calls it.
//
// A glyph is measured at its first use. All glyphs that a frame lacks are painted together, on a sheet that mirrors the
// atlas's texture, and the sheet is uploaded from the canvas: its pixels are not read, which takes long, and which some
// browsers answer falsely so that nobody can tell visitors apart by their fonts.
//
// All sizes are device px. Glyphs are painted on whole pixels and without kerning: the program places each glyph itself.

const margin = 1; // px around the measured box, beyond which antialiasing may reach
const opaqueEnough = 64; // of 255: below it, rounding makes a pixel's colour unreliable
const usualRem = 16; // CSS px
const smallestLetters = 12; // CSS px: the program's smallest font size at usualRem
const colourful = 16; // of 255: a glyph painted in black that has lighter pixels has colours of its own

// Characters that may have colours of their own: those that are emoji without or with a variation selector.
const emoji = /\p{Emoji_Presentation}|\uFE0F/u;

/**
 * @typedef {object} Glyph
 * @property {string} font
 * @property {string} text
 * @property {number} left of its box, as top: from the pen's position on the baseline, to the right and down
 * @property {number} top
 * @property {number} width 0: nothing is visible
 * @property {number} height
 * @property {boolean} isColoured has colours of its own
 */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box of a sheet */

/**
 * @param {number} width
 * @param {number} height
 */
function makeContext(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  // In the processor's memory, where letters are painted as the page's are.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("The browser gives no 2D canvas.");
  context.fontKerning = "none";
  return context;
}

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
  [28, 700], [28, 400], [24, 700], [24, 400], [20, 700], [18, 700], [18, 600], [17, 650], [16, 400], [16, 600], [15, 400], [15, 600],
  [14, 400], [14, 600], [13, 400], [13, 500], [13, 600], [12, 600],
];

const manyLetters = "x".repeat(40);

/**
 * How the visitor's browser settings change font sizes.
 * @typedef {object} TextSettings
 * @property {number} rem the visitor's default font size, or the page's for the element (--ce-font-size), CSS px. Not the root's:
 *   a page may set that to make lengths of its own easy to write
 * @property {number} zoom the factor by which the browser enlarges text only (Firefox, "Zoom text only")
 * @property {number} least the minimum font size, CSS px, which computed styles do not show
 */

/** Elements from which measureTextSettings() measures. They are in the page only while they are measured. */
function makeSquare() {
  const square = document.createElement("div");
  const base = document.createElement("div");
  const large = document.createElement("span");
  const small = document.createElement("span");
  const hidden = { position: "fixed", visibility: "hidden", "white-space": "nowrap", "-webkit-text-size-adjust": "none" };
  setFirmly(square, { all: "initial", ...hidden, "font-size": "100px", width: "1em" });
  setFirmly(base, { all: "initial", ...hidden, width: "1em" });
  setFirmly(large, { all: "unset" });
  setFirmly(small, { all: "unset", "font-size": "1px" });
  large.append(manyLetters);
  small.append(manyLetters);
  square.append(large, small);
  return { square, base, large, small };
}

/** @param {Element} element @returns {TextSettings} */
export function measureTextSettings(element) {
  const { square, base, large, small } = makeSquare();
  setFirmly(base, { "font-size": getComputedStyle(element).getPropertyValue("--ce-font-size").trim() }); // initially "medium"
  document.documentElement.append(square, base);
  const { width } = square.getBoundingClientRect();
  const { width: rem } = base.getBoundingClientRect();
  const share = small.getBoundingClientRect().width / large.getBoundingClientRect().width;
  square.remove();
  base.remove();
  return { rem, zoom: width / 100, least: Math.ceil(share * width - 0.05) };
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
  }

  #context = makeContext(64, 64); // for measuring
  /** @type {CanvasRenderingContext2D | undefined} */
  #sheet;
  #texture = 0; // that the sheet mirrors
  /** By their numbers. @type {Map<number, Glyph>} */
  #glyphs = new Map();
  #lastNumber = 0;
  /** TextSettings.zoom, which applies to the page's text but not to a canvas. */
  textZoom = 1;
  /** What measureFont() has measured, by font and pixel ratio. @type {Map<string, [number, number]>} */
  #fonts = new Map();

  /**
   * @param {number} weight
   * @param {number} size
   * @param {string} text
   */
  #measure(weight, size, text) {
    this.#context.font = `${weight} ${size}px ${this.family}`;
    return this.#context.measureText(text);
  }

  /**
   * The advance of the text.
   * @param {number} weight
   * @param {number} size
   * @param {string} text
   */
  measure(weight, size, text) {
    return this.#measure(weight, size, text).width;
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

  /** To be called when a font was loaded, and before Program.forgetText(). @param {string} family */
  forgetFonts(family) {
    this.family = family;
    this.#fonts.clear();
    this.#glyphs.clear();
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
   * Measures the text and keeps it to be painted.
   * @param {number} weight
   * @param {number} size
   * @param {string} text
   * @returns {Glyph & {number: number, advance: number}} its number for paint()
   */
  add(weight, size, text) {
    const metrics = this.#measure(weight, size, text);
    const left = Math.floor(-metrics.actualBoundingBoxLeft) - margin;
    const top = Math.floor(-metrics.actualBoundingBoxAscent) - margin;
    const width = Math.ceil(metrics.actualBoundingBoxRight) + margin - left;
    const height = Math.ceil(metrics.actualBoundingBoxDescent) + margin - top;
    const number = ++this.#lastNumber;
    const { font } = this.#context;
    /** @type {Glyph} */
    const glyph = { font, text, left, top, width, height, isColoured: false };
    if (width <= 2 * margin || height <= 2 * margin) glyph.width = 0;
    else {
      glyph.isColoured = emoji.test(text) && this.#hasColours(glyph);
      this.#glyphs.set(number, glyph);
    }
    return { ...glyph, number, advance: metrics.width };
  }

  /** Whether the font has a picture with colours for it. @param {Glyph} glyph */
  #hasColours(glyph) {
    const context = makeContext(glyph.width, glyph.height);
    paintAt(context, glyph, 0, 0);
    return hasColours(context.getImageData(0, 0, glyph.width, glyph.height).data);
  }

  /**
   * Paints glyphs on the sheet that mirrors the texture, and uploads the part of it that has changed to the texture that is
   * bound in the WebGL context.
   * @param {WebGL2RenderingContext} gl
   * @param {number} texture the texture's number; 0 is none
   * @param {number} width of the texture
   * @param {number} height
   * @param {Int32Array} places number, x and y of each glyph
   * @param {{x: number, y: number, image: ImageData} | undefined} own what else is in the texture; undefined: the texture has
   *   it already, and all glyphs but these
   */
  paint(gl, texture, width, height, places, own) {
    if (own !== undefined || texture !== this.#texture) this.#sheet = undefined;
    this.#texture = texture;
    const sheet = (this.#sheet ??= makeContext(width, height));
    const box = { left: width, top: height, right: 0, bottom: 0 };
    if (own !== undefined) {
      sheet.putImageData(own.image, own.x, own.y);
      include(box, own.x, own.y, own.image);
    }
    for (let place = 0; place < places.length; place += 3) {
      const [number = 0, x = 0, y = 0] = places.subarray(place, place + 3);
      const glyph = this.#glyphs.get(number);
      if (glyph === undefined) continue;
      paintAt(sheet, glyph, x, y);
      if (!glyph.isColoured) whiten(sheet, glyph, x, y);
      include(box, x, y, glyph);
    }
    if (box.left < box.right) upload(gl, sheet.canvas, box);
  }

  /**
   * Converts a CSS colour to 0xAABBGGRR. 0 where it is invalid or not opaque.
   * @param {string} colour
   */
  readColour(colour) {
    if (colour === "") return 0;
    this.#context.fillStyle = "transparent";
    this.#context.fillStyle = colour;
    // Opaque colours of sRGB are written as "#rrggbb"
    // (https://html.spec.whatwg.org/multipage/canvas.html#serialisation-of-a-color), others have to be converted.
    const [, ...parts] = /^#(..)(..)(..)$/.exec(String(this.#context.fillStyle)) ?? [];
    if (parts.length > 0) {
      this.#context.fillStyle = "black";
      return Number.parseInt(`ff${parts.reverse().join("")}`, 16);
    }
    this.#context.clearRect(0, 0, 1, 1);
    this.#context.fillRect(0, 0, 1, 1);
    this.#context.fillStyle = "black";
    const [red = 0, green = 0, blue = 0, alpha = 0] = this.#context.getImageData(0, 0, 1, 1).data;
    return alpha === 255 ? ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0 : 0;
  }
}

/**
 * Paints a glyph in black, inside of its box alone. Browsers make letters bolder or thinner by their colour: those of a page
 * are mostly dark.
 * @param {CanvasRenderingContext2D} context
 * @param {Glyph} glyph
 * @param {number} x of the box's corner, as y
 * @param {number} y
 */
function paintAt(context, { font, text, left, top, width, height }, x, y) {
  if (context.font !== font) context.font = font;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillText(text, x - left, y - top);
  context.restore();
}

/**
 * Makes what is in a box white, as far as it is painted: the program gives it its colour.
 * @param {CanvasRenderingContext2D} context
 * @param {Glyph} glyph
 * @param {number} x
 * @param {number} y
 */
function whiten(context, { width, height }, x, y) {
  context.globalCompositeOperation = "source-atop";
  context.fillStyle = "white";
  context.fillRect(x, y, width, height);
  context.fillStyle = "black";
  context.globalCompositeOperation = "source-over";
}

/**
 * Makes the box include another one.
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @param {{width: number, height: number}} size
 */
function include(box, x, y, { width, height }) {
  box.left = Math.min(box.left, x);
  box.top = Math.min(box.top, y);
  box.right = Math.max(box.right, x + width);
  box.bottom = Math.max(box.bottom, y + height);
}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {HTMLCanvasElement} canvas
 * @param {Box} box of the canvas, and of the texture that is bound
 */
function upload(gl, canvas, { left, top, right, bottom }) {
  gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, left);
  gl.pixelStorei(gl.UNPACK_SKIP_ROWS, top);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, right - left, bottom - top, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
  gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
}

/** Whether a glyph has colours of its own. @param {Uint8ClampedArray} data RGBA of a text painted in black */
function hasColours(data) {
  for (let place = 0; place < data.length; place += 4) {
    const lightest = Math.max(data[place] ?? 0, data[place + 1] ?? 0, data[place + 2] ?? 0);
    if (lightest > colourful && (data[place + 3] ?? 0) > opaqueEnough) return true;
  }
  return false;
}
