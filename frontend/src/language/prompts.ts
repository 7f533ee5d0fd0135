import { first } from "./en/first.ts";
import { prompts } from "./en/prompts.ts";
import { speaking } from "./t.ts";

/** The sentences around a prompt. */
export const t = speaking({ ...first, ...prompts });
