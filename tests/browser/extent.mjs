// How much is tested. `scripts/test --all` also tests what differs little from what every run tests: the same screens in
// other engines, colours and sizes. What an engine does itself (input, focus, its accessibility tree, the visit) every run
// tests in all engines.

import { engineNames } from "./engines.mjs";

/** Whether all variants are tested. `scripts/test --all` sets the variable. */
export const testsAll = process.env.CE_TESTS === "all";

/**
 * The variants that every run tests, and with --all the others.
 * @template Variant
 * @param {Variant[]} always
 * @param {Variant[]} others
 */
export const variants = (always, others) => (testsAll ? [...always, ...others] : always);

/** The engines for a test of what is the same in each: Chromium, and with --all the others. */
export const leadingEngines = engineNames.filter((name) => testsAll || name === "chromium");

/** The engines for a test of what another one looks at in Chromium, closer: the others, and with --all Chromium too. */
export const followingEngines = engineNames.filter((name) => testsAll || name !== "chromium");
