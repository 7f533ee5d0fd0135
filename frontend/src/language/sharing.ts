import { first } from "./en/first.ts";
import { sharing } from "./en/sharing.ts";
import { speaking } from "./t.ts";

/** The sentences of handing a copy to a coach, and taking it back. */
export const t = speaking({ ...first, ...sharing });
