/** The languages of the screens: what each calls itself, and which way its lines run. */
export const LANGUAGES = {
  en: { name: "English", dir: "ltr" },
  es: { name: "Español", dir: "ltr" },
} as const;

export type Language = keyof typeof LANGUAGES;

/** The one every sentence has, and that stands in where another can't be had. */
export const FALLBACK: Language = "en";

export const ALL_LANGUAGES = Object.keys(LANGUAGES) as Language[];

/** Where *Get help now* leads: a page of its own in each language, which needs no script. */
export const helpAddress = (language: Language): string =>
  language === FALLBACK ? "/help.html" : `/help.${language}.html`;
