import { notes as english } from "./en/notes.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const notes = part(english, { es: () => import("./es/notes.ts") });

/** The sentences of the lists a person keeps beside the journal. */
export const t = speaking(first, notes);
