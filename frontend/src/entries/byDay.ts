import type { OpenItem } from "../feeds/device.ts";

/** Entries by their journal day, in the order given: newest first. */
export function byDay(items: readonly OpenItem[]): [day: string, items: OpenItem[]][] {
  const days = new Map<string, OpenItem[]>();
  for (const item of items) {
    const day = item.day ?? "";
    const same = days.get(day);
    if (same) same.push(item);
    else days.set(day, [item]);
  }
  return [...days];
}
