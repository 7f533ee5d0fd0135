import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/sharing.ts";
import { openSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { CheckMark } from "../ui/Marks.tsx";
import { theSharing } from "./acts.ts";
import type { Person } from "./pins.ts";

/** A coach: how the keys were checked, and the way to end it. */
export function MyCoach({ person }: { person: Person }): JSX.Element {
  const { name, verified, ended, changed } = person;
  return (
    <article class="card person">
      <strong>{name}</strong>
      {ended !== undefined && (
        <p class={changed ? "problem" : "soft"}>
          {changed ? t("share.changed", { name }) : t("share.is-over")}
        </p>
      )}
      {ended === undefined && verified && (
        <p class="status">
          <CheckMark />
          {t(`share-verified.${verified}`)}
        </p>
      )}
      {ended === undefined && !verified && <Unchecked person={person} />}
      {ended === undefined && <End person={person} />}
      {changed && (
        <button type="button" class="button quiet" onClick={() => openSheet("sharing", "pair")}>
          {t("share.again")}
        </button>
      )}
    </article>
  );
}

function Unchecked({ person }: { person: Person }): JSX.Element {
  return (
    <>
      <p>{t("share.unverified")}</p>
      <button
        type="button"
        class="button"
        onClick={() => openSheet("sharing", `number ${person.person}`)}
      >
        {t("share.compare")}
      </button>
    </>
  );
}

function End({ person: { person, name } }: { person: Person }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const end = async () => {
    await (await theSharing()).endPairing(person);
  };
  if (!asking) {
    return (
      <button type="button" class="button plain" onClick={() => setAsking(true)}>
        {t("share.end", { name })}
      </button>
    );
  }
  return (
    <>
      <p role="status">{t("share.end-sure", { name })}</p>
      <div class="row">
        <ActButton kind="grave" act={end}>
          {t("share.end-yes")}
        </ActButton>
        <button type="button" class="button quiet" onClick={() => setAsking(false)}>
          {t("share.end-no")}
        </button>
      </div>
    </>
  );
}
