import type { OpenItem } from "../feeds/words.ts";
import { t } from "../language/asks.ts";
import { listLabel } from "../language/dates.ts";
import { copiesOf } from "../sharing/state.ts";
import { type Answered, answeredIn, askOf, standingOf } from "./ask.ts";

type Known = { answers: Answered[]; isOut: boolean };

/** What is known of an ask beside its own words: its copies, and what came back. In a component, this follows them. */
export function knownOf(item: string): Known {
  const copies = copiesOf(item);
  const answers = copies.flatMap(({ name, replies }) =>
    replies.map((reply) => answeredIn(name, reply)),
  );
  return { answers, isOut: copies.length > 0 };
}

const SAID = ["looking", "done", "cannot"] as const;

/** Where an ask stands, in a few words, and by whose word. */
export function standsLabel({ item, words }: Pick<OpenItem, "item" | "words">): string {
  const ask = askOf(words);
  const known = knownOf(item);
  const stands = standingOf(ask, known);
  const own = t(`ask-stands.${stands}`);
  if (stands === "shared" && ask.whom !== "") return listLabel([own, ask.whom]);
  if (stands === ask.state) return own;
  const said = known.answers.findLast(({ state }) => state === stands);
  const at = SAID.find((one) => one === stands);
  return said && at ? t(`ask-said.${at}`, { name: said.name }) : own;
}
