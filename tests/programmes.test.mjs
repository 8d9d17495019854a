// The command `programme` and a JSON Schema validator read the same files and must agree. The name of a bad file says
// who can see its mistake: "json-…" is no JSON (or not even text) to anybody, "schema-…" breaks data/programme.schema.json,
// "reader-…" keeps to the schema and is wrong all the same, as only our reader sees. NAME.expected beside it holds what
// the command prints behind the file's name. CE_NATIVE_BUILD and CE_WEB_BUILD name other build folders than build/native
// and build/web.

import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const corpus = path.join("tests", "data", "programmes");

/** @param {string} kind @returns {string[]} paths from the project's folder */
function filesOf(kind) {
    const names = readdirSync(path.join(project, corpus, kind)).filter((name) => name.endsWith(".json"));
    return names.sort().map((name) => path.join(corpus, kind, name));
}

const good = [...filesOf("good"), path.join("data", "eig-2018.json")];
const bad = filesOf("bad");

/** @param {string} file @returns {unknown} */
function parse(file) {
    // TextDecoder leaves a byte order mark out, as our reader does.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path.join(project, file))));
}

/** @param {string} file @returns {string} */
function expectedOf(file) {
    return readFileSync(path.join(project, file.replace(/\.json$/, ".expected")), "utf8");
}

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(path.join(project, "data", "programme.schema.json"), "utf8")));

/** @typedef {{name: string, command: string, before: string[], isBuilt: boolean}} Tool */

/** @returns {Tool[]} */
function tools() {
    const native = path.resolve(project, process.env.CE_NATIVE_BUILD ?? "build/native", "src/tools/programme");
    const web = path.resolve(project, process.env.CE_WEB_BUILD ?? "build/web", "src/tools/programme.js");
    return [
        { name: "native", command: native, before: [], isBuilt: existsSync(native) },
        { name: "WebAssembly", command: process.execPath, before: [web], isBuilt: existsSync(web) },
    ];
}

/** @param {Tool} tool @param {string[]} args */
function run(tool, ...args) {
    const { status, stdout, stderr } = spawnSync(tool.command, [...tool.before, ...args], {
        cwd: project,
        encoding: "utf8",
        maxBuffer: 1 << 26,
    });
    return { status, stdout, stderr };
}

/** What was printed about the file, without its name. @param {string} output @param {string} file */
function linesAbout(output, file) {
    const start = `${file}:`;
    const lines = output.split("\n").filter((line) => line.startsWith(start));
    return lines.map((line) => `${line.slice(start.length)}\n`).join("");
}

describe("a schema validator", () => {
    for (const file of good) {
        test(`accepts ${file}`, () => {
            assert.ok(isValid(parse(file)), ajv.errorsText(isValid.errors));
        });
    }
    for (const file of bad) {
        const [seenBy] = path.basename(file).split("-");
        if (seenBy === "json") {
            test(`cannot even parse ${file}`, () => assert.throws(() => parse(file)));
        } else if (seenBy === "schema") {
            test(`refuses ${file}`, () => assert.equal(isValid(parse(file)), false));
        } else {
            test(`does not see what is wrong with ${file}`, () => {
                assert.equal(seenBy, "reader");
                assert.ok(isValid(parse(file)), ajv.errorsText(isValid.errors));
            });
        }
    }
});

test("the corpus of bad files is large, and each has the message expected", () => {
    assert.ok(bad.length >= 60);
    for (const file of bad) assert.match(expectedOf(file), /^(\d+:\d+: error: .+\n)+$/);
});

test("at least one of the two builds of the command is there to be tested", () => {
    assert.ok(tools().some((tool) => tool.isBuilt));
});

for (const tool of tools()) {
    describe(`programme, ${tool.name}`, { skip: tool.isBuilt ? false : "not built" }, () => {
        test("finds nothing wrong with the good files", () => {
            const { status, stdout, stderr } = run(tool, "check", ...good);
            assert.equal(stderr, "");
            const lines = stdout.trimEnd().split("\n");
            assert.equal(lines.length, good.length);
            for (const [index, file] of good.entries()) {
                assert.match(lines[index] ?? "", new RegExp(`^${file}: no mistake, [\\d,]+ challenges?$`));
            }
            assert.equal(status, 0);
        });

        const all = run(tool, "check", ...bad);
        for (const file of bad) {
            test(`names the place of the mistake in ${file}`, () => {
                assert.equal(linesAbout(all.stdout, file), expectedOf(file));
            });
        }

        test("says nothing else, and ends with 1, where a file is wrong", () => {
            assert.equal(all.stdout.split("\n").length - 1, bad.map(expectedOf).join("").split("\n").length - 1);
            assert.equal(all.stderr, "");
            assert.equal(all.status, 1);
            assert.equal(run(tool, "check", good[0] ?? "", bad[0] ?? "").status, 1);
        });

        test("speaks French where asked to", () => {
            const file = path.join(corpus, "bad", "reader-unknown-skill.json");
            const { status, stdout } = run(tool, "check", "--language", "fr", file);
            assert.equal(
                stdout,
                `${file}:29:72: erreur: /challenges/0/profiles/0/skills/0: ` +
                    `Aucun élément de "skills" n’a l’identifiant "pyhton". Vouliez-vous dire "python"\u202F?\n`,
            );
            assert.equal(status, 1);
        });

        test("ends with 2 where a file cannot be read, after checking the others", () => {
            const { status, stdout, stderr } = run(tool, "check", "no-such-file.json", "tests", good[0] ?? "");
            assert.match(stderr, /^no-such-file\.json: this file cannot be read \(.+\)\ntests: this file cannot be read/);
            assert.match(stdout, /no mistake/);
            assert.equal(status, 2);
        });

        for (const [args, message] of /** @type {[string[], RegExp][]} */ ([
            [[], /no command given/],
            [["check"], /no file given/],
            [["chek", "x.json"], /unknown command: chek/],
            [["check", "--strict", "x.json"], /unknown option: --strict/],
            [["check", "--language", "de", "x.json"], /--language wants fr or en/],
            [["check", "--language"], /--language wants fr or en/],
        ])) {
            test(`ends with 2 and explains itself after "programme ${args.join(" ")}"`, () => {
                const { status, stdout, stderr } = run(tool, ...args);
                assert.match(stderr, message);
                assert.match(stderr, /Usage: programme check/);
                assert.equal(stdout, "");
                assert.equal(status, 2);
            });
        }

        test("explains itself where asked to", () => {
            const { status, stdout, stderr } = run(tool, "--help");
            assert.match(stdout, /^Usage: programme check.*\n[^]*Exit status: 0/);
            assert.equal(stderr, "");
            assert.equal(status, 0);
        });
    });
}
