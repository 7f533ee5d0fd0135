import { shifts as english } from "./en/shifts.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const shifts = part(english, { es: () => import("./es/shifts.ts") });

/** The sentences around a shift. */
export const t = speaking(first, shifts);
