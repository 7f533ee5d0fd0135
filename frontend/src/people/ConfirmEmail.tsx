import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { showCode } from "../keys/shownCode.ts";
import { t } from "../language/ways.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton, ActForm } from "../ui/ActButton.tsx";
import { Field } from "../ui/Fields.tsx";
import { confirming } from "./confirming.ts";
import { agreeOnDay } from "./me.ts";

/** The code from the mail: the last step of signing up, or in, where the server sends mail. */
export default function ConfirmEmail(): JSX.Element {
  const [code, setCode] = useState("");
  const { route } = useLocation();
  const email = confirming.value;
  const confirm = async () => {
    const device = await theDevice();
    const { next, recoveryCode } = await device.confirmEmail(code.replaceAll(/\s/g, ""));
    agreeOnDay().catch(() => undefined); // asked again when Me is opened
    if (recoveryCode) showCode(recoveryCode);
    if (next === "code-needed") route("/unlock", true);
    else route(recoveryCode ? "/recovery-code" : "/", true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("mail.title")}</h1>
      <p>{email ? t("mail.sent", { email }) : t("mail.sent-somewhere")}</p>
      <p class="soft">{t("mail.lead")}</p>
      <ActForm submit={t("mail.act")} act={confirm}>
        <Field
          label={t("mail.code")}
          hint={t("mail.code-hint")}
          autocomplete="one-time-code"
          maxLength={40}
          value={code}
          onInput={setCode}
        />
      </ActForm>
      <NoMail />
    </>
  );
}

function NoMail(): JSX.Element {
  const [said, setSaid] = useState("");
  const again = async () => {
    setSaid("");
    await (await theDevice()).resendEmailCode();
    setSaid(t("mail.sent-again"));
  };
  return (
    <section class="stack tight">
      <h2>{t("mail.none")}</h2>
      <p class="soft">{t("mail.none-body")}</p>
      <p role="status">{said}</p>
      <ActButton kind="quiet" act={again}>
        {t("mail.again")}
      </ActButton>
      <a class="button plain" href="/sign-in">
        {t("sign-in.title")}
      </a>
    </section>
  );
}
