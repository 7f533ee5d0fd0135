import { safety as english } from "./en/safety.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const safety = part(english, { es: () => import("./es/safety.ts") });

/** The sentences about help, fact notes and what to hide. */
export const t = speaking(first, safety);
