import { batch, type Signal, signal } from "@preact/signals";
import { FALLBACK, LANGUAGES, type Language } from "./languages.ts";
import { inSpeech, phonesTags, regionOf, speech } from "./speech.ts";

/** What differs by number: a sentence for each form that the language has, by its name in `Intl`. */
export type Forms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
type Plural = { readonly one: string; readonly other: string };
/** Sentences by key; what differs by number has one for `one` and one for `other`. */
export type Catalogue = { readonly [key: string]: string | Plural };
/** The same sentences in another language: each key, and none beside them. */
export type Translated<C extends Catalogue> = { readonly [K in keyof C]: string | Forms };

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type TextOf<Entry> = Entry extends Plural ? Entry["other"] : Entry;
type ValuesOf<Entry> = { [Name in NamesIn<TextOf<Entry>>]: string | number };
type Values<Entry> = keyof ValuesOf<Entry> extends never ? [] : [values: ValuesOf<Entry>];

/** Says a sentence by its key, its `{names}` filled in and its plural chosen by `n`. */
export type Speaker<C extends Catalogue> = <K extends keyof C & string>(
  key: K,
  ...values: Values<C[K]>
) => string;

type Sentences = { readonly [key: string]: string | Forms };
type Other = Exclude<Language, "en">;
/** How a part comes in each other language; its file is fetched only where that one is spoken. */
export type Others<C extends Catalogue> = Record<Other, () => Promise<{ default: Translated<C> }>>;
/** The sentences of one subject in the language spoken. */
export type Part<C extends Catalogue> = {
  readonly english: C;
  readonly others: Others<C>;
  readonly said: Signal<Sentences>;
};

const parts = new Set<Part<Catalogue>>();
/** The language that was asked for last; it is spoken as soon as its sentences are here. */
let wanted = FALLBACK as Language;

/** One subject's sentences: in English with the screen that says them, in others by a file of their own. */
export function part<C extends Catalogue>(english: C, others: Others<C>): Part<C> {
  const made: Part<C> = { english, others, said: signal<Sentences>(english) };
  parts.add(made);
  if (wanted !== FALLBACK) void heard();
  return made;
}

async function sentencesOf({ english, others }: Part<Catalogue>): Promise<Sentences> {
  if (wanted === "en") return english;
  return others[wanted]().then(
    (file) => file.default,
    () => english, // not on this phone yet: asked for again with the next screen
  );
}

/** Resolves when each sentence that a screen here may say has come in the language spoken. */
export async function heard(): Promise<void> {
  const language = wanted;
  const all = [...parts];
  const came = await Promise.all(all.map(sentencesOf));
  if (language !== wanted) return; // meanwhile another was asked for
  batch(() => {
    for (const [at, one] of all.entries()) one.said.value = came[at] ?? one.english;
    if (speech.peek().language === language) return;
    speech.value = { language, region: regionOf(language, phonesTags()) };
    tellBrowser(language);
  });
}

/** Speaks this language from now on, on every screen that is open. */
export function speak(language: Language): Promise<void> {
  wanted = language;
  return heard();
}

function tellBrowser(language: Language): void {
  if (!globalThis.document) return;
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].dir;
}

const plural = inSpeech(({ language }) => new Intl.PluralRules(language));
const number = inSpeech(({ region }) => new Intl.NumberFormat(region));

type Given = Record<string, string | number>;

function choose(entry: string | Forms, values: Given): string {
  if (typeof entry === "string") return entry;
  return entry[plural().select(Number(values["n"]))] ?? entry.other;
}

/** A `t()` for some parts of the catalogue: a screen loads the sentences it says, and no others. */
export function speaking<A extends Catalogue, B extends Catalogue = A, C extends Catalogue = A>(
  ...ours: [Part<A>, Part<B>?, Part<C>?]
): Speaker<A & B & C> {
  const entryOf = (key: string) =>
    ours.findLast((one) => one && Object.hasOwn(one.english, key))?.said.value[key];
  return (key, ...rest) => {
    const values: Given = rest[0] ?? {};
    return choose(entryOf(key) ?? key, values).replace(/\{([\w-]+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === "number" ? number().format(value) : (value ?? whole);
    });
  };
}
