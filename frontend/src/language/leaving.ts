import { leaving as english } from "./en/leaving.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const leaving = part(english, { es: () => import("./es/leaving.ts") });

/** The sentences of leaving. */
export const t = speaking(first, leaving);
