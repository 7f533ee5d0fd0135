import { computed, signal } from "@preact/signals";
import { profileOf } from "../feeds/profile.ts";
import type { OpenItem } from "../feeds/words.ts";
import { itemsOf, state, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import type { Lent } from "./own.ts";
import { isTrusted, peopleIn } from "./pins.ts";
import { eventsIn, type Standing, standings } from "./standing.ts";

const desk = { items: itemsOf };

/** Everybody who was pinned. */
export const people = computed(() => peopleIn(desk));
/** Whom something can be shared with now. */
export const coaches = computed(() =>
  people.value.filter((one) => one.role !== "agent" && isTrusted(one)),
);
export const agents = computed(() => people.value.filter(({ role }) => role === "agent"));
export const events = computed(() => eventsIn(state.value.ledger));

/** Every copy that is out, waits, or is over. */
export const out = computed<Standing[]>(() => {
  today.value; // what ends by itself is looked at anew each day
  return standings({
    copies: itemsOf("copy"),
    replies: sound.value,
    lent: (profileOf(desk)["copies"] ?? {}) as Record<string, Lent>,
    people: people.value,
    events: events.value,
    refused: new Map(state.value.attention.map(({ item, code }) => [item, code])),
    now: Date.now() / 1000,
  });
});

/** Copies of one entry that somebody can open, or soon can. */
export function copiesOf(entry: string): Standing[] {
  return out.value.filter(({ of, stand }) => of === entry && stand !== "over");
}

const judged = signal<ReadonlyMap<string, boolean>>(new Map());
const asked = new Set<string>();

/** Replies that somebody pinned has signed to this person; each is looked at once. */
const sound = computed<OpenItem[]>(() => {
  const all = itemsOf("reply");
  for (const one of all) if (!judged.value.has(one.rev)) void judge(one);
  return all.filter(({ rev }) => judged.value.get(rev) === true);
});

/** Whether a reply came that nobody pinned has signed. It is not shown. */
export const forged = computed(() => [...judged.value.values()].includes(false));

async function judge(reply: OpenItem): Promise<void> {
  if (asked.has(reply.rev)) return;
  asked.add(reply.rev);
  try {
    const isSound = await (await (await theDevice()).sharing()).isFromPinned(reply);
    judged.value = new Map([...judged.value, [reply.rev, isSound]]);
  } catch {
    asked.delete(reply.rev); // not now: it is looked at when something changes again
  }
}

type Closed = Record<string, string>;
const closed = computed(() => (profileOf(desk)["closed"] ?? {}) as Closed);

/** Replies that are new: not taken as closed yet. */
export const newReplies = computed(() =>
  out.value.flatMap((one) =>
    one.replies
      .filter(({ item }) => closed.value[item] === undefined)
      .map((reply) => ({ one, reply })),
  ),
);
