import { signal } from "@preact/signals";
import { LANGUAGES, type Language } from "../language/languages.ts";
import { languageAmong, phonesTags } from "../language/speech.ts";
import { speak } from "../language/t.ts";
import { keepsNothing } from "./today.ts";

/** A language, or whatever the phone itself is set to. */
export type LanguageChoice = Language | "auto";

const KEY = "language";

function stored(): LanguageChoice {
  try {
    const kept = localStorage.getItem(KEY) ?? "";
    return Object.hasOwn(LANGUAGES, kept) ? (kept as Language) : "auto";
  } catch {
    return "auto"; // storage is closed to us: as the phone has it
  }
}

/** The language chosen on this phone. */
export const languageChoice = signal<LanguageChoice>(stored());

const languageBy = (choice: LanguageChoice) =>
  choice === "auto" ? languageAmong(phonesTags()) : choice;

/** Before the first screen: the language that was chosen, else the phone's, else English. */
export function speakAsChosen(): Promise<void> {
  return speak(languageBy(languageChoice.value));
}

/** Speaks it at once, on every open screen; nothing that is half written is touched. */
export function chooseLanguage(choice: LanguageChoice): Promise<void> {
  languageChoice.value = choice;
  keep(choice);
  return speak(languageBy(choice));
}

function keep(choice: LanguageChoice): void {
  if (keepsNothing.value) return;
  try {
    if (choice === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    return; // storage is closed to us: the choice holds until the page goes
  }
}
