import { entries } from "./en/entries.ts";
import { people } from "./en/people.ts";
import { shell } from "./en/shell.ts";
import { troubles } from "./en/troubles.ts";

/** Every English sentence of the app. What differs by number is a plural: `one` and `other`. */
export const en = { ...shell, ...entries, ...people, ...troubles } as const;
