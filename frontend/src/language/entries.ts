import { entries } from "./en/entries.ts";
import { first } from "./en/first.ts";
import { speaking } from "./t.ts";

/** The sentences of writing, reading and deleting an entry. */
export const t = speaking({ ...first, ...entries });
