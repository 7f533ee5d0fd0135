import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { hourLabel } from "../language/dates.ts";
import { ALL_LANGUAGES, LANGUAGES } from "../language/languages.ts";
import { t } from "../language/people.ts";
import { sentenceOf } from "../language/troubles.ts";
import { chooseLanguage, type LanguageChoice, languageChoice } from "../shell/language.ts";
import { dayRule, HERE } from "../shell/today.ts";
import type { DayRule } from "../streaks/day.ts";
import { Select } from "../ui/Fields.tsx";
import { keepRule } from "./me.ts";

const LATEST_START = 12;

const zones = () => {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set([HERE, dayRule.value.zone, ...known])];
};

/** Each language by the name it gives itself, for whoever reads no other. */
const languageOptions = (): { id: LanguageChoice; label: string }[] => [
  { id: "auto", label: t("me.language-auto") },
  ...ALL_LANGUAGES.map((id) => ({ id, label: LANGUAGES[id].name })),
];

/** Language, time zone, and the hour at which a day begins. */
export function TimeSettings(): JSX.Element {
  const [said, setSaid] = useState("");
  const change = (part: Partial<DayRule>) => {
    keepRule({ ...dayRule.value, ...part })
      .then(() => setSaid(t("me.saved")))
      .catch((trouble) => setSaid(sentenceOf(trouble)));
  };
  const { zone, dayStartHour } = dayRule.value;
  return (
    <section class="stack">
      <h2>{t("me.time")}</h2>
      <Select
        label={t("me.language")}
        value={languageChoice.value}
        options={languageOptions()}
        onPick={(id) => void chooseLanguage(id)}
      />
      <Select
        label={t("me.zone")}
        value={zone}
        options={zones().map((id) => ({
          id,
          label: id === HERE ? t("me.zone-here", { zone: id }) : id.replaceAll("_", " "),
        }))}
        onPick={(id) => change({ zone: id })}
      />
      <Select
        label={t("me.day-start")}
        hint={t("me.day-start-hint")}
        value={String(dayStartHour)}
        options={Array.from({ length: LATEST_START + 1 }, (_, hour) => ({
          id: String(hour),
          label: hourLabel(hour),
        }))}
        onPick={(id) => change({ dayStartHour: Number(id) })}
      />
      <p role="status" class="soft">
        {said}
      </p>
    </section>
  );
}
