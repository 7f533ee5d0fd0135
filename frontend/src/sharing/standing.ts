import type { OpenItem } from "../feeds/words.ts";
import type { Lent } from "./own.ts";
import type { Person } from "./pins.ts";

/** What became of a copy: it waits here, was not taken, can be opened, or its time is over. */
export type Stand = "waiting" | "refused" | "out" | "over";
/** One copy as its owner sees it. `opened`: on which days, once for each opening. `until` in seconds. */
export type Standing = {
  copy: OpenItem;
  of: string | null;
  to: string;
  name: string;
  until: number;
  on: string;
  stand: Stand;
  /** On which day it was over before its time. */
  ended: string | undefined;
  /** Why it was not taken. */
  code: string;
  backup: boolean;
  opened: string[];
  replies: OpenItem[];
};
/** An event of the ledger, as far as screens say it. */
export type Event = { event: string; on: string; item?: string; reader?: string };

export type Known = {
  copies: readonly OpenItem[];
  replies: readonly OpenItem[];
  lent: Readonly<Record<string, Lent>>;
  people: readonly Person[];
  events: readonly Event[];
  refused: ReadonlyMap<string, string>;
  /** In seconds. */
  now: number;
};

/** The events as the server wrote them down; what cannot be read is left out, for it says nothing. */
export function eventsIn(ledger: readonly string[]): Event[] {
  return ledger.map((text) => JSON.parse(text) as Event);
}

/** Every copy that was handed over and not taken back, the latest first. */
export function standings(known: Known): Standing[] {
  const all = known.copies.map((copy) => standingOf(copy, known));
  return all.sort((a, b) => (a.on === b.on ? b.until - a.until : a.on < b.on ? 1 : -1));
}

function standingOf(copy: OpenItem, known: Known): Standing {
  const said = known.events.filter((event) => event.item === copy.item);
  const consent = said.find(({ event }) => event === "consent");
  const lent = known.lent[copy.item];
  const to = lent?.to ?? consent?.reader ?? "";
  const until = lent?.until ?? 0;
  const ended = endOf(said, known.events);
  const code = known.refused.get(copy.item) ?? "";
  return {
    copy,
    of: lent?.of ?? null,
    to,
    name: known.people.find(({ person }) => person === to)?.name ?? "",
    until,
    on: lent?.on ?? consent?.on ?? "",
    stand: standOf(copy, code, until <= known.now || ended !== undefined),
    ended,
    code,
    backup: copy.words["backup"] === true,
    opened: said.filter(({ event }) => event === "delivered").map(({ on }) => on),
    replies: known.replies.filter(({ of }) => of === copy.item),
  };
}

const isEnd = ({ event }: Event) => event === "withdrawn" || event === "expired";

/** On which day it was over before its time. New keys end all that was out by then, without a line for each. */
function endOf(said: readonly Event[], all: readonly Event[]): string | undefined {
  const end = said.find(isEnd);
  const consent = said.findIndex(({ event }) => event === "consent");
  if (end !== undefined || consent < 0) return end?.on;
  const since = all.slice(all.indexOf(said[consent] as Event));
  return since.find(({ event }) => event === "rotated")?.on;
}

function standOf({ unsent }: OpenItem, code: string, isOver: boolean): Stand {
  if (code !== "") return "refused";
  if (isOver) return "over";
  return unsent ? "waiting" : "out";
}

const DAY_MS = 86_400_000;
const isWeekday = (at: number) => ![0, 6].includes(new Date(at).getUTCDay());

/** Whether a working day, Monday to Friday, has begun since it was sent. */
export function aWeekdayLater(sent: string, today: string): boolean {
  const [from, to] = [Date.parse(`${sent}T12:00:00Z`), Date.parse(`${today}T12:00:00Z`)];
  for (let at = from + DAY_MS; at <= to; at += DAY_MS) if (isWeekday(at)) return true;
  return false;
}

/** Backup was asked for, and nobody has looked since: then there are other ways. */
export function isNotSeen({ backup, stand, opened, replies, on }: Standing, today: string) {
  const isOpen = backup && stand === "out" && opened.length === 0 && replies.length === 0;
  return isOpen && aWeekdayLater(on, today);
}
