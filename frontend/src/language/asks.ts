import { asks as english } from "./en/asks.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const asks = part(english, { es: () => import("./es/asks.ts") });

/** The sentences about what is asked of work. */
export const t = speaking(first, asks);
