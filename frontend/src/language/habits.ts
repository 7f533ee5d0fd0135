import { habits as english } from "./en/habits.ts";
import { first } from "./first.ts";
import { part, speaking } from "./t.ts";

export const habits = part(english, { es: () => import("./es/habits.ts") });

/** The sentences of habits, their strength and their streaks. */
export const t = speaking(first, habits);
