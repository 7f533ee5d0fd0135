import { first } from "./en/first.ts";
import { notes } from "./en/notes.ts";
import { speaking } from "./t.ts";

/** The sentences of the lists a person keeps beside the journal. */
export const t = speaking({ ...first, ...notes });
