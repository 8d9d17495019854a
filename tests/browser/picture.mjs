// Looking at what a page shows: its frames and its pictures.

/**
 * Playwright's page, or that of an engine (engines.mjs).
 * @typedef {object} Page
 * @property {(look: any, parameter?: any) => Promise<any>} evaluate
 * @property {(options?: any) => Promise<Buffer>} screenshot
 */

/** @typedef {{left: number, top: number, width: number, height: number}} Area of the view, CSS px */

/** Waits until what was asked for has been drawn. @param {Page} page */
export async function waitForFrames(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}

/** Waits until the browser shows the same twice: some show what was drawn a little later. @param {Page} page */
export async function waitForStillPicture(page) {
  for (let before = await page.screenshot(), tries = 0; tries < 10; ++tries) {
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
  throw new Error("The picture does not come to rest");
}

/**
 * The colour of a place of the view (CSS px), red, green and blue from 0 to 255.
 * @param {Page} page
 * @param {number} x
 * @param {number} y
 */
export async function colourAt(page, x, y) {
  const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(async (/** @type {string} */ source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d"));
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, `data:image/png;base64,${picture.toString("base64")}`);
}

/**
 * Where there is ink in the view: for each area (CSS px) the box of the pixels that differ clearly from the area's first one, in CSS px from the area's
 * corner: left, top, right, bottom; null where there is none.
 * @param {Page} page
 * @param {Area[]} areas
 * @returns {Promise<(number[] | null)[]>}
 */
export async function inkBoxes(page, areas) {
  const picture = await page.screenshot();
  return page.evaluate(
    async (/** @type {{source: string, places: Area[]}} */ { source, places }) => {
      const clearly = 120; // of 765
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
        new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true })
      );
      context.drawImage(image, 0, 0);
      const ratio = image.width / innerWidth; // not every engine's pictures have the screen's own pixels
      return places.map(({ left, top, width, height }) => {
        const columns = Math.ceil(width * ratio);
        const rows = Math.ceil(height * ratio);
        const x = Math.floor(left * ratio);
        const { data } = context.getImageData(x, Math.floor(top * ratio), columns, rows);
        const box = [columns, rows, -1, -1];
        for (let pixel = 0; pixel < columns * rows; ++pixel) {
          const difference = [0, 1, 2].reduce((sum, part) => sum + Math.abs((data[4 * pixel + part] ?? 0) - (data[part] ?? 0)), 0);
          if (difference < clearly) continue;
          const column = pixel % columns;
          const row = Math.floor(pixel / columns);
          box[0] = Math.min(box[0] ?? column, column);
          box[1] = Math.min(box[1] ?? row, row);
          box[2] = Math.max(box[2] ?? column, column);
          box[3] = Math.max(box[3] ?? row, row);
        }
        return box[2] === -1 ? null : box.map((side) => side / ratio);
      });
    },
    { source: `data:image/png;base64,${picture.toString("base64")}`, places: areas },
  );
}

/**
 * @typedef {object} Grey
 * @property {number} left CSS px in the view, as top: where the first pixel is
 * @property {number} top
 * @property {number} columns
 * @property {number} rows
 * @property {number[]} values from 0 to 255, row by row
 */

/**
 * Parts of a picture of the view, at one device px in a CSS px.
 * @param {import("./engines.mjs").Page} page reads the picture
 * @param {Buffer} picture PNG
 * @param {{left: number, top: number, right: number, bottom: number}[]} areas CSS px
 * @returns {Promise<Grey[]>}
 */
export function greyOf(page, picture, areas) {
  return page.evaluate(
    async (base64, places) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
      context.drawImage(image, 0, 0);
      return places.map((place) => {
        const [left, top] = [Math.floor(place.left), Math.floor(place.top)];
        const [columns, rows] = [Math.ceil(place.right) - left, Math.ceil(place.bottom) - top];
        const { data } = context.getImageData(left, top, columns, rows);
        const values = Array.from({ length: columns * rows }, (_, pixel) =>
          Math.round(((data[4 * pixel] ?? 0) + (data[4 * pixel + 1] ?? 0) + (data[4 * pixel + 2] ?? 0)) / 3),
        );
        return { left, top, columns, rows, values };
      });
    },
    picture.toString("base64"),
    areas,
  );
}

/**
 * How much of each column differs from another picture's, or from the colour of the corner.
 * @param {Grey} grey
 * @param {Grey} [other]
 */
export function columnProfile({ columns, values }, other) {
  const profile = new Array(columns).fill(0);
  values.forEach((value, place) => {
    profile[place % columns] += Math.abs(value - (other?.values[place] ?? values[0] ?? 0));
  });
  return profile;
}

/**
 * How many device pixels of an area differ clearly between two pictures of the view.
 * @param {Page} page
 * @param {Buffer} one
 * @param {Buffer} other
 * @param {Area} [area] nothing: all of it
 * @returns {Promise<number>}
 */
export function countDifferences(page, one, other, area) {
  const sources = [one, other].map((picture) => `data:image/png;base64,${picture.toString("base64")}`);
  return page.evaluate(
    async (/** @type {{sources: string[], area: Area | undefined}} */ { sources, area }) => {
      const clearly = 24; // of 765
      const images = sources.map((source) => Object.assign(new Image(), { src: source }));
      await Promise.all(images.map((image) => image.decode()));
      const { left, top, width, height } = area ?? { left: 0, top: 0, width: innerWidth, height: innerHeight };
      const [first, second] = images.map((image) => {
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
          new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true })
        );
        context.drawImage(image, 0, 0);
        const [x, y, columns, rows] = [left, top, width, height].map((length) => Math.round(length * devicePixelRatio));
        return context.getImageData(x ?? 0, y ?? 0, columns || 1, rows || 1).data;
      });
      if (first === undefined || second === undefined) throw new Error("there are two pictures");
      let count = 0;
      for (let byte = 0; byte < first.length; byte += 4) {
        const difference = [0, 1, 2].reduce((sum, part) => sum + Math.abs((first[byte + part] ?? 0) - (second[byte + part] ?? 0)), 0);
        if (difference >= clearly) ++count;
      }
      return count;
    },
    { sources, area },
  );
}
