import type { Phase, Technique, Trigger } from "../library/catalogue.ts";
import { byEffect, effectsOf, type History, provenAt } from "./effects.ts";

export type Situation = {
  /** What set it off: ids of the library's or the person's own. */
  triggers: readonly string[];
  intensity: number;
  phase: Phase;
  at: Date;
  /** The person's entries, any order. */
  history: History;
  /** A feeling has just been named, so that is not offered again. */
  named?: boolean;
};

export type Kit = {
  /** The library's tools and the person's own. */
  tools: readonly Technique[];
  triggers: ReadonlyMap<string, Pick<Trigger, "safety" | "first_offer">>;
  /** Ids the person took out of the kit. */
  dropped: readonly string[];
};

/** Seeing it with other eyes. Never while it is big, and never straight after naming a feeling. */
export const REFRAMING: readonly string[] = [
  "their-day",
  "one-small-lesson",
  "facts-and-guesses",
  "not-mine",
  "year-from-now",
  "light-line",
  "two-sides",
];

/** What may be offered after something that is not okay, beside breath, body and break. */
const AFTER_NOT_OKAY: readonly string[] = [
  "name-it",
  "five-senses",
  "mindful-minute",
  "friend-voice",
  "kind-hand",
  "hand-on-heart",
  "proof-file",
  "fresh-start",
  "park-it",
  "next-step-note",
  "day-is-done",
  "message-someone",
  "ask-for-backup",
  "ask-work",
];
const CHEER = "soft-face";

/** Asking for the caller's side or a lesson right after a feeling was named makes both worse. */
const NOT_AFTER_NAMING: readonly string[] = ["their-day", "one-small-lesson"];
const NAMED_MS = 20 * 60_000;
const NAME = "name-it";
const NAME_FROM = 3;

const SETTLES: readonly string[] = ["breath", "body"];
const AT_THE_WORST: readonly string[] = ["breath", "body", "social"];
/** Offered where nothing else fits: they fit always, everywhere, with the headset on. */
const STAND_BY = ["long-exhale", "feet-on-floor", "seed-breath", "look-far"];
const KIND_WORDS = ["friend-voice", "kind-hand"];
const MOST = 4;

function isHard({ triggers }: Situation, kit: Kit): boolean {
  return triggers.some((id) => Boolean(kit.triggers.get(id)?.safety));
}

function mayFollowHard({ id, kind }: Technique): boolean {
  if (AFTER_NOT_OKAY.includes(id)) return true;
  return kind !== "mind" && kind !== "social" && id !== CHEER;
}

/** Whether a feeling was named in these last twenty minutes, at 3 or more. */
function wasNamed({ history, at, named }: Situation): boolean {
  if (named) return true;
  return history.some(({ words }) => {
    const since = at.getTime() - Date.parse(String(words["at"]));
    if (!(since >= 0 && since < NAMED_MS)) return false;
    if (words.t === "tool") return words["technique"] === NAME;
    const feelings = words["feelings"];
    return (
      Array.isArray(feelings) && feelings.length > 0 && Number(words["intensity"]) >= NAME_FROM
    );
  });
}

/** The tools that may be offered at all: by their own range and phase, by what happened, by choice. */
function allowed(situation: Situation, kit: Kit): Technique[] {
  const { intensity, phase } = situation;
  const hard = isHard(situation, kit);
  const named = wasNamed(situation);
  return kit.tools.filter((tool) => {
    const fits = tool.intensity.min <= intensity && intensity <= tool.intensity.max;
    if (!fits || !tool.phases.includes(phase) || kit.dropped.includes(tool.id)) return false;
    if (hard && !mayFollowHard(tool)) return false;
    return !(named && NOT_AFTER_NAMING.includes(tool.id));
  });
}

/** The tools allowed in this situation, in several orders. */
class Shelf {
  readonly #proven: readonly string[];
  readonly #first: readonly string[];
  readonly #tools: readonly Technique[];

  constructor(situation: Situation, kit: Kit) {
    this.#tools = byEffect(allowed(situation, kit), effectsOf(situation.history));
    this.#proven = provenAt(situation.history, situation.triggers);
    this.#first = situation.triggers.flatMap((id) => kit.triggers.get(id)?.first_offer ?? []);
  }

  /** Of the tools that pass: what helped here before, what the library offers first, what stands by. */
  pick(passes: (tool: Technique) => boolean = () => true, more: readonly string[] = []): string[] {
    const ids = new Set(this.#tools.filter(passes).map((tool) => tool.id));
    return [...new Set([...this.#proven, ...this.#first, ...more])].filter((id) => ids.has(id));
  }

  /** All that pass, the most helpful first. */
  all(passes: (tool: Technique) => boolean): string[] {
    return this.#tools.filter(passes).map((tool) => tool.id);
  }
}

const settles = ({ kind }: Technique) => SETTLES.includes(kind);
const isSocial = ({ kind }: Technique) => kind === "social";
const isQuietMind = ({ id, kind }: Technique) =>
  kind === "mind" && id !== NAME && !REFRAMING.includes(id);

/** At the worst: the body, the breath, a person. */
function atFive(shelf: Shelf): string[] {
  return shelf.pick((tool) => AT_THE_WORST.includes(tool.kind), STAND_BY);
}

/** Shaken: something that settles comes before words, then a kind word, then a person. */
function atFour(shelf: Shelf): string[] {
  const [settle] = shelf.pick(settles, STAND_BY);
  const kind = shelf.pick(({ id }) => KIND_WORDS.includes(id), KIND_WORDS);
  return [...(settle ? [settle] : []), ...kind, ...shelf.pick(isSocial), ...shelf.pick(settles)];
}

/** It got to me: a word for the feeling, then one tool of the mind that does not argue with it. */
function atThree(shelf: Shelf, { history, triggers }: Situation, named: boolean): string[] {
  const [mind] = shelf.pick(isQuietMind, KIND_WORDS);
  const rest = shelf.pick((tool) => tool.kind !== "mind", STAND_BY);
  const proven = provenAt(history, triggers).filter((id) => id === mind || rest.includes(id));
  return [...proven, ...(named ? [] : shelf.all(({ id }) => id === NAME)), mind ?? "", ...rest];
}

/** A bump: whatever the library or the person knows for it, other eyes included. */
function small(shelf: Shelf): string[] {
  const helped = shelf.all(({ id }) => id !== NAME);
  return [...shelf.pick(({ id }) => id !== NAME, STAND_BY), ...helped];
}

function inOrder(situation: Situation, shelf: Shelf): string[] {
  if (situation.intensity >= 5) return atFive(shelf);
  if (situation.intensity === 4) return atFour(shelf);
  if (situation.intensity === 3) return atThree(shelf, situation, wasNamed(situation));
  return small(shelf);
}

/**
 * What to offer now, the best first, at most four: by how big it is, what set it off, when in the
 * shift, and what helped this person before. Pure: the same situation gives the same tools.
 */
export function offerTools(situation: Situation, kit: Kit): Technique[] {
  const order = inOrder(situation, new Shelf(situation, kit));
  const byId = new Map(kit.tools.map((tool) => [tool.id, tool]));
  const tools = [...new Set(order)].map((id) => byId.get(id));
  return tools.filter((tool) => tool !== undefined).slice(0, MOST);
}

/** The phrase gym is for small things only, and never after abuse or danger. */
export function mayOfferGym(
  situation: Pick<Situation, "triggers" | "intensity">,
  kit: Kit,
): boolean {
  const hard = situation.triggers.some((id) => Boolean(kit.triggers.get(id)?.safety));
  return situation.intensity <= 2 && !hard;
}
