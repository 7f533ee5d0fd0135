import { safety as english } from "./en/safety.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const safety = part(english, { es: () => import("./es/safety.ts") });

/** The sentences about help and fact notes. */
export const t = speaking(first, safety);
