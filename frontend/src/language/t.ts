type Plural = { readonly one: string; readonly other: string };
/** Sentences by key; what differs by number has one for `one` and one for `other`. */
export type Catalogue = { readonly [key: string]: string | Plural };

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

/** The language the screens speak. */
export const language = "en";

/** How dates and numbers are written: as in the person's own country, where it speaks this language. */
export const region =
  globalThis.navigator?.languages?.find((one) => one.split("-")[0] === language) ?? language;

const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(region);

type Given = Record<string, string | number>;

function choose(entry: string | Plural, values: Given): string {
  if (typeof entry === "string") return entry;
  return plural.select(Number(values["n"])) === "one" ? entry.one : entry.other;
}

/** A `t()` for one part of the catalogue: a screen loads the sentences it says, and no others. */
export function speaking<C extends Catalogue>(catalogue: C): Speaker<C> {
  return (key, ...rest) => {
    const values: Given = rest[0] ?? {};
    return choose(catalogue[key] ?? key, values).replace(/\{([\w-]+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === "number" ? number.format(value) : (value ?? whole);
    });
  };
}
