import { breath as english } from "./en/breath.ts";
import { part, speaking } from "./t.ts";

export const breath = part(english, { es: () => import("./es/breath.ts") });

/** The words of a guided breath: few, for they come with the first step of a rough call. */
export const t = speaking(breath);
