import { first } from "./en/first.ts";
import { speaking } from "./t.ts";

export type FirstKey = keyof typeof first;

/** The sentences of the frame and of the first screen. */
export const t = speaking(first);
