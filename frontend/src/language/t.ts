import { en } from "./en.ts";

type Plural = { readonly one: string; readonly other: string };
type Catalogue = typeof en;
export type Key = keyof Catalogue;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type TextOf<Entry> = Entry extends Plural ? Entry["other"] : Entry;
type ValuesOf<K extends Key> = { [Name in NamesIn<TextOf<Catalogue[K]>>]: string | number };
type Rest<K extends Key> = keyof ValuesOf<K> extends never ? [] : [values: ValuesOf<K>];

/** The language the screens speak; dates and numbers follow it too. */
export const language = "en";

const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);

function choose(entry: string | Plural, values: Record<string, string | number>): string {
  if (typeof entry === "string") return entry;
  return plural.select(Number(values["n"])) === "one" ? entry.one : entry.other;
}

/** The sentence of a key, its `{names}` filled in and its plural chosen by `n`. */
export function t<K extends Key>(key: K, ...rest: Rest<K>): string {
  const values: Record<string, string | number> = rest[0] ?? {};
  return choose(en[key], values).replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "number" ? number.format(value) : (value ?? whole);
  });
}

/** Whether the catalogue knows a key that was put together while running. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}
