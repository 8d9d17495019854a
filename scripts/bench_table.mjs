// Prints one table of what several benchmarks measured, from Google Benchmark's JSON.
//
//   node scripts/bench_table.mjs [--json FILE] RESULT.json...
//
// --json writes all results as one file of the same kind.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

/**
 * @typedef {Record<string, unknown> & {name: string, real_time?: number, time_unit?: string, error_message?: string}} Row
 * @typedef {{context?: Record<string, unknown>, benchmarks: Row[]}} Result
 */

/** What Google Benchmark writes beside a row's own counters. */
const ownFields = new Set([
  ...["name", "family_index", "per_family_instance_index", "run_name", "run_type", "repetitions", "repetition_index"],
  ...["threads", "iterations", "real_time", "cpu_time", "time_unit", "aggregate_name", "aggregate_unit", "label"],
  ...["error_occurred", "error_message"],
]);

/** @param {number} value */
function inShort(value) {
  const size = Math.abs(value);
  if (size >= 1e9) return `${(value / 1e9).toPrecision(3)}G`;
  if (size >= 1e6) return `${(value / 1e6).toPrecision(3)}M`;
  if (size >= 1e4) return `${(value / 1e3).toPrecision(3)}k`;
  return String(Number(value.toPrecision(3)));
}

/** @param {Row} row */
function countersOf(row) {
  return Object.entries(row)
    .filter(([key, value]) => !ownFields.has(key) && typeof value === "number")
    .map(([key, value]) => `${key} ${inShort(Number(value))}`)
    .join(", ");
}

/** @param {Row} row */
function timeOf(row) {
  if (row.error_message !== undefined) return "failed";
  return row.real_time === undefined ? "" : `${inShort(row.real_time)} ${row.time_unit ?? "ns"}`;
}

const { values, positionals } = parseArgs({ options: { json: { type: "string" } }, allowPositionals: true });
/** @type {Result} */
const all = { benchmarks: [] };
for (const file of positionals) {
  const result = /** @type {Result} */ (JSON.parse(await readFile(file, "utf8")));
  if (!Array.isArray(result.benchmarks) || result.benchmarks.length === 0) throw new Error(`${file} holds no results.`);
  all.context ??= result.context;
  all.benchmarks.push(...result.benchmarks);

  console.log(`\n${path.basename(file, ".json")}`);
  const width = Math.max(...result.benchmarks.map((row) => row.name.length));
  for (const row of result.benchmarks) {
    console.log(`  ${row.name.padEnd(width)}  ${timeOf(row).padStart(10)}  ${row.error_message ?? countersOf(row)}`.trimEnd());
  }
}
console.log();
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(all, null, 1)}\n`);
if (all.benchmarks.some((row) => row.error_message !== undefined)) process.exitCode = 1;
