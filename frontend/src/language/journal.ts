import { first } from "./en/first.ts";
import { journal } from "./en/journal.ts";
import { speaking } from "./t.ts";

/** The sentences of the journal's list, and of what an entry was before. */
export const t = speaking({ ...first, ...journal });
