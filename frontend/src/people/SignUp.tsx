import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { showCode } from "../keys/shownCode.ts";
import { t } from "../language/people.ts";
import { theDevice } from "../shell/device.ts";
import { ActForm } from "../ui/ActButton.tsx";
import { Field, PasswordField } from "../ui/Fields.tsx";
import { unlessMailed } from "./confirming.ts";
import { agreeOnDay } from "./me.ts";

/** An account for what is written here; the recovery code comes next. */
export default function SignUp(): JSX.Element {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { route } = useLocation();
  const signUp = async () => {
    const device = await theDevice();
    const made = await device.signUp(email, password).catch((no) => unlessMailed(no, email));
    if (made === null) return route("/confirm-email");
    showCode(made.recoveryCode);
    agreeOnDay().catch(() => undefined); // asked again when Me is opened
    route("/recovery-code", true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("sign-up.title")}</h1>
      <p>{t("sign-up.lead")}</p>
      <ActForm submit={t("sign-up.act")} act={signUp}>
        <Field
          label={t("account.email")}
          type="email"
          autocomplete="username"
          value={email}
          onInput={setEmail}
        />
        <PasswordField
          label={t("account.password")}
          autocomplete="new-password"
          hint={t("account.password-hint")}
          value={password}
          onInput={setPassword}
        />
        <p class="truth">{t("account.reset-truth")}</p>
      </ActForm>
      <a class="button plain" href="/sign-in">
        {t("sign-up.have")}
      </a>
      <p class="soft">
        {t("today.what-this-is")} {t("sign-up.age")}
      </p>
    </>
  );
}
