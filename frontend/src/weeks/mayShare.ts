import { isTrusted, peopleIn } from "../sharing/pins.ts";
import { itemsOf, state } from "../shell/device.ts";

/** Only who has paired is asked at all. */
export const mayShare = (): boolean =>
  state.value.account !== null &&
  peopleIn({ items: itemsOf }).some((one) => one.role !== "agent" && isTrusted(one));
