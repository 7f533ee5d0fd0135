import type { JSX } from "preact";
import { OnlyYou } from "../entries/OnlyYou.tsx";
import { today } from "../shell/today.ts";
import { drawn } from "../ui/Marks.tsx";
import { standLabel } from "./labels.ts";
import { copiesOf } from "./state.ts";

const PeopleMark = drawn(
  "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3.5 19c.8-3 2.8-4.5 5.5-4.5s4.7 1.5 5.5 4.5M15.5 5.4a3 3 0 0 1 0 5.2M17 14.8c1.8.6 3 2 3.5 4.2",
);

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
