import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SignedIn } from "../http/sessions.ts";
import { speech } from "../language/speech.ts";
import { sentenceOf } from "../language/troubles.ts";
import { t } from "../language/ways.ts";
import "../keys/ways.css";
import { state, theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { namesIn } from "./browsers.ts";

/** Where the person is signed in; each can be ended, and the keys changed if one is in other hands. */
export default function Devices(): JSX.Element {
  const [sessions, setSessions] = useState<SignedIn[]>();
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  useEffect(() => {
    theDevice()
      .then((device) => device.sessions())
      .then(setSessions)
      .catch((trouble) => setProblem(sentenceOf(trouble)));
  }, []);
  const end = async (id: number) => {
    setSessions(await (await theDevice()).endSession(id));
    setSaid(t("devices.ended"));
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("devices.title")}</h1>
      <p>{t("devices.lead")}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {!sessions && !problem && <p class="soft">{t("act.working")}</p>}
      <p role="status">{said}</p>
      <ul class="stack tight">
        {sessions?.map((session) => (
          <Place key={session.id} session={session} end={end} />
        ))}
      </ul>
      {state.value.unlocked && <Next />}
    </>
  );
}

type PlaceProps = { session: SignedIn; end: (id: number) => Promise<void> };

function Place({ session, end }: PlaceProps): JSX.Element {
  const { id, isCurrent, browser, since } = session;
  const names = namesIn(browser);
  const { region } = speech.value;
  const day = new Intl.DateTimeFormat(region, { day: "numeric", month: "long" }).format(since);
  const time = new Intl.DateTimeFormat(region, { timeStyle: "short" }).format(since);
  return (
    <li class="card">
      <p>
        <strong>{names ? t("devices.browser", names) : t("devices.unknown")}</strong>
        <br />
        <span class="soft">{t("devices.since", { day, time })}</span>
      </p>
      {isCurrent ? (
        <p class="soft">{t("devices.this")}</p>
      ) : (
        <ActButton kind="quiet" act={() => end(id)}>
          {t("devices.end")}
        </ActButton>
      )}
    </li>
  );
}

function Next(): JSX.Element {
  return (
    <>
      <a class="button" href="/me/add-phone">
        {t("link.add")}
      </a>
      <section class="stack tight">
        <h2>{t("devices.more")}</h2>
        <p class="soft">{t("devices.more-body")}</p>
        <a class="button quiet" href="/me/change-keys">
          {t("devices.change")}
        </a>
      </section>
    </>
  );
}
