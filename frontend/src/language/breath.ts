import { breath } from "./en/breath.ts";
import { speaking } from "./t.ts";

/** The words of a guided breath: few, for they come with the first step of a rough call. */
export const t = speaking(breath);
