import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/people.ts";
import { state } from "../shell/device.ts";
import { chooseLook, type Look, look } from "../shell/look.ts";
import { openSheet, type SheetName } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { lateExtra } from "../ui/late.tsx";
import { OnMark } from "../ui/Marks.tsx";
import { HideNumbers } from "./HideNumbers.tsx";
import { agreeOnDay, isCoach } from "./me.ts";
import { TimeSettings } from "./TimeSettings.tsx";

const LeavingNotice = lateExtra(() => import("../leaving/LeavingNotice.tsx"));

/** Account, ways back, time and look, and what the server knows. */
export default function Me(): JSX.Element {
  const { account } = state.value;
  useEffect(() => {
    if (!account) return;
    agreeOnDay().catch(() => undefined); // offline or signed out: what this phone keeps is shown
  }, [account?.id]);
  if (state.value.phase === "starting") return <Opening />;
  return (
    <>
      <h1 tabIndex={-1}>{t("me.title")}</h1>
      <Account />
      {account && <LeavingNotice key={account.id} />}
      {account && <WaysBack />}
      <ul class="card settings">
        <Row href="/patterns" label={t("me.patterns")} />
        <SheetRow sheet="trusted-person" label={t("me.trusted")} />
        <SheetRow sheet="fact-notes" label={t("me.facts")} />
        <Row href="/sharing" label={t("me.sharing")} />
        {account && isCoach.value && <Row href="/coach" label={t("me.coach")} />}
        <Row href="/me/work-days" label={t("me.work-days")} />
        <Row href="/me/days-off" label={t("me.days-off")} />
      </ul>
      <TimeSettings />
      <HideNumbers />
      <LookChoice />
      <ul class="card settings">
        {account && <Row href="/me/devices" label={t("me.devices")} />}
        <Row href="/me/what-the-server-knows" label={t("me.server")} />
        <Row href="/about" label={t("me.about")} />
        {account && <Row href="/me/sign-out" label={t("me.sign-out")} />}
        <Row href="/me/leave" label={t("me.leave")} />
      </ul>
    </>
  );
}

/** Nothing is said of an account before it is known whether there is one. */
function Opening(): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{t("me.title")}</h1>
      <p class="soft">{t("state.loading")}</p>
    </>
  );
}

function Row({ href, label }: { href: string; label: string }): JSX.Element {
  return (
    <li>
      <a href={href}>
        {label}
        <OnMark />
      </a>
    </li>
  );
}

function SheetRow({ sheet, label }: { sheet: SheetName; label: string }): JSX.Element {
  return (
    <li>
      <button type="button" onClick={() => openSheet(sheet)}>
        {label}
        <OnMark />
      </button>
    </li>
  );
}

function Account(): JSX.Element {
  const { account } = state.value;
  if (account) {
    return (
      <section class="card">
        <h2>{t("me.account")}</h2>
        <p>
          <span class="soft">{t("me.signed-in")}</span>
          <br />
          {account.email}
        </p>
      </section>
    );
  }
  return (
    <section class="notice">
      <p>{t("me.no-account")}</p>
      <div class="row">
        <a class="button" href="/sign-up">
          {t("me.make-account")}
        </a>
        <a class="button plain" href="/sign-in">
          {t("me.have-account")}
        </a>
      </div>
    </section>
  );
}

function WaysBack(): JSX.Element {
  const { recoveryConfirmed, unlocked } = state.value;
  return (
    <section class="card">
      <h2>{t("me.ways-back")}</h2>
      <p>{recoveryConfirmed ? t("me.ways-confirmed") : t("me.ways-unconfirmed")}</p>
      {unlocked ? (
        <>
          <a class="button quiet" href="/recovery-code">
            {t("me.new-code")}
          </a>
          <p class="soft">{t("me.new-code-hint")}</p>
          {"PublicKeyCredential" in globalThis && (
            <a class="button plain" href="/me/passkey">
              {t("me.passkey")}
            </a>
          )}
        </>
      ) : (
        <a class="button quiet" href="/unlock">
          {t("state.unlock")}
        </a>
      )}
    </section>
  );
}

const LOOKS: { id: Look; key: "look.auto" | "look.light" | "look.dark" }[] = [
  { id: "auto", key: "look.auto" },
  { id: "light", key: "look.light" },
  { id: "dark", key: "look.dark" },
];

function LookChoice(): JSX.Element {
  return (
    <section class="stack tight">
      <Choices
        legend={t("look.title")}
        legendSeen
        options={LOOKS.map(({ id, key }) => ({ id, label: t(key) }))}
        value={look.value}
        onPick={chooseLook}
      />
      <p class="soft">{t("look.auto-hint")}</p>
    </section>
  );
}
