import { first } from "./en/first.ts";
import { habits } from "./en/habits.ts";
import { speaking } from "./t.ts";

/** The sentences of habits, their strength and their streaks. */
export const t = speaking({ ...first, ...habits });
