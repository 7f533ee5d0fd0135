import type { OpenItem, Words } from "../feeds/words.ts";
import type { Day } from "../streaks/day.ts";

/** Where an ask for work stands, as the person says it. Somebody was asked: shared, by a copy or aloud. */
export const ASK_STATES = ["mine", "shared", "looking", "done", "cannot", "let-go"] as const;
export type AskState = (typeof ASK_STATES)[number];

/** What only work can change: what happens, what it does, what would help; whom it was asked, and what came back. */
export type Ask = {
  happens: string;
  does: string;
  helps: string;
  whom: string;
  askedOn: Day | undefined;
  state: AskState;
  reason: string;
};

/** A coach's word on a copy of it. */
export type Answered = { name: string; state: AskState | undefined; text: string };
/** What is known of it beside its own words: who holds a copy, and what came back. */
export type Known = { answers: readonly Answered[]; readers: readonly string[] };

const OVER: readonly AskState[] = ["done", "cannot", "let-go"];
const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : "");
const stateOf = (value: unknown) => ASK_STATES.find((state) => state === value);

export function askOf(words: Words): Ask {
  const on = textOf(words["asked_on"]);
  return {
    happens: textOf(words["happens"]),
    does: textOf(words["does"]),
    helps: textOf(words["helps"]),
    whom: textOf(words["whom"]),
    askedOn: on === "" ? undefined : on,
    state: stateOf(words["state"]) ?? "mine",
    reason: textOf(words["reason"]),
  };
}

/** Nothing more is expected of it: it is done, cannot be, or was let go. */
export const isOver = (words: Words): boolean =>
  words.t === "ask-work" && isClosed(askOf(words).state);

const isClosed = (state: AskState) => OVER.includes(state);

export function answeredIn(name: string, { words }: Pick<OpenItem, "words">): Answered {
  return { name, state: stateOf(words["state"]), text: textOf(words["text"]) };
}

/**
 * Where it stands now. What the person says of it counts most; else the last that a coach said; else that a copy is
 * out.
 */
export function standingOf({ state }: Ask, { answers, readers }: Known): AskState {
  if (state !== "mine" && state !== "shared") return state;
  const said = answers.findLast((answer) => answer.state !== undefined)?.state;
  return said ?? (readers.length > 0 ? "shared" : state);
}

/** Who was asked: whoever holds a copy, or the one whom the person says. */
export const askedOf = ({ state, whom }: Ask, { readers }: Known): readonly string[] =>
  state === "mine" && readers.length > 0 ? readers : [whom].filter(Boolean);

/** What is written when the person moves it on: who is asked for the first time is asked today. */
export function moved(ask: Ask, state: AskState, today: Day): Partial<Words> {
  if (state === "mine") return { state, asked_on: null };
  return { state, asked_on: ask.askedOn ?? (state === "let-go" ? null : today) };
}

/** A coach's answer, kept with it: who has moved it on already keeps that; a copy was for whoever answered. */
export function answeredAsk(ask: Ask, answer: Answered, on: Day): Partial<Words> {
  const { name, state, text } = answer;
  if (state === undefined) return {};
  if (isClosed(ask.state)) return { reason: text };
  const asked = ask.state === "mine" ? { whom: name, asked_on: on } : {};
  return { ...moved(ask, state, on), ...asked, reason: text };
}

/** Something to begin with, for who has no hand free: what happens, and what would help with that. */
export const STARTERS = ["gap", "alone", "tools", "scores", "breaks", "abuse"] as const;
export type Starter = (typeof STARTERS)[number];

/** In which words an ask goes from hand to hand. */
export function askLines({ happens, does, helps }: Ask): string {
  return [happens, does, helps].filter(Boolean).join("\n");
}
