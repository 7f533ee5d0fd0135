import type { JSX } from "preact";
import { itemsOf, state } from "../shell/device.ts";
import { lateExtra } from "../ui/late.tsx";

const SharedNow = lateExtra(() => import("./SharedNow.tsx"));

/** What came back from a coach, and the way to ask for backup; only for who has paired. */
export function TodayShared(): JSX.Element | null {
  const hasPaired = itemsOf("profile").some(({ words }) => words["pins"] !== undefined);
  return state.value.account && hasPaired ? <SharedNow /> : null;
}
