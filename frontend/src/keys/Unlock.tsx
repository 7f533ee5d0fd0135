import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { t } from "../language/people.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton, ActForm } from "../ui/ActButton.tsx";
import { Field } from "../ui/Fields.tsx";
import { groupsOf } from "./shownCode.ts";

/** Opens what was written on another phone, by the recovery code. */
export default function Unlock(): JSX.Element {
  const [code, setCode] = useState("");
  // Of two ways that were tried only the last one's trouble stands on the screen.
  const [codes, setCodes] = useState(0);
  const [passkeys, setPasskeys] = useState(0);
  const { route } = useLocation();
  const unlock = async () => {
    setCodes(codes + 1);
    const device = await theDevice();
    await device.unlock(code);
    route(device.state.writtenBefore > 0 ? "/written-before" : "/journal", true);
  };
  const byPasskey = async () => {
    setPasskeys(passkeys + 1);
    const device = await theDevice();
    await device.unlockByPasskey();
    route(device.state.writtenBefore > 0 ? "/written-before" : "/journal", true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("unlock.title")}</h1>
      <p>{t("unlock.lead")}</p>
      <ActForm key={`code-${passkeys}`} submit={t("unlock.act")} act={unlock}>
        <div class="code-field">
          <Field
            label={t("code.label")}
            hint={t("unlock.hint")}
            value={code}
            maxLength={80}
            onInput={setCode}
          />
        </div>
        <p class="soft code-typed" aria-hidden="true">
          {groupsOf(code).join(" ")}
        </p>
      </ActForm>
      {"PublicKeyCredential" in globalThis && (
        <ActButton key={`passkey-${codes}`} kind="quiet" act={byPasskey}>
          {t("unlock.by-passkey")}
        </ActButton>
      )}
      <a class="button quiet" href="/link">
        {t("unlock.by-link")}
      </a>
      <a class="button plain" href="/">
        {t("unlock.later")}
      </a>
      <section class="stack tight">
        <h2>{t("unlock.no-code")}</h2>
        <p class="soft">{t("unlock.no-code-body")}</p>
        <a class="button plain" href="/unlock/lost">
          {t("unlock.lost")}
        </a>
      </section>
    </>
  );
}
