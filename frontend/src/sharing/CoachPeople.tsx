import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { t } from "../language/coach.ts";
import { sentenceOf } from "../language/troubles.ts";
import { openSheet, place } from "../shell/sheets.ts";
import { ActButton, ActForm } from "../ui/ActButton.tsx";
import { Field } from "../ui/Fields.tsx";
import { theSharing } from "./acts.ts";
import { lookIn } from "./inbox.ts";
import type { Person } from "./pins.ts";
import type { Answered } from "./shape.ts";
import { agents } from "./state.ts";

/** With whom this coach is paired, and the ways to pair. Nothing is told about anybody. */
export function CoachPeople(): JSX.Element {
  const [waiting, setWaiting] = useState<Answered[]>([]);
  const [problem, setProblem] = useState("");
  const sheet = place.value?.sheet;
  useEffect(() => {
    if (sheet === undefined) void whoAnswered(setWaiting).then(setProblem);
  }, [sheet]);
  const isKnown = (one: Answered) =>
    agents.value.some(({ person, ended }) => person === one.person && ended === undefined);
  return (
    <section class="stack">
      <h2>{t("coach.people")}</h2>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {waiting
        .filter((one) => !isKnown(one))
        .map((one) => (
          <Welcome key={one.person} answered={one} />
        ))}
      {agents.value.length === 0 && <p class="soft">{t("coach.people-none")}</p>}
      {agents.value.map((person) => (
        <Paired key={person.person} person={person} />
      ))}
      <button type="button" class="button" onClick={() => openSheet("sharing", "invite qr")}>
        {t("coach.show")}
      </button>
      <button
        type="button"
        class="button plain"
        onClick={() => openSheet("sharing", "invite link")}
      >
        {t("coach.send")}
      </button>
    </section>
  );
}

async function whoAnswered(tell: (found: Answered[]) => void): Promise<string> {
  try {
    tell(await (await theSharing()).answered());
    return "";
  } catch (trouble) {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
    return sentenceOf(trouble);
  }
}

/** Somebody was shown the square and has answered: they get a name here. */
export function Welcome({ answered }: { answered: Answered }): JSX.Element {
  const [name, setName] = useState("");
  const add = async () => {
    await (await theSharing()).welcome(answered, name.trim());
    await lookIn();
  };
  return (
    <div class="notice">
      <h3>{t("coach.new")}</h3>
      {answered.how === null && <p>{t("coach.new-elsewhere")}</p>}
      <ActForm submit={t("coach.new-add")} act={add}>
        <Field
          label={t("coach.new-name")}
          hint={t("coach.new-body")}
          value={name}
          maxLength={60}
          onInput={setName}
        />
      </ActForm>
    </div>
  );
}

function Paired({ person }: { person: Person }): JSX.Element {
  const { name, verified, ended, changed } = person;
  if (ended !== undefined) {
    return (
      <article class="card person">
        <strong>{name}</strong>
        <p class="soft">{changed ? t("coach.changed") : t("coach.over")}</p>
      </article>
    );
  }
  return (
    <article class="card person">
      <strong>{name}</strong>
      <p class="soft">{verified ? t("coach.verified") : t("coach.unchecked")}</p>
      {!verified && (
        <button
          type="button"
          class="button"
          onClick={() => openSheet("sharing", `number ${person.person}`)}
        >
          {t("coach.check")}
        </button>
      )}
      <End person={person} />
    </article>
  );
}

function End({ person: { person, name } }: { person: Person }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const end = async () => {
    await (await theSharing()).endPairing(person);
    await lookIn();
  };
  if (!asking) {
    return (
      <button
        type="button"
        class="button plain"
        aria-label={t("coach.end-with", { name })}
        onClick={() => setAsking(true)}
      >
        {t("coach.end")}
      </button>
    );
  }
  return (
    <>
      <p role="status">{t("coach.end-sure", { name })}</p>
      <div class="row">
        <ActButton kind="grave" act={end}>
          {t("coach.end-yes")}
        </ActButton>
        <button type="button" class="button quiet" onClick={() => setAsking(false)}>
          {t("coach.end-no")}
        </button>
      </div>
    </>
  );
}
