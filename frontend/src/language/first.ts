import { first as english } from "./en/first.ts";
import { part, speaking } from "./t.ts";

export type FirstKey = keyof typeof english;

export const first = part(english, { es: () => import("./es/first.ts") });

/** The sentences of the frame and of the first screen. */
export const t = speaking(first);
