import type { JSX } from "preact";
import { today } from "../shell/today.ts";
import { standLabel } from "./labels.ts";
import { copiesOf } from "./state.ts";

/** On the card of an entry: who can open a copy of it. */
export default function CardMark({ item }: { item: string }): JSX.Element {
  return (
    <>
      {copiesOf(item).map((one) => (
        <span key={one.copy.item} class="soft">
          {standLabel(one, today.value)}
        </span>
      ))}
    </>
  );
}
