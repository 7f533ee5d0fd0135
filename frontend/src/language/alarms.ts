import { alarms } from "./en/alarms.ts";
import { speaking } from "./t.ts";

/** The sentences of what must not be missed. */
export const t = speaking(alarms);
