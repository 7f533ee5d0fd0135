import { first } from "./en/first.ts";
import { weeks } from "./en/weeks.ts";
import { speaking } from "./t.ts";

/** The sentences of a week. */
export const t = speaking({ ...first, ...weeks });
