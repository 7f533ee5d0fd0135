import type { JSX } from "preact";
import { andList } from "../language/calendar.ts";
import { t } from "../language/journal.ts";
import { copiesOf } from "./state.ts";

/** On the page of an entry, in a few words: who can see it. Each copy stands below, with the way to take it back. */
export default function WhoElse({ item }: { item: string }): JSX.Element {
  const names = new Set(copiesOf(item).map(({ name }) => name));
  return (
    <strong>
      {names.size === 0 ? t("who.only-you") : t("who.copies", { names: andList([...names]) })}
    </strong>
  );
}
