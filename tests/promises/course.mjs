// What the app offers after each trigger, at each size, in each phase: run by node, from the app's own sources.
import { readFileSync } from "node:fs";
import * as course from "../../frontend/src/entries/course.ts";
import { candidates } from "../../frontend/src/prompts/picking.ts";
import { mayOfferGym, offerTools } from "../../frontend/src/techniques/offer.ts";

const data = (name) => JSON.parse(readFileSync(`journal/library/data/en/${name}.json`, "utf8"));
const [{ triggers }, { techniques }, { prompts }] = ["triggers", "techniques", "prompts"].map(data);
const byId = new Map(triggers.map((trigger) => [trigger.id, trigger]));
const safety = new Map(triggers.map((trigger) => [trigger.id, trigger.safety]));
const kit = { tools: techniques, triggers: byId, dropped: [] };
const ids = (things) => things.map(({ id }) => id);

function whatComes(trigger, intensity, phase) {
  const at = new Date("2026-11-21T22:10:00Z");
  const about = { triggers: [trigger.id], intensity, phase };
  const tools = offerTools({ ...about, at, history: [], named: intensity >= course.FEELING_FROM }, kit);
  const asked = candidates({ prompts, safety }, { ...about, item: "seed", day: "2026-11-21" });
  const notOkay = trigger.safety === "not-okay";
  const small = course.asksFirst(tools, intensity);
  return {
    ...{ trigger: trigger.id, safety: trigger.safety, intensity, phase },
    steps: course.stepsFor({ intensity, notOkay, again: false }),
    again: course.stepsFor({ intensity, notOkay, again: true }),
    gentle: course.isGentle([trigger.id], (id) => safety.get(id) ?? null),
    tools: ids(tools),
    settling: ids(course.settling(tools, intensity)),
    after: notOkay || small ? [] : ids(course.afterWords(tools, intensity)),
    prompts: ids(asked).filter((id) => !course.STEPS_OF_THEIR_OWN.includes(id)),
    gym: mayOfferGym(about, kit),
  };
}

const phases = ["before-shift", "right-after", "after-shift", "weekly-review"];
const all = triggers.flatMap((trigger) =>
  [1, 2, 3, 4, 5].flatMap((size) => phases.map((phase) => whatComes(trigger, size, phase))),
);
process.stdout.write(JSON.stringify(all));
