import { computed } from "@preact/signals";
import { type Trigger, triggerFile } from "../library/catalogue.ts";
import { ownTriggers } from "../notes/own.ts";

/** Every trigger that can be picked: the library's, then the person's own. */
export const allTriggers = computed<readonly Trigger[]>(() => [
  ...(triggerFile.read.value?.triggers ?? []),
  ...ownTriggers(),
]);

const byId = computed(() => new Map(allTriggers.value.map((one) => [one.id, one])));

/** One trigger, the library's or the person's own. */
export function triggerOf(id: string): Trigger | undefined {
  return byId.value.get(id);
}

/** The triggers by group; of a group nobody knows stand last, without a name. */
export function triggersIn(group: string): Trigger[] {
  return allTriggers.value.filter((one) => one.group === group);
}

/** The person's own triggers that stand in none of the library's groups. */
export const looseTriggers = computed<readonly Trigger[]>(() => {
  const groups = (triggerFile.read.value?.groups ?? []).map(({ id }) => id);
  return allTriggers.value.filter((one) => !groups.includes(one.group));
});
