import { goals as english } from "./en/goals.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const goals = part(english, { es: () => import("./es/goals.ts") });

/** The sentences of goals and of looking back on them. */
export const t = speaking(first, goals);
