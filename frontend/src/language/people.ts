import { people as english } from "./en/people.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const people = part(english, { es: () => import("./es/people.ts") });

/** The sentences of the account, the recovery code and the settings. */
export const t = speaking(first, people);
