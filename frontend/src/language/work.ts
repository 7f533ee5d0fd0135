import { first } from "./en/first.ts";
import { work } from "./en/work.ts";
import { speaking } from "./t.ts";

/** The sentences of work days, days off and shifts. */
export const t = speaking({ ...first, ...work });
