import { signal } from "@preact/signals";
import { FALLBACK, LANGUAGES, type Language } from "./languages.ts";

/** Which language is spoken, and as in which country dates and numbers are written. */
export type Speech = { readonly language: Language; readonly region: string };

const isOurs = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);
const primary = (tag: string) => tag.split("-")[0]?.toLowerCase() ?? "";

/** The first of these tags whose language we have; else English. */
export function languageAmong(tags: readonly string[]): Language {
  return tags.map(primary).find(isOurs) ?? FALLBACK;
}

/**
 * How dates and numbers are written in a language: as where the person lives. A phone that is set to this
 * language says where; from another one only its country is taken.
 */
export function regionOf(language: Language, tags: readonly string[]): string {
  const own = tags.find((tag) => primary(tag) === language);
  if (own !== undefined) return own;
  const country = countryIn(tags[0]);
  return country === undefined ? language : `${language}-${country}`;
}

function countryIn(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : new Intl.Locale(tag).region;
  } catch {
    return undefined; // no tag at all, as some browsers give in their strictest privacy
  }
}

/** What the phone is set to, the best first. */
export const phonesTags = (): readonly string[] => globalThis.navigator?.languages ?? [];

/** What is spoken now; who reads it is shown anew after a change. */
export const speech = signal<Speech>({
  language: FALLBACK,
  region: regionOf(FALLBACK, phonesTags()),
});

/** Something of `Intl` for the language spoken: made when it is first needed, and again after a change. */
export function inSpeech<Made>(make: (speech: Speech) => Made): () => Made {
  let kept: { of: Speech; made: Made } | undefined;
  return () => {
    const now = speech.value;
    if (kept?.of !== now) kept = { of: now, made: make(now) };
    return kept.made;
  };
}

/** A heading's first letter, where the language itself would write it small. */
export const capital = (text: string): string =>
  text.charAt(0).toLocaleUpperCase(speech.value.language) + text.slice(1);
