import type { JSX } from "preact";
import { useLocation } from "preact-iso";
import { t } from "../language/people.ts";
import { state, theDevice, waiting } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";

/** Signing out, after saying what would go with it: unsent entries, and the way back. */
export default function SignOut(): JSX.Element {
  const { unsent, recoveryConfirmed } = state.value;
  const { route } = useLocation();
  const leave = async () => {
    await (await theDevice()).signOut();
    route("/", true);
  };
  const send = async () => (await theDevice()).sync();
  const safe = unsent === 0 && recoveryConfirmed;
  return (
    <>
      <h1 tabIndex={-1}>{t("me.sign-out-title")}</h1>
      {safe && <p>{t("me.sign-out-safe")}</p>}
      {unsent > 0 && (
        <Notice loud>
          <p>{t("me.sign-out-unsent", { n: waiting.value })}</p>
          <ActButton act={send}>{t("state.send-now")}</ActButton>
        </Notice>
      )}
      {!recoveryConfirmed && (
        <Notice loud>
          <p>{t("me.sign-out-no-code")}</p>
          <a class="button" href="/recovery-code">
            {t("me.new-code")}
          </a>
        </Notice>
      )}
      <div class="stack tight">
        <a class={safe ? "button quiet" : "button"} href="/me">
          {t("me.stay")}
        </a>
        <ActButton kind="grave" act={leave}>
          {t("me.sign-out")}
        </ActButton>
      </div>
    </>
  );
}
