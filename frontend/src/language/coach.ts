import { coach as english } from "./en/coach.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const coach = part(english, { es: () => import("./es/coach.ts") });

/** The sentences of a coach's screens. */
export const t = speaking(first, coach);
