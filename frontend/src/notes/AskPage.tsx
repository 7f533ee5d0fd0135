import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OpenItem } from "../feeds/words.ts";
import { t } from "../language/asks.ts";
import { dayLabel, listLabel } from "../language/dates.ts";
import { sentenceOf } from "../language/troubles.ts";
import { state } from "../shell/device.ts";
import { goToSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { Hand } from "../techniques/Hand.tsx";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { late } from "../ui/late.tsx";
import { LockMark } from "../ui/Marks.tsx";
import { moveAsk } from "./acts.ts";
import { ASK_STATES, type Ask, type AskState, askLines, askOf, standingOf } from "./ask.ts";
import { knownOf, standsLabel } from "./asks.ts";

const SharedWith = late(() => import("../sharing/SharedWith.tsx"));

type Props = { note: OpenItem; onChange: () => void };

/** One ask: its words, what a coach answered, where it stands, and the ways to hand it over. */
export default function AskPage({ note, onChange }: Props): JSX.Element {
  const ask = askOf(note.words);
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{ask.happens}</StepHeading>
        <p class="status">
          <LockMark />
          <strong>{standsLabel(note)}</strong>
        </p>
        <Said ask={ask} />
        {state.value.account && <SharedWith item={note.item} />}
        <Stands note={note} ask={ask} />
        <section class="stack tight">
          <h2>{t("ask.hand")}</h2>
          <Hand text={askLines(ask)} />
          <button
            type="button"
            class="button plain"
            onClick={() => goToSheet("sharing", `together ${note.item}`)}
          >
            {t("ask.together")}
          </button>
        </section>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button quiet" onClick={onChange}>
          {t("ask.change")}
        </button>
      </footer>
    </>
  );
}

function Said({ ask }: { ask: Ask }): JSX.Element | null {
  const { helps, does, whom, askedOn, reason, state: at } = ask;
  const of = at === "mine" ? t("ask.for", { whom }) : t("ask.asked-of", { whom });
  const asked = [whom && of, askedOn && dayLabel(askedOn, today.value)].filter(Boolean);
  const said: [string, string][] = [
    [t("ask.helps"), helps],
    [t("ask.does"), does],
    [t("ask.reason"), reason],
  ];
  const facts = said.filter(([, words]) => words !== "");
  if (facts.length + asked.length === 0) return null;
  return (
    <div class="stack tight">
      {facts.map(([label, words]) => (
        <div key={label}>
          <p class="soft">{label}</p>
          <p class="words">{words}</p>
        </div>
      ))}
      {asked.length > 0 && <p class="soft">{listLabel(asked as string[])}</p>}
    </div>
  );
}

/** By one tap; what a coach said is beside it, and the person's own word counts. */
function Stands({ note, ask }: { note: OpenItem; ask: Ask }): JSX.Element {
  const [problem, setProblem] = useState("");
  const move = (to: AskState) => {
    setProblem("");
    moveAsk(note.item, to).catch((trouble: unknown) => setProblem(sentenceOf(trouble)));
  };
  return (
    <section class="stack tight">
      <Choices
        legend={t("ask.stands")}
        legendSeen
        options={ASK_STATES.map((id) => ({ id, label: t(`ask-state.${id}`) }))}
        value={standingOf(ask, knownOf(note.item))}
        onPick={move}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="soft">{t("ask.stands-hint")}</p>
    </section>
  );
}
