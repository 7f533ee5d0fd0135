import { first } from "./en/first.ts";
import { techniques } from "./en/techniques.ts";
import { speaking } from "./t.ts";

/** The sentences of the toolkit. */
export const t = speaking({ ...first, ...techniques });
