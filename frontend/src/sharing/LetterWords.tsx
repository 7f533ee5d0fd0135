import type { JSX } from "preact";
import { feelingWords } from "../entries/EntryCard.tsx";
import { moodLabel } from "../entries/mood.ts";
import { triggerOf } from "../entries/triggers.ts";
import { viewOf } from "../entries/words.ts";
import type { Words } from "../feeds/device.ts";
import { t } from "../language/coach.ts";
import { dayLabel, listLabel } from "../language/dates.ts";
import { brightSpotsById, intensityLabel } from "../library/catalogue.ts";
import { today } from "../shell/today.ts";
import { StepHeading } from "../ui/Heading.tsx";

type Props = { name: string; words: Words; backup: boolean };

/** What was left ticked of a copy; what was left out is not even named. */
export function LetterWords({ name, words, backup }: Props): JSX.Element {
  const text = wordsIn(words);
  const facts = factsIn(words);
  return (
    <>
      <StepHeading>{t("letter.title", { name })}</StepHeading>
      {backup && <p class="notice">{t("letter.backup", { name })}</p>}
      {words.t === "ask-work" && <p class="soft">{t("letter.ask")}</p>}
      {text ? <p class="words">{text}</p> : <p class="soft">{t("letter.no-words")}</p>}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(([label, said]) => (
            <>
              <dt key={`${label} ?`}>{label}</dt>
              <dd key={label}>{said}</dd>
            </>
          ))}
        </dl>
      )}
    </>
  );
}

/** The person's own words in a copy. */
export function wordsIn(words: Words): string {
  const asked = [words["happens"], words["does"], words["helps"]];
  const said = asked.filter((one) => typeof one === "string" && one !== "");
  return [viewOf({ words }).text, ...said].filter(Boolean).join("\n");
}

function factsIn(words: Words): [string, string][] {
  const view = viewOf({ words });
  const named = view.triggers.map((id) => triggerOf(id)?.label ?? "");
  const bright =
    view.bright === undefined ? "" : (brightSpotsById.value.get(view.bright)?.label ?? "");
  const day = typeof words["day"] === "string" ? dayLabel(words["day"], today.value) : "";
  const mood = view.mood === undefined ? "" : moodLabel(view.mood);
  const size = view.intensity === undefined ? mood : intensityLabel(view.intensity);
  const facts: [string, string][] = [
    [t("letter.trigger"), listLabel([...named, bright].filter(Boolean))],
    [t("letter.feelings"), feelingWords(view)],
    [t("letter.size"), size],
    [t("letter.day"), day],
  ];
  return facts.filter(([, said]) => said !== "");
}
