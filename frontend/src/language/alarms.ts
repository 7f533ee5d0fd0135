import { alarms as english } from "./en/alarms.ts";
import { part, speaking } from "./t.ts";

export const alarms = part(english, { es: () => import("./es/alarms.ts") });

/** The sentences of what must not be missed. */
export const t = speaking(alarms);
