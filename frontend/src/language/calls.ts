import { calls as english } from "./en/calls.ts";
import { entries } from "./entries.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const calls = part(english, { es: () => import("./es/calls.ts") });

/** The sentences of a rough call and of a whole shift. */
export const t = speaking(first, entries, calls);
