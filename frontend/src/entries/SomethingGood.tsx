import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/entries.ts";
import { loadLibrary, triggerFile } from "../library/catalogue.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { RiseMark } from "../ui/Marks.tsx";
import { type AskProps, OneTap } from "./OneTap.tsx";
import type { Moment } from "./words.ts";

type Bright = Moment & { bright?: string; text?: string };

/** Something good, kept in one tap; a line to remember it by is welcome. */
export default function SomethingGood(): JSX.Element {
  useEffect(loadLibrary, []);
  return (
    <OneTap<Bright>
      label={t("good.title")}
      draft="something-good"
      sort="bright-spot"
      Ask={Spots}
      Mark={() => <RiseMark size={56} />}
      isAnswered={({ bright }) => bright !== undefined}
      kept={t("good.saved")}
      line={{ label: t("good.line"), hint: t("line.hint") }}
    />
  );
}

function Spots({ members, pick, next }: AskProps<Bright>): JSX.Element {
  return (
    <>
      <StepHeading>{t("good.title")}</StepHeading>
      <p class="soft">{t("good.lead")}</p>
      <Choices
        legend={t("good.title")}
        look="rows"
        options={triggerFile.read.value?.bright_spots ?? []}
        value={members.bright}
        onPick={(bright) => pick({ bright })}
        onTapped={next}
      />
    </>
  );
}
