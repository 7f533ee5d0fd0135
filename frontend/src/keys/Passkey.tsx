import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/ways.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { CheckMark } from "../ui/Marks.tsx";
import "./ways.css";

/** One more way back: a passkey that gives this journal's key to whoever holds it. */
export default function Passkey(): JSX.Element {
  const [done, setDone] = useState(false);
  const add = async () => {
    await (await theDevice()).addPasskey();
    setDone(true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("passkey.title")}</h1>
      <p>{t("passkey.lead")}</p>
      <div role="status">
        {done && (
          <p class="status">
            <CheckMark />
            {t("passkey.done")}
          </p>
        )}
      </div>
      <div class="stack tight acts">
        {!done && <ActButton act={add}>{t("passkey.act")}</ActButton>}
        <a class={done ? "button" : "button plain"} href="/me">
          {done ? t("act.done") : t("nav.back")}
        </a>
      </div>
    </>
  );
}
