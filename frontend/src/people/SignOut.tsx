import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { afterCode, showCode } from "../keys/shownCode.ts";
import "../keys/ways.css";
import { t } from "../language/ways.ts";
import { state, theDevice, waiting } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";
import { saveFile } from "../ui/saveFile.ts";
import { TypedAct } from "./TypedAct.tsx";

type Leave = (unsent?: "keep" | "discard") => Promise<void>;

/** Signing out, after saying what would go with it: the way back, and what was not sent. */
export default function SignOut(): JSX.Element {
  const { unsent, attention, recoveryConfirmed, unlocked, account } = state.value;
  const { route } = useLocation();
  const leave: Leave = async (what) => {
    await (await theDevice()).signOut(what);
    route("/", true);
  };
  const lacksCode = account !== null && unlocked && !recoveryConfirmed;
  const stays = unlocked && unsent + attention.length > 0;
  return (
    <>
      <h1 tabIndex={-1}>{t("leave.title")}</h1>
      {lacksCode && <NoWayBack leave={leave} />}
      {stays && <Unsent leave={leave} held={attention.length} mayLeave={!lacksCode} />}
      {!lacksCode && !stays && <p>{t("leave.safe")}</p>}
      <div class="stack tight acts">
        <a class={lacksCode || stays ? "button quiet" : "button"} href="/me">
          {t("leave.stay")}
        </a>
        {!lacksCode && !stays && (
          <ActButton kind="grave" act={() => leave()}>
            {t("leave.act")}
          </ActButton>
        )}
      </div>
    </>
  );
}

/** First the code, and two of its groups; then back to here. */
function NoWayBack({ leave }: { leave: Leave }): JSX.Element {
  const { route } = useLocation();
  const show = async () => {
    showCode(await (await theDevice()).newRecoveryCode());
    afterCode.value = "/me/sign-out";
    route("/recovery-code");
  };
  return (
    <>
      <Notice loud title={t("leave.no-code")}>
        <p>{t("leave.no-code-body")}</p>
        <ActButton act={show}>{t("leave.show-code")}</ActButton>
      </Notice>
      <TypedAct
        title={t("leave.without-code")}
        body={t("leave.without-code-body")}
        word={t("leave.word-lose")}
        act={() => leave("keep")}
      />
    </>
  );
}

type UnsentProps = { leave: Leave; held: number; mayLeave: boolean };

function Unsent({ leave, held, mayLeave }: UnsentProps): JSX.Element {
  const { shared, unsent } = state.value;
  const send = async () => (await theDevice()).sync();
  return (
    <>
      <Notice loud>
        <p>{t("leave.unsent", { n: waiting.value + held })}</p>
        <p>{shared ? t("leave.unsent-shared") : t("leave.unsent-kept")}</p>
        {unsent > 0 && <ActButton act={send}>{t("state.send-now")}</ActButton>}
        <TakeAlong />
      </Notice>
      {mayLeave && !shared && (
        <ActButton kind="quiet" act={() => leave("keep")}>
          {t("leave.keep")}
        </ActButton>
      )}
      {mayLeave && (
        <TypedAct
          title={t("leave.discard")}
          body={t("leave.discard-body")}
          word={t("leave.word-discard")}
          act={() => leave("discard")}
        />
      )}
    </>
  );
}

function TakeAlong(): JSX.Element {
  const [said, setSaid] = useState("");
  const take = async () => {
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`aftershift-${day}.json`, await (await theDevice()).takeAlong());
    setSaid(t("leave.taken"));
  };
  return (
    <>
      <ActButton kind="quiet" act={take}>
        {t("leave.take")}
      </ActButton>
      <p class="soft" role="status">
        {said || t("leave.take-hint")}
      </p>
    </>
  );
}
