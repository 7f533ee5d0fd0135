import { first } from "./en/first.ts";
import { people } from "./en/people.ts";
import { speaking } from "./t.ts";

/** The sentences of the account, the recovery code and the settings. */
export const t = speaking({ ...first, ...people });
