import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayInWords } from "../language/dates.ts";
import { t } from "../language/leaving.ts";
import { sentenceOf } from "../language/troubles.ts";
import { TypedAct } from "../people/TypedAct.tsx";
import { state, theDevice } from "../shell/device.ts";
import { ActButton, ActForm } from "../ui/ActButton.tsx";
import { PasswordField } from "../ui/Fields.tsx";

/** Leaving: what goes and when, said before it is done; and the way back while there is one. */
export default function Leave(): JSX.Element {
  const { account } = state.value;
  const [day, setDay] = useState<string | null>();
  const [gone, setGone] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    if (!account || gone) return;
    theDevice()
      .then((device) => device.leavingOn())
      .then(setDay)
      .catch((trouble) => setProblem(sentenceOf(trouble)));
  }, [account?.id]);
  if (gone) return <Gone day={day ?? null} />;
  if (account && day) return <Leaving day={day} stayed={() => setDay(null)} />;
  const left = (when: string | null) => {
    setDay(when);
    setGone(true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("leaving.title")}</h1>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {account ? <WithAccount email={account.email} left={left} /> : <OnlyHere left={left} />}
      <a class="button quiet" href="/me">
        {t("leaving.not-now")}
      </a>
    </>
  );
}

type Left = { left: (day: string | null) => void };

function WithAccount({ email, left }: Left & { email: string }): JSX.Element {
  const [password, setPassword] = useState("");
  const leave = async () => left(await (await theDevice()).leave(password));
  return (
    <>
      <ul class="points">
        <li>{t("leaving.here")}</li>
        <li>{t("leaving.shared")}</li>
        <li>{t("leaving.server")}</li>
        <li>{t("leaving.backups")}</li>
        <li>{t("leaving.other-phones")}</li>
      </ul>
      <p class="soft">{t("leaving.keep-first")}</p>
      <ActForm submit={t("leaving.act")} kind="grave" act={leave}>
        <input type="hidden" autocomplete="username" value={email} />
        <PasswordField
          label={t("leaving.password")}
          autocomplete="current-password"
          value={password}
          onInput={setPassword}
        />
      </ActForm>
    </>
  );
}

function OnlyHere({ left }: Left): JSX.Element {
  const erase = async () => {
    await (await theDevice()).eraseHere();
    left(null);
  };
  return (
    <>
      <p>{t("leaving.only-here")}</p>
      <p class="soft">{t("leaving.keep-first")}</p>
      <TypedAct
        title={t("leaving.act")}
        body={t("leaving.nobody-brings-back")}
        word={t("leaving.word")}
        act={erase}
      />
    </>
  );
}

function Leaving({ day, stayed }: { day: string; stayed: () => void }): JSX.Element {
  const stay = async () => {
    await (await theDevice()).stay();
    stayed();
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("leaving.is-leaving", { day: dayInWords(day) })}</h1>
      <p>{t("leaving.may-stay")}</p>
      <ActButton act={stay}>{t("leaving.stay")}</ActButton>
      <a class="button plain" href="/me">
        {t("nav.back")}
      </a>
    </>
  );
}

function Gone({ day }: { day: string | null }): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{t("leaving.gone")}</h1>
      <p role="status">
        {day ? t("leaving.gone-until", { day: dayInWords(day) }) : t("leaving.gone-here")}
      </p>
      <p>{t("leaving.farewell")}</p>
      <a class="button" href="/">
        {t("leaving.home")}
      </a>
    </>
  );
}
