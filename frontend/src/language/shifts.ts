import { first } from "./en/first.ts";
import { shifts } from "./en/shifts.ts";
import { speaking } from "./t.ts";

/** The sentences around a shift. */
export const t = speaking({ ...first, ...shifts });
