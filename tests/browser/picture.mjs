// Looking at what a page shows: its frames and its pictures. Pictures are read here and not in the page: a browser that
// paints without a graphics card takes seconds for what takes milliseconds here.

import { PNG } from "pngjs";

import { askUntil } from "./until.mjs";

/**
 * Playwright's page, or that of an engine (engines.mjs).
 * @typedef {object} Page
 * @property {(look: any, parameter?: any) => Promise<any>} evaluate
 * @property {(options?: any) => Promise<Buffer>} screenshot
 */

/** @typedef {{left: number, top: number, width: number, height: number}} Area of the viewport, CSS px */

/**
 * @typedef {object} Picture of the viewport
 * @property {number} width device px, as height
 * @property {number} height
 * @property {Uint8Array} data red, green, blue and alpha, row by row
 * @property {number} ratio how many of its pixels are in a CSS px: not every engine's pictures have the screen's own pixels
 */

/** Waits until what was asked for has been drawn. @param {Page} page */
export async function waitForFrames(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}

/** @param {Page} page @returns {Promise<Picture>} */
export async function takePicture(page) {
  const { width, height, data } = PNG.sync.read(await page.screenshot());
  return { width, height, data, ratio: width / (await page.evaluate(() => innerWidth)) };
}

/**
 * A picture once the browser shows the same twice: some show what was drawn a little later. By pixels, for one engine's files
 * of the same pixels differ in their bytes.
 * @param {Page} page
 * @returns {Promise<Picture>}
 */
export async function takeStillPicture(page) {
  for (let before = await takePicture(page), tries = 0; tries < 10; ++tries) {
    const now = await takePicture(page);
    if (countDifferences(before, now) === 0) return now;
    before = now;
  }
  throw new Error("The picture does not come to rest");
}

/**
 * A picture that is as wanted, or the last one that was taken (askUntil).
 * @param {Page} page
 * @param {(picture: Picture) => boolean} isWanted
 */
export const takePictureWhere = (page, isWanted) => askUntil(() => takePicture(page), isWanted);

/**
 * The pixels of an area, as a picture of its own; all of them without an area.
 * @param {Picture} picture
 * @param {Area} [area]
 * @returns {{columns: number, rows: number, data: Uint8Array}} at least a pixel; what is outside the picture is black
 */
export function cropPicture({ width, height, data, ratio }, area) {
  if (area === undefined) return { columns: width, rows: height, data };
  const x = Math.round(area.left * ratio);
  const y = Math.round(area.top * ratio);
  const columns = Math.round(area.width * ratio) || 1;
  const rows = Math.round(area.height * ratio) || 1;
  const cropped = new Uint8Array(4 * columns * rows);
  for (let row = Math.max(0, -y); row < Math.min(rows, height - y); ++row) {
    const first = Math.max(0, -x);
    const last = Math.min(columns, width - x);
    if (first >= last) continue;
    const from = 4 * ((y + row) * width + x);
    cropped.set(data.subarray(from + 4 * first, from + 4 * last), 4 * (row * columns + first));
  }
  return { columns, rows, data: cropped };
}

/** @param {Uint8Array} data @param {number} byte of a pixel @returns {number} 0xRRGGBB */
const colourOf = (data, byte) => ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);

/** How far two colours are apart, of 765. @param {number} one 0xRRGGBB @param {number} other @returns {number} */
export const distanceOf = (one, other) =>
  Math.abs((one >> 16) - (other >> 16)) + Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)) + Math.abs((one & 255) - (other & 255));

/**
 * @param {Picture} picture
 * @param {number} x CSS px in the viewport
 * @param {number} y
 * @returns {number} 0xRRGGBB
 */
export const colourAt = (picture, x, y) => colourOf(cropPicture(picture, { left: x, top: y, width: 0, height: 0 }).data, 0);

/**
 * How many pixels of each colour are in an area.
 * @param {Picture} picture
 * @param {Area} area
 * @returns {Map<number, number>} by 0xRRGGBB
 */
export function countColours(picture, area) {
  const { data } = cropPicture(picture, area);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let byte = 0; byte < data.length; byte += 4) {
    const colour = colourOf(data, byte);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

/**
 * What changed between two pictures of the same size, be it by one step of one colour.
 * @param {Picture} before
 * @param {Picture} now
 * @param {Area} [area] nothing: in all of it
 * @returns {{from: number, to: number, size: number}[]} colours as 0xRRGGBB, and how many CSS px of area changed so
 */
export function findChanges(before, now, area) {
  const [{ data: old }, { data }] = [cropPicture(before, area), cropPicture(now, area)];
  /** @type {Map<string, {from: number, to: number, size: number}>} */
  const changes = new Map();
  for (let byte = 0; byte < data.length; byte += 4) {
    const [from, to] = [colourOf(old, byte), colourOf(data, byte)];
    if (from === to) continue;
    const change = changes.get(`${from} ${to}`) ?? { from, to, size: 0 };
    change.size += 1 / (now.ratio * now.ratio);
    changes.set(`${from} ${to}`, change);
  }
  return [...changes.values()];
}

/**
 * How many pixels of an area differ clearly between two pictures.
 * @param {Picture} one
 * @param {Picture} other
 * @param {Area} [area] nothing: all of it
 */
export function countDifferences(one, other, area) {
  const clearly = 24; // of 765
  const [{ data: first }, { data: second }] = [cropPicture(one, area), cropPicture(other, area)];
  let count = Math.abs(first.length - second.length) / 4;
  for (let byte = 0; byte < Math.min(first.length, second.length); byte += 4) {
    if (distanceOf(colourOf(first, byte), colourOf(second, byte)) >= clearly) ++count;
  }
  return count;
}

/**
 * Where there is ink: for each area the box of the pixels that differ clearly from the area's first one, in CSS px from the
 * area's corner: left, top, right, bottom; null where there is none.
 * @param {Picture} picture
 * @param {Area[]} areas
 * @returns {(number[] | null)[]}
 */
export function findInk(picture, areas) {
  const clearly = 120; // of 765
  const { ratio } = picture;
  return areas.map(({ left, top, width, height }) => {
    const whole = { left: Math.floor(left * ratio) / ratio, top: Math.floor(top * ratio) / ratio, width: Math.ceil(width * ratio) / ratio, height: Math.ceil(height * ratio) / ratio };
    const { columns, rows, data } = cropPicture(picture, whole);
    const ground = colourOf(data, 0);
    const box = [columns, rows, -1, -1];
    for (let pixel = 0; pixel < columns * rows; ++pixel) {
      if (distanceOf(colourOf(data, 4 * pixel), ground) < clearly) continue;
      const column = pixel % columns;
      const row = Math.floor(pixel / columns);
      box[0] = Math.min(box[0] ?? column, column);
      box[1] = Math.min(box[1] ?? row, row);
      box[2] = Math.max(box[2] ?? column, column);
      box[3] = Math.max(box[3] ?? row, row);
    }
    return box[2] === -1 ? null : box.map((side) => side / ratio);
  });
}

/**
 * @typedef {object} Grey
 * @property {number} left CSS px in the viewport, as top: where the first pixel is
 * @property {number} top
 * @property {number} columns
 * @property {number} rows
 * @property {number[]} values from 0 to 255, row by row
 */

/**
 * Parts of a picture that has one pixel in a CSS px.
 * @param {Picture} picture
 * @param {{left: number, top: number, right: number, bottom: number}[]} areas CSS px
 * @returns {Grey[]}
 */
export function readGrey(picture, areas) {
  if (picture.ratio !== 1) throw new Error(`The picture has ${picture.ratio} pixels in a CSS px`);
  return areas.map((area) => {
    const [left, top] = [Math.floor(area.left), Math.floor(area.top)];
    const { columns, rows, data } = cropPicture(picture, { left, top, width: Math.ceil(area.right) - left, height: Math.ceil(area.bottom) - top });
    const values = Array.from({ length: columns * rows }, (_, pixel) =>
      Math.round(((data[4 * pixel] ?? 0) + (data[4 * pixel + 1] ?? 0) + (data[4 * pixel + 2] ?? 0)) / 3),
    );
    return { left, top, columns, rows, values };
  });
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
