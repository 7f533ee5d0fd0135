import { JournalTrouble } from "../errors.ts";
import { type Changes, changes, type Served } from "../http/feed.ts";
import type { Row } from "../storage/store.ts";
import { digestOf } from "./digest.ts";
import { checkStamp, type Feed, Refused } from "./feed.ts";
import { merge } from "./merge.ts";
import { offerAgain } from "./offering.ts";
import { isTombstone } from "./rows.ts";
import type { Alarm } from "./state.ts";
import { alarmOf, alarmsAfter, isShut, judge, type Verdict } from "./verify.ts";

const FIRST_PAGE = 500;
const PAGE = 200;

/** The server's digest at its head, what was read, and whether some of it is of later keys. */
type Pulled = { digest: string; read: Row[]; later: boolean };

/** Reads the feed up to its head. */
export async function pull(feed: Feed): Promise<Pulled> {
  const read: Row[] = [];
  let later = false;
  for (;;) {
    const { epoch, cursor } = await feed.store.meta();
    const page = await pageFrom(feed, { epoch, cursor });
    if (page.cursor < cursor) {
      await raise(feed, [{ code: "rolled-back" }]);
      return { digest: page.digest, read, later };
    }
    const rows = await keep(feed, page.revs, { epoch, cursor }, page);
    read.push(...rows.filter((row) => row.bad === undefined));
    later ||= rows.some((row) => row.bad === "generation-later");
    if (!page.more) return { digest: page.digest, read, later };
  }
}

async function pageFrom(feed: Feed, { epoch, cursor }: Place): Promise<Changes> {
  const where = { account: feed.account, epoch, cursor };
  const answer = await changes(feed.send, where, epoch === "" ? FIRST_PAGE : PAGE);
  if (!answer.ok) throw new Refused(answer.refusal);
  checkStamp(feed, answer.value, epoch);
  const standsStill = answer.value.more && answer.value.cursor === cursor;
  if (standsStill) throw new JournalTrouble("server-trouble");
  return answer.value;
}

type Place = { epoch: string; cursor: number };

/** Rows and cursor move in one transaction, and only from where they were asked. */
async function keep(feed: Feed, served: Served[], when: Place, next: Place): Promise<Row[]> {
  const held = await feed.store.rows(served.map((one) => one.rev));
  const own = new Map(held.map((row) => [row.rev, row]));
  const verdicts = await Promise.all(served.map((one) => judge(one, own.get(one.rev), feed.keys)));
  const alarms = [...verdicts.flatMap((one) => one.alarm ?? []), ...moved(verdicts, own)];
  const sound = verdicts.filter((one) => one.alarm === undefined && !one.hollow);
  const settled = new Set(sound.map((one) => one.row.rev));
  // A row that was not believed may have stood under another item than its own.
  const items = verdicts.flatMap(({ row }) => [row.item, own.get(row.rev)?.item ?? row.item]);
  await feed.store.update({
    when,
    items,
    change: (rows) => ({ put: merge(rows, verdicts) }),
    meta: (meta) => ({
      epoch: next.epoch,
      cursor: next.cursor,
      alarms: alarmsAfter(meta.alarms, alarms, settled),
    }),
  });
  feed.changed(items);
  return [...sound.map((one) => one.row), ...verdicts.map((one) => one.row).filter(isOfLaterKeys)];
}

const isOfLaterKeys = (row: Row) => row.bad === "generation-later";

/** Within one epoch a revision keeps its place for ever. */
function moved(verdicts: readonly Verdict[], own: ReadonlyMap<string, Row>): Alarm[] {
  return verdicts
    .filter(({ row }) => (own.get(row.rev)?.seq ?? row.seq) !== row.seq)
    .map(({ row }) => alarmOf("rolled-back", row));
}

/** What has to hold once everything was read: nothing lost, withheld, or emptied without a reason. */
export async function checkAtHead(feed: Feed, read: readonly Row[]): Promise<void> {
  const lost = await feed.store.lost();
  if (lost.length > 0) await offerAgain(feed, lost);
  const hollow = await unexplained(feed, await feed.store.hollow());
  const alarms = hollow.map((row) => alarmOf("emptied-without-tombstone", row));
  await raise(feed, [...alarms, ...(await withheldParents(feed, read))]);
}

/** A deletion sealed under keys that are lost explains it as well: it cannot be opened any more. */
async function unexplained(feed: Feed, hollow: readonly Row[]): Promise<Row[]> {
  const isShutBelow = async ({ item }: Row) =>
    (await feed.store.rowsOf(item)).some((row) => isShut(row) && row.del !== "no");
  const explained = await Promise.all(hollow.map(isShutBelow));
  return hollow.filter((_, at) => !explained[at]);
}

async function withheldParents(feed: Feed, read: readonly Row[]): Promise<Alarm[]> {
  const children = read.filter((row) => row.bad === undefined && !isTombstone(row));
  const parents = [...new Set(children.flatMap((row) => row.parents))];
  const held = new Set((await feed.store.rows(parents)).map((row) => row.rev));
  return children.flatMap(({ item, parents: named }) =>
    named.filter((rev) => !held.has(rev)).map((rev) => alarmOf("withheld", { item, rev })),
  );
}

export async function raise(feed: Feed, alarms: readonly Alarm[]): Promise<void> {
  if (alarms.length === 0) return;
  await feed.store.update({
    meta: (meta) => ({ alarms: alarmsAfter(meta.alarms, alarms, new Set()) }),
  });
}

export async function digestHere(feed: Feed): Promise<string> {
  return digestOf(await feed.store.acknowledged());
}
