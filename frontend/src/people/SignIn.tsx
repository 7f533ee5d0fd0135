import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Entered } from "../feeds/hands.ts";
import { showCode } from "../keys/shownCode.ts";
import { t } from "../language/ways.ts";
import { state, theDevice } from "../shell/device.ts";
import { ActForm } from "../ui/ActButton.tsx";
import { Field, PasswordField } from "../ui/Fields.tsx";
import { CheckMark } from "../ui/Marks.tsx";
import { unlessMailed } from "./confirming.ts";
import { agreeOnDay } from "./me.ts";

/** Into an account that exists; a phone that is new to it is then unlocked by the code. */
export default function SignIn(): JSX.Element {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [shared, setShared] = useState(false);
  const { route } = useLocation();
  const signIn = async () => {
    const device = await theDevice();
    const entered = await device
      .signIn(email, password, { shared })
      .catch((no) => unlessMailed(no, email));
    if (entered === null) return route("/confirm-email");
    agreeOnDay().catch(() => undefined); // asked again when Me is opened
    if (entered.recoveryCode) showCode(entered.recoveryCode); // the account had no keys until now
    route(screenAfter(entered, device.state.writtenBefore), true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("sign-in.title")}</h1>
      <p>{t("sign-in.lead")}</p>
      <ActForm submit={t("sign-in.act")} act={signIn}>
        <Field
          label={t("account.email")}
          type="email"
          autocomplete="username"
          value={email}
          onInput={setEmail}
        />
        <PasswordField
          label={t("account.password")}
          autocomplete="current-password"
          value={password}
          onInput={setPassword}
        />
        {!state.value.account && <Shared on={shared} change={setShared} />}
      </ActForm>
      <a class="button plain" href="/sign-up">
        {t("sign-in.new")}
      </a>
    </>
  );
}

function screenAfter({ next, recoveryCode }: Entered, writtenBefore: number): string {
  if (next === "code-needed") return "/unlock";
  if (recoveryCode) return "/recovery-code";
  return writtenBefore > 0 ? "/written-before" : "/";
}

type SharedProps = { on: boolean; change: (on: boolean) => void };

function Shared({ on, change }: SharedProps): JSX.Element {
  return (
    <div class="choices rows">
      <label class="choice">
        <input type="checkbox" checked={on} onChange={() => change(!on)} />
        {on && <CheckMark />}
        <span>
          {t("shared.label")}
          <span class="unseen">. </span>
          <small class="soft">{t("shared.hint")}</small>
        </span>
      </label>
    </div>
  );
}
