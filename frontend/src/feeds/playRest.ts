// What has to hold of a history once every phone has had its turn without faults.
import { askOperator } from "../http/jar.ts";
import type { Books } from "./playBooks.ts";
import type { Held, Phone } from "./playPhone.ts";
import { settingsLost } from "./playSettings.ts";

type Feeds = ReadonlyMap<string, ReadonlySet<string>>;

/** What does not hold at rest; nothing, if all does. */
export async function brokenAtRest(books: Books): Promise<string[]> {
  const feeds = new Map<string, Set<string>>();
  for (const { id } of books.people.filter((who) => who.id !== "")) {
    feeds.set(id, new Set(await askOperator(books.base, "revs", id)));
  }
  const kept = [...lostOrMixed(books, feeds), ...(await copiesBroken(books, feeds))];
  const found = [...books.broken, ...kept];
  const pictures = new Map<string, string>();
  for (const phone of books.phones) {
    const stores = await phone.held();
    const here = stores.find(({ account }) => account === (phone.who?.id ?? ""));
    const others = stores.filter((one) => one !== here && !isOnlyRefused(one, books));
    if (others.length > 0) found.push(`beside what is shown lies more: ${others.map(told)}`);
    if (here === undefined) found.push("a phone shows another account than is signed in");
    else found.push(...differing(phone, here, feeds, pictures), ...unsettled(phone, books));
    found.push(...settingsLost(phone, books));
  }
  return found;
}

/** What the server would not have stays, locked, for its owner to decide. */
function isOnlyRefused({ account, rows }: Held, { refused, shared }: Books): boolean {
  const waiting = rows.filter((row) => row.unsent === 1);
  if (account === null) return rows.length === 0;
  return waiting.every(({ rev }) => refused.has(rev) || shared.has(rev));
}

function told({ account, rows }: Held): string {
  const waiting = rows.filter((row) => row.unsent === 1).length;
  return `${account ?? "nobody"} ${rows.length} rows, ${waiting} unsent`;
}

function lostOrMixed({ saved, gone }: Books, feeds: Feeds): string[] {
  const found = [];
  for (const [rev, owner] of saved) {
    const holders = [...feeds].filter(([, revs]) => revs.has(rev)).map(([id]) => id);
    if (holders.length === 0 && !gone.has(rev)) found.push("a revision is lost");
    const isWrong = owner === null ? holders.length > 1 : holders.some((id) => id !== owner);
    if (isWrong) found.push("a revision in another's feed");
  }
  return found;
}

/** What nobody holds any more, the server cannot have been told. */
function isTakenBack({ takenBack, gone }: Books, rev: string): boolean {
  const said = takenBack.get(rev);
  return said !== undefined && !gone.has(said);
}

async function copiesBroken(books: Books, feeds: Feeds): Promise<string[]> {
  const held = new Set([...feeds.values()].flatMap((revs) => [...revs]));
  for (const phone of books.phones) for (const rev of await phone.revs()) held.add(rev);
  const isLost = [...books.shared].some((rev) => !held.has(rev) && !books.gone.has(rev));
  const served = await Promise.all(
    [...feeds.keys()].map((id) => askOperator(books.base, "served", id)),
  );
  books.served = served.flat().length;
  const isServed = served.flat().some((rev) => isTakenBack(books, rev));
  return [
    ...(isLost ? ["a copy is lost"] : []),
    ...(isServed ? ["a copy taken back is served"] : []),
  ];
}

/** The same set as on the server; the same words, days and places as on the person's other phones. */
function differing(
  phone: Phone,
  here: Held,
  feeds: Feeds,
  pictures: Map<string, string>,
): string[] {
  const id = phone.who?.id ?? "";
  const rows = here.rows.filter((row) => row.seq !== null);
  const shown = rows.map(({ rev, body, day, seq }) => [rev, body, day ?? null, seq]);
  const picture = JSON.stringify(shown.sort());
  const before = pictures.get(id) ?? picture;
  pictures.set(id, picture);
  const there = feeds.get(id);
  const isWhole = rows.length === there?.size && rows.every((row) => there.has(row.rev));
  const found = picture === before ? [] : ["the devices differ"];
  return isWhole ? found : [...found, "a device holds another set than the server"];
}

function unsettled({ device: { state } }: Phone, { refused, shared }: Books): string[] {
  const sound = state.attention.find((note) => !refused.has(note.rev) && !shared.has(note.rev));
  const found = {
    [`a sync ends as ${state.sync}`]: state.sync !== "idle",
    "something waits in vain": state.unsent > 0,
    [`something sound is held: ${sound?.code}`]: sound !== undefined,
    [`an alarm: ${state.alarms[0]?.code}`]: state.alarms.length > 0,
  };
  return Object.keys(found).filter((what) => found[what]);
}
