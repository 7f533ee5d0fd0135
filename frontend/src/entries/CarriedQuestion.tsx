import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/entries.ts";
import { entries, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";
import { askedAbout } from "./carried.ts";
import { titleOf } from "./EntryCard.tsx";
import { viewOf } from "./words.ts";

/** One gentle question on the next day, for who asked to be asked. */
export default function CarriedQuestion(): JSX.Element | null {
  const [isAnswered, setAnswered] = useState(false);
  if (isAnswered) return <p role="status">{t("carried.kept")}</p>;
  const entry = askedAbout(entries.value, today.value);
  if (!entry) return null;
  const answer = async (carried?: boolean) => {
    const { carried: _, ...words } = entry.words;
    const said = carried === undefined ? words : { ...words, carried };
    await (await theDevice()).save({ item: entry.item, kind: "entry", words: { ...said, v: 1 } });
    setAnswered(carried !== undefined);
  };
  return (
    <Notice title={t("carried.title")}>
      <p class="soft">{t("carried.body", { what: titleOf(viewOf(entry)) })}</p>
      <div class="row halves">
        <ActButton kind="quiet" act={() => answer(false)}>
          {t("carried.no")}
        </ActButton>
        <ActButton kind="quiet" act={() => answer(true)}>
          {t("carried.yes")}
        </ActButton>
      </div>
      <ActButton kind="plain" act={() => answer()}>
        {t("carried.drop")}
      </ActButton>
    </Notice>
  );
}
