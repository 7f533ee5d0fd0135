import { calls } from "./en/calls.ts";
import { entries } from "./en/entries.ts";
import { first } from "./en/first.ts";
import { speaking } from "./t.ts";

/** The sentences of a rough call and of a whole shift. */
export const t = speaking({ ...first, ...entries, ...calls });
