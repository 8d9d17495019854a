// Runs files of tests one after the other in this process, in the same browsers (kept.mjs):
//
//   node --test-reporter=tap --test-force-exit tests/browser/group.mjs FILE…
//
// Each file is a suite, so that its before() and after() are called right before and after its own tests.

import path from "node:path";
import { describe } from "node:test";
import { pathToFileURL } from "node:url";

import { keepBrowsers } from "./kept.mjs";

keepBrowsers();
for (const file of process.argv.slice(2)) {
  describe(path.basename(file, ".test.mjs"), async () => {
    await import(pathToFileURL(path.resolve(file)).href);
  });
}
