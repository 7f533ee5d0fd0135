import { computed } from "@preact/signals";
import { marks } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { remembering } from "./counting.ts";
import { facts } from "./plan.ts";

const count = remembering();

/** How it goes today, by all that this device keeps. */
export const streaks = computed(() => count(marks(), facts.value, today.value));
