// Waiting for what only a question from outside the page shows.

import { setTimeout as pause } from "node:timers/promises";

/**
 * Asks again until an answer is as wanted, for 10 seconds. Gives the last answer, for the test to say what is wrong with it.
 * @template Answer
 * @param {() => Promise<Answer>} ask
 * @param {(answer: Answer) => boolean} isWanted
 * @returns {Promise<Answer>}
 */
export async function askUntil(ask, isWanted) {
  const end = performance.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer) || performance.now() > end) return answer;
    await pause(50); // asking costs the page more than waiting, and meanwhile the server of this process answers
  }
}
