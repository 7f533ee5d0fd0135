import { expect, test } from "vitest";
import { ALL_LANGUAGES, FALLBACK, type Language } from "./languages.ts";
import type { Forms } from "./t.ts";

type Entry = string | Forms;
type Sentences = Record<string, Entry>;

const ENGLISH = import.meta.glob<Record<string, Sentences>>("./en/*.ts", { eager: true });
const OTHERS = import.meta.glob<{ default: Sentences }>("./*/*.ts", { eager: true });
const others = ALL_LANGUAGES.filter((one) => one !== FALLBACK);

/** Every sentence of a language as `subject key`. */
function sentencesOf(language: Language): Map<string, Entry> {
  const said = Object.entries(ENGLISH).flatMap(([path, file]) => {
    const subject = path.replace(/^.*\/|\.ts$/g, "");
    const english = Object.values(file)[0] ?? {};
    const own = OTHERS[path.replace("/en/", `/${language}/`)]?.default;
    const sentences = language === FALLBACK ? english : (own ?? {});
    return Object.entries(sentences).map(([key, entry]) => [`${subject} ${key}`, entry] as const);
  });
  return new Map(said);
}

const english = sentencesOf(FALLBACK);
const formsOf = (entry: Entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
const namesIn = (text: string) =>
  new Set([...text.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name));

type Names = Set<string | undefined>;

/** The names that may stand in a sentence, and those without which it would say less. */
function named(entry: Entry): { may: Names; must: Names } {
  const all = formsOf(entry).flatMap((text) => [...namesIn(text)]);
  return { may: new Set(all), must: namesIn(typeof entry === "string" ? entry : entry.other) };
}

test.each(others)("%s has a file for each subject, and in it each sentence", (language) => {
  const translated = sentencesOf(language);
  expect(english.size).toBeGreaterThan(600);
  expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(others)("%s names in a sentence what English names in it", (language) => {
  for (const [key, entry] of sentencesOf(language)) {
    const [mine, theirs] = [named(entry), named(english.get(key) ?? "")];
    expect([...mine.must].sort(), key).toEqual([...theirs.must].sort());
    expect(
      [...mine.may].filter((name) => !theirs.may.has(name)),
      key,
    ).toEqual([]);
  }
});

// One word may be the same word in two languages; a whole sentence was forgotten.
const SEVERAL_WORDS = /\p{L}{2,}[^{}]*\s\p{L}{2,}/u;

test.each(others)("%s says each sentence in its own words", (language) => {
  for (const [key, entry] of sentencesOf(language)) {
    const [mine, theirs] = [formsOf(entry), formsOf(english.get(key) ?? "")];
    const same = mine.filter((text) => SEVERAL_WORDS.test(text) && theirs.includes(text));
    expect(same, key).toEqual([]);
  }
});

test.each(others)("%s has plurals where English has, in forms its numbers ask for", (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[];
  for (const [key, entry] of sentencesOf(language)) {
    const isPlural = typeof english.get(key) !== "string";
    expect(typeof entry !== "string", key).toBe(isPlural);
    if (typeof entry === "string") continue;
    expect(Object.keys(entry), key).toEqual(expect.arrayContaining(["one", "other"]));
    expect(
      Object.keys(entry).filter((form) => !forms.includes(form)),
      key,
    ).toEqual([]);
  }
});

// Devices and codes may be lost, and then it has to be said.
const MAY_NAME_A_LOSS = /^(people|troubles|ways) /;
const PRESSURE: Record<Language, RegExp> = {
  en: /\b(should|must|fail(s|ed|ure)?|lost|broken|still not|don't forget|at risk)\b/i,
  es: /(?<!\p{L})(deb(es|e|erías|ías|emos)|tienes que|hay que|fall(o|a|aste|ó)|fracas\p{L}*|perdi(ste|do|da)|perder\p{L}*|rot[oa]s?|todavía no|aún no|no (te )?olvides|en riesgo|ánimo, |al menos)(?!\p{L})/iu,
};
const SHOUTS_OR_SPLITS = /[!¡<>]|\p{L}\/\p{L}|\p{L}@|\p{L}\((?:a|as)\)/u;

test.each([FALLBACK, ...others])(
  "%s neither presses, nor shouts, nor splits a word by gender",
  (language) => {
    for (const [key, entry] of sentencesOf(language)) {
      for (const text of formsOf(entry)) {
        expect(text, key).not.toMatch(SHOUTS_OR_SPLITS);
        if (!MAY_NAME_A_LOSS.test(key)) expect(text, key).not.toMatch(PRESSURE[language]);
      }
    }
  },
);

// An adjective in one gender about the person who reads; the other languages have their own words.
const GENDERED =
  /(?<!\p{L})((estás|te sientes|quedaste|eres) (muy )?\p{L}+(ad|id)[oa]|bienvenid[oa]|list[oa]s? para)(?!\p{L})/iu;

test("Spanish calls nobody by a gender, and says tú", () => {
  for (const [key, entry] of sentencesOf("es")) {
    for (const text of formsOf(entry)) {
      expect(text, key).not.toMatch(GENDERED);
      expect(text, key).not.toMatch(/(?<!\p{L})(vosotros|vuestr\p{L}+|vos|sois|estáis)(?!\p{L})/iu);
    }
  }
});
