import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Device } from "../feeds/device.ts";
import { profileOf } from "../feeds/profile.ts";
import { isAskDue } from "../keys/reminder.ts";
import ShutNotice from "../keys/ShutNotice.tsx";
import WayBackNotice from "../keys/WayBackNotice.tsx";
import { entries, state, theDevice } from "../shell/device.ts";
import { isIPhoneTab } from "../shell/iphone.ts";
import { today } from "../shell/today.ts";
import HomeScreenFirst from "./HomeScreenFirst.tsx";

/** What has to be said on Today, one thing at a time: a tired person reads one. */
export default function TodayNotice(): JSX.Element | null {
  const [device, setDevice] = useState<Device>();
  useEffect(() => void theDevice().then(setDevice, () => undefined), []); // the start says why
  if (!device) return null;
  const { account, shut, unlocked } = state.value;
  const asked = profileOf(device).asked ?? {};
  if (shut > 0 && unlocked && asked["shut"] === undefined) return <ShutNotice />;
  const isDue = isWayBackDue(asked["recovery"]);
  // In an iPhone's tab keeping a sealed copy comes first, and the installed app will ask for the code.
  if (isDue && (account !== null || !isIPhoneTab())) return <WayBackNotice />;
  return isIPhoneTab() ? <HomeScreenFirst /> : null;
}

function isWayBackDue(asked: string | undefined): boolean {
  const { recoveryConfirmed, unlocked, shared } = state.value;
  if (recoveryConfirmed || !unlocked || shared) return false;
  const first = entries.value.reduce<string | undefined>(earliest, undefined);
  return isAskDue(first, asked, today.value);
}

const earliest = (before: string | undefined, { written }: { written?: string }) =>
  written !== undefined && (before === undefined || written < before) ? written : before;
