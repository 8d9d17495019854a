// What search makes of a letter (src/search/characters.cpp, tables written by hand) is compared with Unicode: the
// letter's compatibility decomposition (NFKD), its case folded, its marks taken away. Where search does something else
// it is one of the exceptions below, each with its reason. The Unicode that counts is Node's.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const build = process.env.CE_NATIVE_BUILD ?? fileURLToPath(new URL("../build/native", import.meta.url));
const program = path.join(build, "tests/unit/print_folding");

const letterKinds = [1, 2]; // of CharacterKind: letter, unspaced

/** Letters that become what people type for them: the letters, and what each of them becomes. */
const customs = [
  ["ÆæǢǣǼǽ", "ae"], ["Œœ", "oe"], ["Þþ", "th"],
  // Strokes, hooks and tails; letters of phonetic alphabets that look like these.
  ["Ⱥɑẚ", "a"], ["ƀƁƂƃɃɓ", "b"], ["ƇƈȻȼɕ", "c"], ["ÐðĐđƉƊƋƌȡɖɗ", "d"], ["ƐɆɇɛ", "e"], ["Ƒƒ", "f"], ["ƓǤǥɠɡ", "g"],
  ["Ħħɦ", "h"], ["ƖƗɨɩ", "i"], ["ȷɈɉɟʄʝ", "j"], ["ĸƘƙ", "k"], ["ĿŀŁłƚȴȽɫɬɭ", "l"], ["ɱ", "m"], ["ŉŊŋƝƞȠȵɲɳ", "n"],
  ["ØøƆƟǾǿɔɵ", "o"], ["Ƥƥ", "p"], ["ɋʠ", "q"], ["Ɍɍɼɽɾ", "r"], ["ȿʂẜẝ", "s"], ["ŦŧƫƬƭƮȶȾʈ", "t"], ["Ʊʊ", "u"],
  ["Ʋʋ", "v"], ["ƳƴɎɏỾỿ", "y"], ["ƵƶȤȥɀʐʑ", "z"],
  // A small iota below is not typed.
  ["ᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾲᾳᾴᾷᾼ", "α"], ["ᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟῂῃῄῇῌ", "η"], ["ᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯῲῳῴῷῼ", "ω"],
  // Hebrew's final forms; Arabic letters that are typed for each other.
  ["ך", "כ"], ["ם", "מ"], ["ן", "נ"], ["ף", "פ"], ["ץ", "צ"], ["ة", "ه"], ["ىی", "ي"], ["ٱ", "ا"], ["ک", "ك"],
  ...Array.from("0123456789", (digit, value) => [String.fromCodePoint(...[0x660, 0x6f0, 0x966, 0xe50].map((zero) => zero + value)), digit]),
  // A Roman numeral stays one, in its small form; Katakana becomes Hiragana.
  ...Array.from("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅼⅽⅾⅿ", (small) => [small.toUpperCase(), small]),
  ...Array.from({ length: 0x30f6 - 0x30a0 }, (_, index) => [String.fromCodePoint(0x30a1 + index), String.fromCodePoint(0x3041 + index)]),
];

/**
 * Letters that stay as they are.
 * @type {[reason: string, letters: RegExp][]}
 */
const unchanged = [
  ["scripts that nobody searches by their bare letters yet", /(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Armenian}|\p{Script=Georgian}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Han}|\p{Script=Common})\p{L}/u],
  ["Latin letters without a plain one that is typed for them", /[ƄƢƦƧƸƼǶǷɊ]/u],
  ["Latin letters of phonetic alphabets, medieval writing and single languages", /[\u{2c60}-\u{2c7f}\u{a720}-\u{a7ff}\u{ab30}-\u{ab6f}]/u],
  ["Cyrillic letters of old manuscripts", /[\u{1c80}-\u{1c8f}\u{a640}-\u{a69f}]/u],
  ["small letters above and below the line, and phonetic ones like them", /[ʰ-ʸͺჼᴬ-ᵪᵸᶛ-ᶿₐ-ₜ\u{10780}-\u{107ba}\u{1e030}-\u{1e06d}]/u],
  ["small Roman numerals", /[ⅰ-ⅿ]/u],
  ["Georgian letters of the old church", /[\u{10a0}-\u{10cf}]/u],
  ["Armenian ligatures", /[և\u{fb13}-\u{fb17}]/u],
  ["Arabic letters with a mark that makes them other ones", /[\u{675}-\u{678}ۀۂۓ]/u],
  ["presentation forms of Hebrew and Arabic, which texts are not typed with", /[\u{fb1d}-\u{fdff}\u{fe70}-\u{feff}]/u],
  ["the alphabets of mathematics", /[\u{1ccd6}-\u{1ccf9}\u{1d400}-\u{1d7ff}\u{1ee00}-\u{1eeff}]/u],
  ["voiced kana are other letters, and so are half-width ones", /[\u{304c}-\u{309f}\u{30f7}-\u{30ff}\u{ff66}-\u{ff9f}]/u],
  ["Hangul is compared by whole syllables", /\p{Script=Hangul}/u],
  ["Han characters for compatibility", /[\u{f900}-\u{faff}\u{2f00}-\u{2fdf}\u{2e80}-\u{2eff}\u{2f800}-\u{2fa1f}]/u],
];

/**
 * Letters and numbers that search takes for none.
 * @type {[reason: string, letters: RegExp][]}
 */
const leftOut = [
  ["fractions", /[¼-¾⅐-⅟↉]/u],
  ["modifier letters: apostrophes, half rings, tone marks, lengtheners", /[ʹ-ˁˆ-ˑˠ-ˤˬˮ\u{374}ـⸯៗ]/u],
  ["letters as symbols", /[\u{2100}-\u{2125}\u{2128}\u{212c}-\u{214f}]/u],
  ["old Roman numerals", /[ↀ-ↈ]/u],
  ["numbers in circles and brackets, digits of displays", /[\u{1fbf0}-\u{1fbf9}①-⒛⓪-⓿❶-➓㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿\u{1f100}-\u{1f10c}]/u],
  ["numerals and annotations of Chinese and Japanese", /[〸-〼㆒-㆕]/u],
];

/** @param {string} letter */
const bareLetters = (letter) =>
  letter
    .normalize("NFKD")
    .toLowerCase()
    .toUpperCase() // "ß" and "ſ" have no other way to what they are alike
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ς", "σ");

/** What becomes of a letter by `customs`. @type {Map<string, string>} */
const customOf = new Map(customs.flatMap(([letters, becomes]) => Array.from(letters, (letter) => [letter, becomes])));

/**
 * The letters and numbers of which search makes something else than Unicode does, and what it makes of them.
 * @type {Map<string, string>}
 */
const differences = new Map();

before(() => {
  const lines = execFileSync(program, { encoding: "utf8", maxBuffer: 2 ** 26 }).trimEnd().split("\n");
  const printed = new Map(
    lines.map((line) => {
      const [code, kind, letters] = line.split(" ");
      return [Number.parseInt(code, 16), letterKinds.includes(Number(kind)) ? letters : ""];
    }),
  );
  for (let code = 0; code <= 0x10ffff; ++code) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const letter = String.fromCodePoint(code);
    const folded = printed.get(code) ?? letter;
    if (/[\p{L}\p{N}]/u.test(letter) && folded !== bareLetters(letter)) differences.set(letter, folded);
  }
});

/**
 * Those of the differences that no exception allows, as text.
 * @param {(letter: string, folded: string) => boolean} isKind
 * @param {(letter: string, folded: string) => boolean} isAllowed
 */
function listUnexplained(isKind, isAllowed) {
  const unexplained = [...differences].filter(([letter, folded]) => isKind(letter, folded) && !isAllowed(letter, folded));
  return unexplained.map(
    ([letter, folded]) => `U+${letter.codePointAt(0)?.toString(16)} ${letter}: "${folded}", not "${bareLetters(letter)}"`,
  );
}

/** @param {[reason: string, letters: RegExp][]} exceptions @param {string} letter */
const isAmong = (exceptions, letter) => exceptions.some(([, letters]) => letters.test(letter));

/** @param {[reason: string, letters: RegExp][]} exceptions @param {(letter: string, folded: string) => boolean} isKind */
function listNeedless(exceptions, isKind) {
  const found = [...differences].filter(([letter, folded]) => isKind(letter, folded)).map(([letter]) => letter);
  return exceptions.filter(([, letters]) => !found.some((letter) => letters.test(letter))).map(([reason]) => reason);
}

const isUnchanged = (/** @type {string} */ letter, /** @type {string} */ folded) => folded === letter;
const isLeftOut = (/** @type {string} */ _, /** @type {string} */ folded) => folded === "";
const isReplaced = (/** @type {string} */ letter, /** @type {string} */ folded) => folded !== letter && folded !== "";

test("a letter becomes what Unicode makes of it, or what people type for it", () => {
  const unexplained = listUnexplained(isReplaced, (letter, folded) => customOf.get(letter) === folded);
  assert.deepEqual(unexplained, []);
  const needless = [...customOf].filter(([letter, becomes]) => differences.get(letter) !== becomes);
  assert.deepEqual(needless, []);
});

test("a letter that stays as it is does so for a reason", () => {
  assert.deepEqual(listUnexplained(isUnchanged, (letter) => isAmong(unchanged, letter)), []);
  assert.deepEqual(listNeedless(unchanged, isUnchanged), []);
});

test("a letter that is taken for none is so for a reason", () => {
  assert.deepEqual(listUnexplained(isLeftOut, (letter) => isAmong(leftOut, letter)), []);
  assert.deepEqual(listNeedless(leftOut, isLeftOut), []);
});
