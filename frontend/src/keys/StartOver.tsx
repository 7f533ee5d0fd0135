import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { t } from "../language/ways.ts";
import { state, theDevice } from "../shell/device.ts";
import { ActForm } from "../ui/ActButton.tsx";
import { Field, PasswordField } from "../ui/Fields.tsx";
import { showCode } from "./shownCode.ts";

/** No code, no passkey, no phone that is open: what was written before stays shut, and a new beginning. */
export default function StartOver(): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{t("lost.title")}</h1>
      <p>{t("lost.lead")}</p>
      <section class="stack tight">
        <h2>{t("lost.first")}</h2>
        <p>{t("lost.first-body")}</p>
        <a class="button" href="/unlock">
          {t("lost.back")}
        </a>
      </section>
      <section class="stack tight">
        <h2>{t("lost.else")}</h2>
        <ul class="points">
          <li>{t("lost.shut")}</li>
          <li>{t("lost.kept")}</li>
          <li>{t("lost.here")}</li>
          <li>{t("lost.new")}</li>
          <li>{t("lost.later")}</li>
        </ul>
        <Act />
      </section>
    </>
  );
}

function Act(): JSX.Element {
  const [password, setPassword] = useState("");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const { route } = useLocation();
  const word = t("lost.word");
  const begin = async () => {
    const fits = typed.trim().toLowerCase() === word;
    setWrong(!fits);
    if (!fits) return;
    showCode(await (await theDevice()).startOver(password));
    route("/recovery-code", true);
  };
  return (
    <ActForm submit={t("lost.act")} kind="grave" act={begin}>
      <input type="hidden" autocomplete="username" value={state.value.account?.email ?? ""} />
      <PasswordField
        label={t("keys.password")}
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
      />
      <Field label={t("leave.type", { word })} value={typed} maxLength={40} onInput={setTyped} />
      {wrong && (
        <p class="problem" role="alert">
          {t("leave.type", { word })}
        </p>
      )}
    </ActForm>
  );
}
