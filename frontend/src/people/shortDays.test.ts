import { afterEach, beforeEach, expect, test } from "vitest";
import { closeAll } from "../feeds/modelBrowser.ts";
import { theDevice } from "../shell/device.ts";
import { dayRule } from "../shell/today.ts";
import { keepRule } from "./me.ts";
import { takeShortDaysOff } from "./shortDays.ts";

// Nine in the morning of the 20th here, ten in the morning of the 21st there.
const NOW = new Date("2026-11-20T20:00:00Z");
const HERE = { zone: "Pacific/Pago_Pago", dayStartHour: 4 };
const THERE = { zone: "Pacific/Kiritimati", dayStartHour: 4 };

beforeEach(() => {
  dayRule.value = HERE;
});
afterEach(closeAll);

async function daysOff() {
  return (await theDevice()).items("off").map(({ pub }) => pub);
}

test.each([
  ["a flight west, which makes a day longer", THERE, HERE],
  ["an hour east", { zone: "UTC", dayStartHour: 4 }, { zone: "Europe/Berlin", dayStartHour: 4 }],
  ["the same again", HERE, HERE],
])("%s takes no day off", async (_name, before, rule) => {
  await takeShortDaysOff(before, rule, NOW);
  expect(await daysOff()).toEqual([]);
});

test("a day cut short by a flight east is one off, and is said once", async () => {
  await takeShortDaysOff(HERE, THERE, NOW);
  await takeShortDaysOff(HERE, THERE, NOW);
  expect(await daysOff()).toEqual([
    { from: "2026-11-20", to: "2026-11-20", made_on: "2026-11-21" },
  ]);
});

test("choosing another zone in Me is such a change", async () => {
  await keepRule(THERE, new Date("2026-11-27T20:00:00Z"));
  expect(dayRule.value).toEqual(THERE);
  expect((await daysOff()).map((pub) => pub?.["from"])).toContain("2026-11-27");
});
