import type { Day } from "../streaks/day.ts";
import type { LateChange, OpenItem, Words } from "./words.ts";

/** One item per account, its id the person's: settings that follow from phone to phone. */
export type Profile = Words & { asked?: Record<string, Day>; passed?: Record<string, Passed> };

/** A prompt that was passed over: the last day, and how often in a row. */
export type Passed = { on: Day; times: number };

type Members = Record<string, unknown>;
type Desk = {
  state: { account: { id: string } | null; unlocked: boolean };
  items(kind: string): readonly OpenItem[];
  save(change: LateChange): Promise<unknown>;
};

/** The person's settings as they stand here, the heads of several phones joined. */
export function profileOf(desk: Pick<Desk, "items">): Profile {
  const heads = desk.items("profile").flatMap((item) => [item, ...item.others]);
  return mergedProfile(heads.map((head) => head.words));
}

/** Writes the settings with one change, made of all heads there are when it is laid; they are its parents. */
export async function changeProfile(
  desk: Desk,
  change: (now: Profile) => Partial<Profile>,
): Promise<void> {
  const { account, unlocked } = desk.state;
  // Without an unlocked account it lies under a name of its own, until it is sealed anew.
  const place = account !== null && unlocked ? { item: account.id } : {};
  const words = () => {
    const now = profileOf(desk);
    return { ...now, ...change(now) };
  };
  await desk.save({ ...place, kind: "profile", words });
}

/** Heads merge per key: what only one of them says is kept, and the first one wins a dispute. */
export function mergedProfile(heads: readonly Words[]): Profile {
  const merged: Members = Object.assign({}, ...heads.toReversed());
  const all = (key: string) => heads.flatMap((head) => membersIn(head[key]));
  const put = (key: string, value: unknown) => {
    if (heads.some((head) => head[key] !== undefined)) merged[key] = value;
  };
  put("asked", latest(all("asked")));
  put("passed", lastPassed(all("passed")));
  put("pins", agreed(all("pins")));
  put("ledger", furthest(all("ledger")));
  put("copies", Object.assign({}, ...all("copies")));
  // Of lists too: what one phone put in is not gone because another put in something else.
  const listed = (key: string) => [...new Set(heads.flatMap((head) => head[key] ?? []))];
  const dropped = listed("dropped_tools");
  put("dropped_tools", dropped);
  put(
    "pinned_tools",
    listed("pinned_tools").filter((id) => !dropped.includes(id)),
  );
  return { ...merged, v: 1 };
}

function membersIn(value: unknown): Members[] {
  return typeof value === "object" && value !== null ? [value as Members] : [];
}

/** Of each question the last day it was asked. */
function latest(asked: readonly Members[]): Members {
  const names = new Set(asked.flatMap((one) => Object.keys(one)));
  const lastDay = (name: string) =>
    asked.map((one) => String(one[name] ?? "")).reduce((a, b) => (a > b ? a : b));
  return Object.fromEntries([...names].map((name) => [name, lastDay(name)]));
}

/** Of each prompt what was noted on the later day; on the same day, the more often. */
function lastPassed(passed: readonly Members[]): Members {
  const all = passed.flatMap((one) => Object.entries(one) as [string, Passed][]);
  const order = ([, a]: [string, Passed], [, b]: [string, Passed]) =>
    a.on === b.on ? a.times - b.times : a.on < b.on ? -1 : 1;
  return Object.fromEntries(all.toSorted(order));
}

/** Pins that differ between two heads count as not verified; one that is over on any of them is over. */
function agreed(pins: readonly Members[]): Members {
  const people = new Set(pins.flatMap((one) => Object.keys(one)));
  const pinOf = (person: string) => {
    const heads = pins.flatMap((one) => membersIn(one[person]));
    const { verified, ...rest } = heads[0] ?? {};
    const same = heads.every(
      (one) =>
        one["enc"] === rest["enc"] && one["sig"] === rest["sig"] && one["verified"] === verified,
    );
    const ended = heads.map((one) => one["ended"]).find((day) => day !== undefined);
    const changed = heads.map((one) => one["changed"]).find(Boolean);
    return {
      ...rest,
      ...(same && verified !== undefined ? { verified } : {}),
      ...(ended === undefined ? {} : { ended }),
      ...(changed ? { changed } : {}),
    };
  };
  return Object.fromEntries([...people].map((person) => [person, pinOf(person)]));
}

function furthest(ledgers: readonly Members[]): Members | undefined {
  return ledgers.toSorted((a, b) => Number(b["n"]) - Number(a["n"]))[0];
}
