import { first } from "./en/first.ts";
import { leaving } from "./en/leaving.ts";
import { speaking } from "./t.ts";

/** The sentences of leaving. */
export const t = speaking({ ...first, ...leaving });
