import { batch, computed, signal } from "@preact/signals";
import type { Device, DeviceState, Mark, OpenItem } from "../feeds/device.ts";
import { dayRule, keepsNothing } from "./today.ts";

const STARTING: DeviceState = {
  phase: "starting",
  storage: "disk",
  shared: false,
  account: null,
  unlocked: false,
  unsent: 0,
  attention: [],
  sync: "signed-out",
  alarms: [],
  recoveryConfirmed: false,
  shut: 0,
  emptied: false,
  writtenBefore: 0,
  ledger: [],
};

/** What this device is and does, as the screens read it. */
export const state = signal<DeviceState>(STARTING);
/** Set when the device could not be opened at all. */
export const brokenStart = signal(false);

const opened = signal<Device | null>(null);
const changes = signal(0);
const NO_MARKS: readonly Mark[] = [];

/** The items of a kind; reading it in a component draws the component anew when they change. */
export function itemsOf(kind: string): readonly OpenItem[] {
  changes.value;
  return opened.value?.items(kind) ?? [];
}

export const entries = computed<readonly OpenItem[]>(() => itemsOf("entry"));

/** How many entries wait to be sent; one may wait with several revisions, or only to be deleted. */
export const waiting = computed(() => {
  const listed = entries.value.filter((entry) => entry.unsent).length;
  return state.value.unsent > 0 ? Math.max(1, listed) : 0;
});

/** The days on which something stands; the same list until one of them changes. */
export function marks(): readonly Mark[] {
  changes.value;
  return opened.value?.marks() ?? NO_MARKS;
}

/** One item by id, current. */
export function itemOf(id: string): OpenItem | undefined {
  changes.value;
  return opened.value?.item(id);
}

async function open(): Promise<Device> {
  const { openDevice } = await import("../feeds/device.ts");
  const device = await openDevice({ dayRule: () => dayRule.value });
  const tell = (next: DeviceState) =>
    batch(() => {
      state.value = { ...next };
      keepsNothing.value = next.shared;
      changes.value += 1;
    });
  device.subscribe(tell);
  batch(() => {
    opened.value = device;
    tell(device.state);
  });
  return device;
}

let opening: Promise<Device> | undefined;

/** The one device of this page; a tap that comes before it is open simply waits. */
export function theDevice(): Promise<Device> {
  opening ??= open().catch((trouble: unknown) => {
    opening = undefined;
    brokenStart.value = true;
    throw trouble;
  });
  return opening;
}
