import { asks } from "./en/asks.ts";
import { first } from "./en/first.ts";
import { speaking } from "./t.ts";

/** The sentences about what is asked of work. */
export const t = speaking({ ...first, ...asks });
