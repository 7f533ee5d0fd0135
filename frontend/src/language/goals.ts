import { first } from "./en/first.ts";
import { goals } from "./en/goals.ts";
import { speaking } from "./t.ts";

/** The sentences of goals and of looking back on them. */
export const t = speaking({ ...first, ...goals });
