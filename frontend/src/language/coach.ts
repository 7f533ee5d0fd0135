import { coach } from "./en/coach.ts";
import { first } from "./en/first.ts";
import { speaking } from "./t.ts";

/** The sentences of a coach's screens. */
export const t = speaking({ ...first, ...coach });
