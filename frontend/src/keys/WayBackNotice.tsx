import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Device } from "../feeds/device.ts";
import { changeProfile, profileOf } from "../feeds/profile.ts";
import { t } from "../language/ways.ts";
import { entries, state, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";
import { isAskDue } from "./reminder.ts";

/** Until there is a second way to what was written, it is said, after the first entry, on day 7 and on day 90. */
export default function WayBackNotice(): JSX.Element | null {
  const { account, recoveryConfirmed, unlocked, shared } = state.value;
  const first = entries.value.reduce<string | undefined>(earliest, undefined);
  const [device, setDevice] = useState<Device>();
  useEffect(() => void theDevice().then(setDevice, () => undefined), []); // the start says why
  const asked = device && profileOf(device).asked?.["recovery"];
  const isAsked = device && !recoveryConfirmed && unlocked && !shared;
  if (!isAsked || !isAskDue(first, asked, today.value)) return null;
  const words = account ? "back.one-way" : "back.only-here";
  return (
    <Notice title={t(words)}>
      <p>{t(`${words}-body`)}</p>
      <div class="row">
        <a class="button" href={account ? "/recovery-code" : "/sign-up"}>
          {t(`${words}-act`)}
        </a>
        <ActButton kind="plain" act={later}>
          {t("act.later")}
        </ActButton>
      </div>
    </Notice>
  );
}

const earliest = (before: string | undefined, { written }: { written?: string }) =>
  written !== undefined && (before === undefined || written < before) ? written : before;

/** Whoever says later is left alone until the next of those days. */
async function later(): Promise<void> {
  const recovery = today.value;
  await changeProfile(await theDevice(), ({ asked }) => ({ asked: { ...asked, recovery } }));
}
