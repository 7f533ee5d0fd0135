import type { JSX } from "preact";
import { OnlyYou } from "../entries/OnlyYou.tsx";
import { today } from "../shell/today.ts";
import { PeopleMark } from "../ui/Marks.tsx";
import { standLabel } from "./labels.ts";
import { copiesOf } from "./state.ts";

/** On the card of an entry: who can open a copy of it, or that nobody can. */
export default function CardMark({ item }: { item: string }): JSX.Element {
  const copies = copiesOf(item);
  if (copies.length === 0) return <OnlyYou />;
  return (
    <>
      {copies.map((one) => (
        <span key={one.copy.item} class="who soft">
          <PeopleMark />
          {standLabel(one, today.value)}
        </span>
      ))}
    </>
  );
}
