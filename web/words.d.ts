/** The interface's words that the page shows itself; scripts/site.mjs makes them from data/words. */
type Kind = "offline" | "missing" | "wrong" | "program";
type Words = Record<`page.${Kind}.${"title" | "text"}` | "page.retry" | "page.static" | "page.place", string>;
export const words: { fr: Words; en: Words };
