import { expect, test } from "vitest";
import { freshen, SITES_OWN } from "./freshen.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const dated = (date: string) => new Response("kept", { headers: { Date: date } });

async function asked(kept: Response | undefined, answer: () => Promise<Response>) {
  const paths: string[] = [];
  const put: string[] = [];
  const cache = {
    match: async () => kept?.clone(),
    put: async (path: RequestInfo | URL) => void put.push(String(path)),
  };
  const ask = (path: RequestInfo | URL) => {
    paths.push(String(path));
    return answer();
  };
  await freshen(cache, ask, NOW);
  return { paths, put };
}

const good = async () => new Response("new");

test("what is a day old, or of no known age, is asked for and kept", async () => {
  for (const kept of [undefined, new Response("kept"), dated("Fri, 20 Nov 2026 12:00:00 GMT")]) {
    expect(await asked(kept, good)).toEqual({ paths: [...SITES_OWN], put: [...SITES_OWN] });
  }
});

test("what is younger is left alone, and a date ahead of the clock is not believed", async () => {
  const young = await asked(dated("Fri, 20 Nov 2026 12:00:01 GMT"), good);
  expect(young.paths).toEqual([]);
  const ahead = await asked(dated("Sun, 22 Nov 2026 12:00:00 GMT"), good);
  expect(ahead.paths).toEqual([...SITES_OWN]);
});

test("a refusal replaces nothing", async () => {
  const refused = await asked(undefined, async () => new Response("", { status: 503 }));
  expect(refused.put).toEqual([]);
});
