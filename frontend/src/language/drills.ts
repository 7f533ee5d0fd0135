import { drills as english } from "./en/drills.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const drills = part(english, { es: () => import("./es/drills.ts") });

/** The sentences of the phrase gym. */
export const t = speaking(first, drills);
