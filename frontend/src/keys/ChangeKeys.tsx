import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { t } from "../language/ways.ts";
import { state, theDevice } from "../shell/device.ts";
import { ActForm } from "../ui/ActButton.tsx";
import { PasswordField } from "../ui/Fields.tsx";
import { showCode } from "./shownCode.ts";

/** New keys for everything to come, where a phone may be in other hands; the new code comes next. */
export default function ChangeKeys(): JSX.Element {
  const [password, setPassword] = useState("");
  const { route } = useLocation();
  const change = async () => {
    showCode(await (await theDevice()).changeKeys(password));
    route("/recovery-code", true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("keys.title")}</h1>
      <ul class="points">
        <li>{t("keys.what")}</li>
        <li>{t("keys.other")}</li>
        <li>{t("keys.shared")}</li>
        <li>{t("keys.passkeys")}</li>
        <li>{t("keys.not")}</li>
      </ul>
      <ActForm submit={t("keys.act")} act={change}>
        <input type="hidden" autocomplete="username" value={state.value.account?.email ?? ""} />
        <PasswordField
          label={t("keys.password")}
          autocomplete="current-password"
          value={password}
          onInput={setPassword}
        />
      </ActForm>
      <a class="button plain" href="/me/devices">
        {t("nav.back")}
      </a>
    </>
  );
}
