import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { t } from "../language/people.ts";
import { state, theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { CheckCode } from "./CheckCode.tsx";
import { groupsOf, leaveCode, showCode, shownCode } from "./shownCode.ts";
import "./ways.css";

/** The recovery code, shown once; then two of its groups are asked for, now or later. */
export default function RecoveryCode(): JSX.Element {
  const [checking, setChecking] = useState(false);
  const code = shownCode.value;
  if (!code) return <NotShown />;
  const groups = groupsOf(code);
  if (checking) return <CheckCode groups={groups} onShow={() => setChecking(false)} />;
  return <Shown groups={groups} onHave={() => setChecking(true)} />;
}

function Shown({ groups, onHave }: { groups: string[]; onHave: () => void }): JSX.Element {
  const { route } = useLocation();
  const later = () => {
    route(leaveCode(state.value.writtenBefore > 0 ? "/written-before" : "/"), true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("code.title")}</h1>
      <p>{t("code.lead")}</p>
      <h2 class="unseen">{t("code.label")}</h2>
      <p class="code" data-code>
        {groups.map((group, index) => (
          <span key={index}>{group} </span>
        ))}
      </p>
      <CopyCode code={groups.join(" ")} />
      <div class="stack tight acts">
        <button type="button" class="button" onClick={onHave}>
          {t("code.have-it")}
        </button>
        <button type="button" class="button plain" onClick={later}>
          {t("code.later")}
        </button>
      </div>
    </>
  );
}

function CopyCode({ code }: { code: string }): JSX.Element {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setSaid(t("code.copied"));
    } catch {
      setSaid(t("code.not-copied"));
    }
  };
  return (
    <div class="stack tight">
      <button type="button" class="button quiet" onClick={() => void copy()}>
        {t("act.copy")}
      </button>
      <p role="status" class="soft">
        {said || t("code.once")}
      </p>
    </div>
  );
}

/** Reached without a code in memory: it is never kept, only made anew. */
function NotShown(): JSX.Element {
  const renew = async () => showCode(await (await theDevice()).newRecoveryCode());
  return (
    <>
      <h1 tabIndex={-1}>{t("code.gone")}</h1>
      <p>{t("code.gone-body")}</p>
      <div class="stack tight acts">
        <ActButton act={renew}>{t("code.new")}</ActButton>
        <a class="button plain" href="/me">
          {t("nav.back")}
        </a>
      </div>
    </>
  );
}
