import { work as english } from "./en/work.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const work = part(english, { es: () => import("./es/work.ts") });

/** The sentences of work days, days off and shifts. */
export const t = speaking(first, work);
