import { sharing as english } from "./en/sharing.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const sharing = part(english, { es: () => import("./es/sharing.ts") });

/** The sentences of handing a copy to a coach, and taking it back. */
export const t = speaking(first, sharing);
