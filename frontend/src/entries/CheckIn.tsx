import type { JSX } from "preact";
import { t } from "../language/entries.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { WaterMark } from "../ui/Marks.tsx";
import { moodLabel } from "./mood.ts";
import { type AskProps, OneTap } from "./OneTap.tsx";
import type { Moment } from "./words.ts";

type Check = Moment & { mood?: number; text?: string };

const MOODS = [5, 4, 3, 2, 1] as const;

/** How are you, in one tap. */
export default function CheckIn(): JSX.Element {
  return (
    <OneTap<Check>
      label={t("mood.title")}
      draft="check-in"
      sort="check-in"
      Ask={Moods}
      Mark={({ members }) => <WaterMark n={members.mood ?? 3} size={56} />}
      isAnswered={({ mood }) => mood !== undefined}
      kept={t("mood.thanks")}
      line={{ label: t("mood.line") }}
    />
  );
}

function Moods({ members, pick, next }: AskProps<Check>): JSX.Element {
  const options = MOODS.map((n) => ({
    id: n as number,
    label: moodLabel(n),
    mark: <WaterMark n={n} />,
  }));
  return (
    <>
      <StepHeading>{t("mood.title")}</StepHeading>
      <p class="soft">{t("mood.lead")}</p>
      <Choices
        legend={t("mood.title")}
        look="scale mood"
        options={options}
        value={members.mood}
        onPick={(mood) => pick({ mood })}
        onTapped={next}
      />
    </>
  );
}
