// Devices, a server, and everything that can go wrong between them: at rest all hold the same.
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Device, OpenItem } from "./device.ts";
import {
  type Browser,
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  storeOf,
  WORDS,
} from "./modelBrowser.ts";
import {
  answerLost,
  type Fault,
  ModelServer,
  problem,
  requestLost,
  through,
} from "./modelServer.ts";

afterEach(closeAll);

type World = { server: ModelServer; at: Browser[]; devices: Device[]; saved: Set<string> };
type Step =
  | { does: "write" | "edit" | "keep-day" | "forget"; device: number; which: number }
  | { does: "sync"; device: number; faults: number[] }
  | { does: "restart"; device: number }
  | { does: "restore"; keep: number };

const DEVICES = 3;
const late: Fault = async (_, go) => {
  await go();
  return go();
};
const FAULTS: Fault[] = [
  through,
  requestLost,
  answerLost,
  late,
  async () => problem(503, "busy", {}, 0),
  async () => problem(401, "sign-in-needed"),
  async (_, go) => ({ ...(await go()), body: "<html>" }),
];
const device = fc.nat(DEVICES - 1);
const does = fc.constantFrom("write", "write", "edit", "edit", "keep-day", "forget");
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does, device, which: fc.nat(5) }) as fc.Arbitrary<Step> },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("sync" as const),
      device,
      faults: fc.array(fc.nat(FAULTS.length - 1), { maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("restart" as const), device }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("restore" as const), keep: fc.nat(8) }) },
);

async function worldOf(): Promise<World> {
  const server = new ModelServer();
  const at = Array.from({ length: DEVICES }, () => browserOf(server));
  const devices: Device[] = [];
  let code = "";
  for (const browser of at) {
    const one = await open(server, browser);
    if (code === "") code = (await one.signUp(EMAIL, PASSWORD)).recoveryCode;
    else {
      await one.signIn(EMAIL, PASSWORD);
      await one.unlock(code);
    }
    await one.sync();
    devices.push(one);
  }
  return { server, at, devices, saved: new Set() };
}

async function take(world: World, step: Step): Promise<void> {
  const { server, devices } = world;
  if (step.does === "restore") return server.restore(EMAIL, step.keep);
  const one = devices[step.device] as Device;
  if (step.does === "sync") {
    server.faults = step.faults.map((at) => FAULTS[at] as Fault);
    await one.sync();
    server.faults = [];
    return;
  }
  if (step.does === "restart") {
    await one.close();
    devices[step.device] = await open(server, world.at[step.device]);
    return;
  }
  await write(world, one, step.does, one.items().at(step.which % Math.max(1, one.items().length)));
}

/** A browser without a network: what is written stays there until a step of its own syncs it. */
async function write(
  { server, saved }: World,
  one: Device,
  how: "write" | "edit" | "keep-day" | "forget",
  item: OpenItem | undefined,
): Promise<void> {
  server.faults = Array.from({ length: 40 }, () => requestLost);
  if (item && (how === "keep-day" || how === "forget")) await one.remove(item.item, how);
  else {
    const words = { ...WORDS, text: `${how} ${saved.size}` };
    const target = how === "edit" && item ? { item: item.item } : {};
    saved.add((await one.save({ kind: "entry", words, ...target })).rev);
  }
  await one.sync();
  server.faults = [];
}

async function settle({ devices, server }: World): Promise<void> {
  server.faults = [];
  for (const one of [...devices, ...devices, ...devices]) await one.sync();
}

/** What a person sees, and what lies on the disk, of one device. */
async function pictureOf(one: Device, at: Browser) {
  const rows = await (await storeOf(at)).all();
  return {
    items: [...one.items()].map(({ item, rev, words, others }) => ({
      item,
      rev,
      words,
      others: others.map((other) => other.rev),
    })),
    rows: rows
      .map(({ rev, parents, body, slot, day, written }) => ({
        rev,
        parents,
        body,
        slot,
        day,
        written,
      }))
      .sort((a, b) => (a.rev < b.rev ? -1 : 1)),
  };
}

async function check(world: World): Promise<void> {
  const { devices, at, server, saved } = world;
  const [first, ...rest] = await Promise.all(
    devices.map((one, index) => pictureOf(one, at[index] as Browser)),
  );
  for (const other of rest) expect(other).toEqual(first);
  const there = server.feedOf(EMAIL).revs;
  expect(there.map((row) => row.rev).sort()).toEqual(first?.rows.map((row) => row.rev));
  expect(there.map((row) => row.rev)).toEqual(expect.arrayContaining([...saved]));
  const bodies = new Map(there.map((row) => [row.rev, row.body]));
  for (const row of first?.rows ?? []) expect(row.body).toBe(bodies.get(row.rev));
  for (const { state } of devices) {
    expect(state).toMatchObject({ sync: "idle", unsent: 0, attention: [], alarms: [] });
  }
}

test("whatever happens in between, at rest every device and the server hold the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const world = await worldOf();
      for (const one of steps) await take(world, one);
      await settle(world);
      await check(world);
      await closeAll();
    }),
    { numRuns: 25 },
  );
}, 120_000);
