import type { JSX } from "preact";
import { changeProfile } from "../feeds/profile.ts";
import { t } from "../language/ways.ts";
import { state, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";

/** Said once, after everything was lost: what was written before stays shut, and is kept. */
export default function ShutNotice(): JSX.Element {
  return (
    <Notice title={t("shut.title", { n: state.value.shut })}>
      <p>{t("shut.body")}</p>
      <ActButton kind="quiet" act={seen}>
        {t("shut.seen")}
      </ActButton>
    </Notice>
  );
}

async function seen(): Promise<void> {
  const shut = today.value;
  await changeProfile(await theDevice(), ({ asked }) => ({ asked: { ...asked, shut } }));
}
