import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sealed } from "../crypto/ck1/brands.ts";
import type { Row } from "../storage/store.ts";
import { digestOf } from "./digest.ts";
import { ancestorsOf, depthsOf, descendantsOf, headsOf } from "./heads.ts";
import { type Judged, merge } from "./merge.ts";

const TOKEN = "a.b.c" as Sealed;
const ITEM = "11111111-1111-4111-8111-111111111111";

function row(rev: string, parents: string[] = [], more: Partial<Row> = {}): Row {
  const facts = { rev, item: ITEM, kind: "entry", parents, del: "no", day: "2026-11-21" } as const;
  return { ...facts, parents, body: TOKEN, slot: TOKEN, sha: rev, seq: 1, unsent: 0, ...more };
}
const revs = (rows: readonly Row[]) => rows.map((one) => one.rev);

/** An item's revisions, each built upon earlier ones; some are tombstones. */
const graph = fc
  .array(fc.record({ parents: fc.array(fc.nat(), { maxLength: 3 }), gone: fc.nat(9) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((nodes) =>
    nodes.map(({ parents, gone }, at) => {
      const named = at === 0 ? [] : [...new Set(parents.map((parent) => `r${parent % at}`))];
      return row(`r${at}`, named.sort(), gone === 0 ? { del: "forget" } : {});
    }),
  );
const shuffled = graph.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
);

test("a later revision stands before the one it was built upon", () => {
  expect(revs(headsOf([row("a"), row("b", ["a"])]))).toEqual(["b"]);
});

test("of two heads the deeper comes first, then the greater, and a tombstone last", () => {
  const rows = [row("a"), row("b", ["a"]), row("c"), row("d")];
  expect(revs(headsOf(rows))).toEqual(["b", "d", "c"]);
  expect(revs(headsOf([...rows, row("e", ["b"], { del: "forget" })]))).toEqual(["d", "c", "e"]);
});

test("a revision that is not believed hides nothing", () => {
  expect(revs(headsOf([row("a"), row("b", ["a"], { bad: "swapped" })]))).toEqual(["a"]);
});

test("a revision that came without its words hides nothing before a tombstone says why", () => {
  const empty = row("b", ["a"], { body: null, slot: null, hollow: 1 });
  expect(revs(headsOf([row("a"), empty]))).toEqual(["a"]);
  const { hollow: _, ...explained } = empty;
  expect(revs(headsOf([row("a"), explained]))).toEqual(["b"]);
  expect(revs(headsOf([row("a"), row("b", ["a"], { hollow: 1 })]))).toEqual(["b"]);
});

test("a circle, which only a liar can serve, is survived", () => {
  const rows = [row("a", ["b"]), row("b", ["a"]), row("c", ["a"])];
  expect(revs(headsOf(rows))).toEqual(["c"]);
  expect(revs(ancestorsOf(rows, "c")).sort()).toEqual(["a", "b"]);
});

test("heads do not depend on the order in which revisions came", () => {
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      expect(revs(headsOf(other))).toEqual(revs(headsOf(rows)));
      expect(depthsOf(other)).toEqual(depthsOf(rows));
    }),
  );
});

test("ancestors and descendants are the same relation, seen from both ends", () => {
  fc.assert(
    fc.property(graph, (rows) => {
      for (const { rev } of rows) {
        for (const above of ancestorsOf(rows, rev)) {
          expect(revs(descendantsOf(rows, above.rev))).toContain(rev);
        }
      }
    }),
  );
});

test("pages in any order, and twice, end in the same rows", () => {
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      const judged = (some: Row[]): Judged[] => some.map((one) => ({ row: one, hollow: false }));
      const apply = (held: Row[], some: Row[]) => {
        const changed = new Map(merge(held, judged(some)).map((one) => [one.rev, one]));
        const kept = held.map((one) => changed.get(one.rev) ?? one);
        return [...kept, ...[...changed.values()].filter((one) => !revs(kept).includes(one.rev))];
      };
      const sorted = (some: Row[]) => some.sort((a, b) => (a.rev < b.rev ? -1 : 1));
      const whole = sorted(apply([], rows));
      const piecemeal = other.reduce<Row[]>((held, one) => apply(held, [one]), []);
      expect(sorted(apply(piecemeal, other))).toEqual(whole);
    }),
  );
});

test("words above a tombstone go and do not come back", () => {
  const held = [row("a"), row("b", ["a"], { del: "forget" })];
  const after = merge(held, [{ row: row("a"), hollow: false }]);
  expect(after.find((one) => one.rev === "a")).toMatchObject({ body: null, slot: null });
  expect(after.find((one) => one.rev === "a")).not.toHaveProperty("day");
});

test("what the server emptied without a tombstone keeps its words here", () => {
  const hollow = { row: row("a", [], { body: null, slot: null, seq: 4 }), hollow: true };
  expect(merge([row("a")], [hollow])).toEqual([row("a", [], { seq: 4, hollow: 1 })]);
});

test("an ancestor emptied ahead of its tombstone is in order once that has come", () => {
  const hollow = { row: row("a", [], { body: null, slot: null }), hollow: true };
  const tombstone = { row: row("b", ["a"], { del: "keep-day" }), hollow: false };
  const [first] = merge([], [hollow, tombstone]);
  expect(first).toMatchObject({ rev: "a", body: null, day: "2026-11-21" });
  expect(first).not.toHaveProperty("hollow");
});

test("the outbox is not emptied by what is read", () => {
  const [read] = merge(
    [row("a", [], { unsent: 1, seq: null })],
    [{ row: row("a"), hollow: false }],
  );
  expect(read).toMatchObject({ unsent: 1, seq: 1 });
});

test("the digest is the same in any order, and a pair cancels out", () => {
  const one = "f12c4b7d-a28e-4dd5-8f07-92c8988a0004";
  expect(digestOf([one, ITEM])).toBe(digestOf([ITEM, one]));
  expect(digestOf([one])).toBe("f12c4b7da28e4dd58f0792c8988a0004");
  expect(digestOf([one, ITEM, one])).toBe(ITEM.replaceAll("-", ""));
});
