import { first } from "./en/first.ts";
import { safety } from "./en/safety.ts";
import { speaking } from "./t.ts";

/** The sentences about help, fact notes and what to hide. */
export const t = speaking({ ...first, ...safety });
