import { drills } from "./en/drills.ts";
import { first } from "./en/first.ts";
import { speaking } from "./t.ts";

/** The sentences of the phrase gym. */
export const t = speaking({ ...first, ...drills });
