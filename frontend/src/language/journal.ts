import { journal as english } from "./en/journal.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const journal = part(english, { es: () => import("./es/journal.ts") });

/** The sentences of the journal's list, and of what an entry was before. */
export const t = speaking(first, journal);
