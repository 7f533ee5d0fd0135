// Made-up lives for tests: what a person may do on a phone, by chance that can be repeated.
import type { Change, Device, Pub } from "../feeds/device.ts";
import { type Day, type DayRule, dayAfter, journalDay } from "../streaks/day.ts";

/** Chance that comes out the same for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to 1, by mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  one<Thing>(things: readonly [Thing, ...Thing[]]): Thing {
    return things[this.between(0, things.length - 1)] ?? things[0];
  }

  maybe<Thing>(things: readonly Thing[]): Thing | undefined {
    return things[this.between(0, things.length - 1)];
  }

  happens(share: number): boolean {
    return this.next() < share;
  }
}

/** Where and when somebody lives; both their phones go by it. */
export type World = { now: number; rule: DayRule };

type Life = { chance: Chance; phone: Device; world: World };
type Act = (life: Life) => Promise<unknown>;

const ZONES = ["Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia"] as const;
const here = ({ world }: Life): Day => journalDay(new Date(world.now), world.rule);
const near = (life: Life, from: number, to: number): Day =>
  dayAfter(here(life), life.chance.between(from, to));

function moment({ world }: Life): { at: string; tz: string } {
  return { at: `${new Date(world.now).toISOString().slice(0, 19)}Z`, tz: world.rule.zone };
}

/** A day of one's own choice, now and then; some of them too far back to count. */
function chosen(life: Life): { day?: Day } {
  return life.chance.happens(0.2) ? { day: near(life, -4, 1) } : {};
}

const write: Act = (life) =>
  life.phone.save({
    kind: "entry",
    words: { v: 1, t: "check-in", mood: life.chance.between(1, 5), ...moment(life) },
    ...chosen(life),
  });

const begin: Act = async ({ chance, phone }) => {
  if (phone.items("habit").length > 3) return;
  await phone.save({ kind: "habit", words: { v: 1, name: `A habit ${chance.next()}` } });
};

const tick: Act = async (life) => {
  const habit = life.chance.maybe(life.phone.items("habit"));
  if (!habit) return;
  const words = { v: 1 as const, ...moment(life) };
  await life.phone.save({ kind: "tick", of: habit.item, words, ...chosen(life) });
};

const edit: Act = async (life) => {
  const item = life.chance.maybe(dated(life));
  if (!item) return;
  const words = { ...item.words, at: moment(life).at };
  const day = life.chance.happens(0.4) ? { day: near(life, -5, 1) } : {};
  await life.phone.save({ item: item.item, kind: item.kind, words, ...day });
};

const remove: Act = async (life) => {
  const all = [...dated(life), ...life.phone.items("schedule"), ...life.phone.items("off")];
  const item = life.chance.maybe(life.chance.happens(0.1) ? life.phone.items("habit") : all);
  if (item) await life.phone.remove(item.item, life.chance.one(["keep-day", "forget"]));
};

const dated = ({ phone }: Life) => [...phone.items("entry"), ...phone.items("tick")];

function pattern(life: Life, isHabits: boolean): Pub {
  const { chance } = life;
  const days = [1, 2, 3, 4, 5, 6, 7].filter(() => chance.happens(0.6));
  const cycle = Array.from({ length: chance.between(1, 12) }, () => chance.one(["1", "1", "0"]));
  const perWeek = { type: "times-per-week", n: chance.between(1, 7) };
  if (chance.happens(isHabits ? 0.5 : 0.1)) {
    return chance.happens(0.3) ? { ...perWeek, week_start: 7 } : perWeek;
  }
  return chance.one<Pub>([
    { type: "every-day" },
    { type: "none" },
    { type: "weekly", days: days.length > 0 ? days : [1] },
    { type: "rotation", anchor: near(life, -20, 20), cycle: cycle.join("") },
  ]);
}

/** Journaling, or one of the habits. */
function stream({ chance, phone }: Life): { of?: string } {
  const habit = chance.happens(0.5) ? chance.maybe(phone.items("habit")) : undefined;
  return habit ? { of: habit.item } : {};
}

const plan: Act = async (life) => {
  const { chance, phone } = life;
  const of = stream(life);
  const greatest = Math.max(0, ...phone.items("schedule").map(({ pub }) => Number(pub?.["n"])));
  const since = chance.happens(0.5) ? { effective_from: near(life, -5, 12) } : {};
  const pub = {
    pattern: pattern(life, "of" in of),
    made_on: here(life),
    n: greatest + 1,
    ...since,
  };
  await phone.save({ kind: "schedule", words: { v: 1 }, pub, ...of } satisfies Change);
};

const takeOff: Act = (life) => {
  const from = near(life, -6, 10);
  const pub = { from, to: dayAfter(from, life.chance.between(0, 9)), made_on: here(life) };
  return life.phone.save({ kind: "off", words: { v: 1 }, pub, ...stream(life) });
};

const move: Act = async ({ chance, world }) => {
  world.rule = { zone: chance.one(ZONES), dayStartHour: chance.between(0, 12) };
};

const ACTS: readonly [share: number, act: Act][] = [
  [0.42, write],
  [0.26, tick],
  [0.06, begin],
  [0.09, edit],
  [0.04, remove],
  [0.07, plan],
  [0.04, takeOff],
  [0.02, move],
];

/** One thing that somebody does. */
export async function live(life: Life): Promise<void> {
  let left = life.chance.next();
  for (const [share, act] of ACTS) {
    left -= share;
    if (left < 0) return void (await act(life));
  }
}
