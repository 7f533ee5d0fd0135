import { ways as english } from "./en/ways.ts";
import { first } from "./first.ts";
import { people } from "./people.ts";
import { part, speaking } from "./t.ts";

export const ways = part(english, { es: () => import("./es/ways.ts") });

/** The sentences of confirming, leaving, devices and ways back. */
export const t = speaking(first, people, ways);
