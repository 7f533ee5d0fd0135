import { weeks as english } from "./en/weeks.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const weeks = part(english, { es: () => import("./es/weeks.ts") });

/** The sentences of a week. */
export const t = speaking(first, weeks);
