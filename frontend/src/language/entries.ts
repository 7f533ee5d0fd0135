import { entries as english } from "./en/entries.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const entries = part(english, { es: () => import("./es/entries.ts") });

/** The sentences of writing, reading and deleting an entry. */
export const t = speaking(first, entries);
