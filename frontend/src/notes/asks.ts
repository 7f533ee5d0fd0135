import type { OpenItem } from "../feeds/words.ts";
import { t } from "../language/asks.ts";
import { listLabel } from "../language/dates.ts";
import { copiesOf } from "../sharing/state.ts";
import { answeredIn, askedOf, askOf, type Known, standingOf } from "./ask.ts";

/** What is known of an ask beside its own words: its copies, and what came back. In a component, this follows them. */
export function knownOf(item: string): Known {
  const copies = copiesOf(item);
  const answers = copies.flatMap(({ name, replies }) =>
    replies.map((reply) => answeredIn(name, reply)),
  );
  return { answers, readers: [...new Set(copies.map(({ name }) => name))] };
}

const SAID = ["looking", "done", "cannot"] as const;

/** Where an ask stands, in a few words, and by whose word. */
export function standsLabel({ item, words }: Pick<OpenItem, "item" | "words">): string {
  const ask = askOf(words);
  const known = knownOf(item);
  const stands = standingOf(ask, known);
  const own = t(`ask-stands.${stands}`);
  const asked = askedOf(ask, known);
  if (stands === "shared" && asked.length > 0) {
    return t("ask.asked-of", { whom: listLabel(asked) });
  }
  if (stands === ask.state) return own;
  const said = known.answers.findLast(({ state }) => state === stands);
  const at = SAID.find((one) => one === stands);
  return said && at ? t(`ask-said.${at}`, { name: said.name }) : own;
}
