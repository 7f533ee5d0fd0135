import { techniques as english } from "./en/techniques.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const techniques = part(english, { es: () => import("./es/techniques.ts") });

/** The sentences of the toolkit. */
export const t = speaking(first, techniques);
