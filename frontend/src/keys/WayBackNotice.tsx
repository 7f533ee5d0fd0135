import type { JSX } from "preact";
import { changeProfile } from "../feeds/profile.ts";
import { t } from "../language/ways.ts";
import { state, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";

/** Until there is a second way to what was written, it is said, after the first entry, on day 7 and on day 90. */
export default function WayBackNotice(): JSX.Element {
  const { account } = state.value;
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

/** Whoever says later is left alone until the next of those days. */
async function later(): Promise<void> {
  const recovery = today.value;
  await changeProfile(await theDevice(), ({ asked }) => ({ asked: { ...asked, recovery } }));
}
