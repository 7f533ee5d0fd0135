/**
 * Lives through made-up histories, each on two phones, against a real server:
 * `node frontend/src/habits/histories.ts ADDRESS SEED ACCOUNTS STAGES`. After each stage both phones
 * sync, and one line of JSON tells how each of them and the server count the same days.
 */
import { newId } from "../crypto/ids.ts";
import { type Device, openDevice } from "../feeds/device.ts";
import { type ScriptBrowser, scriptBrowser } from "../http/script.ts";
import { memoryRegistry } from "../storage/registry.ts";
import type { Answer } from "../streaks/answer.ts";
import { type Day, dayAfter, journalDay } from "../streaks/day.ts";
import { remembering, type Streaks } from "./counting.ts";
import { Chance, live, type World } from "./lives.ts";

const PASSWORD = "a-quiet-evening-7";
const DAY_MS = 86_400_000;
const REACH_DAYS = 125;
const ACTS_A_DAY = 3;

type Phone = { device: Device; browser: ScriptBrowser; count: ReturnType<typeof remembering> };

/** A phone whose clock goes right while it is online; offline it lives in the past. */
async function phoneIn(world: World, address: string): Promise<Phone> {
  const browser = scriptBrowser(address);
  const device = await openDevice({
    registry: memoryRegistry(),
    send: browser.send,
    now: () => (browser.isOnline ? Date.now() : world.now),
    dayRule: () => world.rule,
    build: "histories",
  });
  return { device, browser, count: remembering() };
}

async function twoPhones(world: World, address: string): Promise<[Phone, Phone]> {
  const [one, other] = [await phoneIn(world, address), await phoneIn(world, address)];
  const email = `${newId()}@example.org`;
  const { recoveryCode } = await one.device.signUp(email, PASSWORD);
  await other.device.signIn(email, PASSWORD);
  await other.device.unlock(recoveryCode);
  for (const { device } of [one, other]) await device.sync();
  return [one, other];
}

async function stage(chance: Chance, phones: [Phone, Phone], world: World, days: number) {
  for (const { browser } of phones) browser.isOnline = false;
  for (let acts = 0; acts < days * ACTS_A_DAY; acts += 1) {
    world.now += chance.next() * ((2 * DAY_MS) / ACTS_A_DAY);
    await live({ chance, phone: chance.one(phones).device, world });
  }
  for (const { browser } of phones) browser.isOnline = true;
  const [one, other] = phones;
  for (const { device } of [one, other, one]) await synced(device);
}

/** An attempt that began without a network may still be on its way; then once more. */
async function synced(device: Device): Promise<void> {
  do await device.sync();
  while (device.state.sync !== "idle" || device.state.unsent > 0);
}

function told(streaks: Streaks): object {
  const plain = ({ kind, streak, strength }: Answer) => ({
    today: streak.today,
    state: streak.state,
    current: streak.current,
    longest: streak.longest,
    pauses: streak.pausesHeld,
    strength,
    ...(kind === "weekly"
      ? {
          week: { done: streak.weekDone, target: streak.weekTarget, ends_on: streak.weekEndsOn },
        }
      : {}),
  });
  const habits = [...streaks.habits].map(([item, one]) => ({ item, ...plain(one) }));
  return { journaling: plain(streaks.journaling), habits };
}

function countedBy({ device, count }: Phone, today: Day): object {
  const [habits, schedules, off] = (["habit", "schedule", "off"] as const).map((kind) =>
    device.items(kind),
  );
  const facts = { habits: habits ?? [], schedules: schedules ?? [], off: off ?? [] };
  return told(count(device.marks(), facts, today));
}

async function lived(address: string, seed: number, stages: number): Promise<void> {
  const chance = new Chance(seed);
  const rule = { zone: "Europe/Berlin", dayStartHour: 4 };
  const world: World = { now: Date.now() - REACH_DAYS * DAY_MS, rule };
  const phones = await twoPhones(world, address);
  for (let at = 0; at < stages; at += 1) {
    await stage(chance, phones, world, (REACH_DAYS - 20) / stages);
    const day = dayAfter(journalDay(new Date(world.now), world.rule), chance.between(-3, 6));
    const { body } = await phones[0].browser.send({
      path: "/api/v1/streaks/",
      query: { today: day },
    });
    const [first, second] = phones.map((phone) => countedBy(phone, day));
    process.stdout.write(`${JSON.stringify({ seed, at, first, second, server: body })}\n`);
  }
  for (const { device } of phones) await device.close();
}

const [address = "", seed = "1", accounts = "1", stages = "1"] = process.argv.slice(2);
for (let at = 0; at < Number(accounts); at += 1)
  await lived(address, Number(seed) + at, Number(stages));
