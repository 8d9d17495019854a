// The screens have one scale of text sizes and one set of colours: src/ui/styles.cpp and src/ui/theme.cpp, whose values
// come from data/theme.json. No other file of src/ui may bring its own.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const screens = join(project, "src/ui");

/** Sizes of text, CSS px, as src/ui/styles.h says. */
const scale = [12, 13, 14, 15, 16, 17, 18, 24, 28];

/** @type {{what: string, pattern: RegExp, home: string[]}[]} */
const rules = [
  { what: "a size of text", pattern: /\bstyleOf\(|\.size = /, home: ["styles.cpp", "styles.h"] },
  { what: "a colour", pattern: /\brgb\(|\bIM_COL32\b|"#[0-9a-fA-F]{3,8}"/, home: ["theme.cpp", "theme.h"] },
];

/** @returns {{file: string, text: string}[]} the sources of the screens */
function sources() {
  return readdirSync(screens, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(cpp|h)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(screens, file), "utf8") }));
}

/** @param {string} file @param {string} text @returns {string[]} what breaks a rule, "filter.cpp:12: a colour" */
function findBreaches(file, text) {
  return rules
    .filter((rule) => !rule.home.includes(file))
    .flatMap((rule) =>
      text
        .split("\n")
        .map((line, index) => (rule.pattern.test(line.replace(/\/\/.*/, "")) ? `${file}:${index + 1}: ${rule.what}` : ""))
        .filter(Boolean),
    );
}

test("the screens take their sizes and colours from the styles and the theme alone", () => {
  const files = sources();
  assert.ok(files.length > 20, relative(project, screens));
  assert.deepEqual(files.flatMap(({ file, text }) => findBreaches(file, text)), []);
});

test("the styles have the sizes of the scale alone", () => {
  const text = readFileSync(join(screens, "styles.cpp"), "utf8");
  const calls = [...text.matchAll(/return styleOf\(frame, ([^;]*)\)|= styleOf\(frame, ([^;]*)\)/g)].map((call) => call[1] ?? call[2]);
  assert.ok(calls.length > 10);
  for (const call of calls) {
    const size = /^(?:frame\.isPhone\(\) \? (\d+) : )?(\d+),/.exec(call);
    assert.ok(size, call);
    for (const one of size.slice(1).filter((value) => value !== undefined)) assert.ok(scale.includes(Number(one)), call);
  }
});

test("a size or a colour of its own is found", () => {
  assert.deepEqual(findBreaches("filter.cpp", "styleOf(frame, 15, 400, 1.3F)\nrgb(0x123456)\n// rgb(0)"), [
    "filter.cpp:1: a size of text",
    "filter.cpp:2: a colour",
  ]);
});
