import { prompts as english } from "./en/prompts.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const prompts = part(english, { es: () => import("./es/prompts.ts") });

/** The sentences around a prompt. */
export const t = speaking(first, prompts);
