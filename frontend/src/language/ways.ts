import { first } from "./en/first.ts";
import { people } from "./en/people.ts";
import { ways } from "./en/ways.ts";
import { speaking } from "./t.ts";

/** The sentences of confirming, leaving, devices and ways back. */
export const t = speaking({ ...first, ...people, ...ways });
