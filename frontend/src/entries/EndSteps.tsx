import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { HelpRow } from "../safety/HelpRow.tsx";
import { itemsOf } from "../shell/device.ts";
import { hour } from "../shell/look.ts";
import { closeSheet, goToStep, openSheet } from "../shell/sheets.ts";
import { Choices, ManyChoices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { HelpLink } from "../ui/HelpLink.tsx";
import { lateExtra } from "../ui/late.tsx";
import { StillMark } from "../ui/Marks.tsx";
import { Breath } from "./Breath.tsx";
import { FEELING_FROM } from "./course.ts";
import { type Call, type CallInProgress, helpReasonOf, isNotOkay } from "./roughCall.ts";
import { NextButton, StepFoot, type StepProps } from "./StepParts.tsx";
import type { Ready } from "./words.ts";

const READY = [
  { id: "yes", say: "ready.yes" },
  { id: "minute", say: "ready.minute" },
  { id: "person", say: "ready.person" },
  { id: "shift-over", say: "ready.shift-over" },
] as const satisfies readonly { id: Ready; say: string }[];
/** A minute: six rounds of breath. */
const ROUNDS = 6;

function ending(call: Call): string {
  if ((call.intensity ?? 0) >= FEELING_FROM) return t("end.hard");
  return hour.value === "night" ? t("end.night") : t("end.easy");
}

/**
 * The end: what was put down, whether one is ready, and a person where one may help. With somebody in
 * danger nothing else is asked.
 */
export function EndStep({ call }: StepProps): JSX.Element {
  const members = call.members.value;
  const step = members.close?.kind === "step" ? members.close.text : "";
  const reason = helpReasonOf(members, call.kept.value.item);
  return (
    <>
      <div class={reason ? "sheet-body centre end full" : "sheet-body centre end"}>
        {!reason && <StillMark />}
        <StepHeading>{ending(members)}</StepHeading>
        {step && !reason && <p class="lead">{t("end.step", { step })}</p>}
        <Shift call={call} />
        <HelpRow reason={reason} />
        <LineAgain call={members} />
        {reason !== "in-danger" && <ReadyChoice call={call} />}
        {!reason && !isNotOkay(members) && <Backup />}
        <AskTomorrow call={call} />
        <LineForNextTime call={call} />
      </div>
      <StepFoot call={call}>
        <NextButton onClick={closeSheet} label={t("act.done")} />
      </StepFoot>
    </>
  );
}

type CallProps = { call: CallInProgress };

/** Only who comes out of a shift is told which one it was written for. */
function Shift({ call }: CallProps): JSX.Element | null {
  const [Part, setPart] = useState<typeof import("./ForShift.tsx").default>();
  useEffect(() => {
    if (!call.members.value.shift_on) return;
    import("./ForShift.tsx").then((found) => setPart(() => found.default)).catch(() => undefined); // the entry's own page says it too
  }, [call]);
  return Part ? <Part entry={call} /> : null;
}

/** Only who chose a line to listen by before this shift is reminded of it. */
const LineAgain = lateExtra(() => import("../shifts/LineAgain.tsx"));

/** After a small no, a line for the next one may be tried; the offer comes when it is here. */
function LineForNextTime({ call }: CallProps): JSX.Element | null {
  const [Offer, setOffer] = useState<typeof import("../drills/GymOffer.tsx").default>();
  useEffect(() => {
    if (!call.members.value.trigger.includes("had-to-say-no")) return;
    import("../drills/GymOffer.tsx")
      .then((found) => setOffer(() => found.default))
      .catch(() => undefined); // not on this phone yet: the gym is in the tools
  }, [call]);
  return Offer ? <Offer call={call.members.value} /> : null;
}

/** Only for who has paired; never after what was not okay, for a coach may be part of that. */
function Backup(): JSX.Element | null {
  const [Offer, setOffer] = useState<typeof import("../sharing/BackupOffer.tsx").default>();
  useEffect(() => {
    if (!itemsOf("profile").some(({ words }) => words["pins"] !== undefined)) return;
    import("../sharing/BackupOffer.tsx")
      .then((found) => setOffer(() => found.default))
      .catch(() => undefined); // not on this phone yet: it stands on Today
  }, []);
  return Offer ? <Offer /> : null;
}

function ReadyChoice({ call }: CallProps): JSX.Element {
  const { ready } = call.members.value;
  const answer = (choice: Ready) => {
    void call.finish();
    if (choice === "minute") goToStep("minute");
    else if (choice !== "person") closeSheet();
  };
  return (
    <>
      <div class="pairs">
        <Choices
          legend={t("ready.title")}
          legendSeen
          options={READY.map(({ id, say }) => ({ id: id as Ready, label: t(say) }))}
          value={ready}
          onPick={(id) => call.change({ ready: id })}
          onTapped={answer}
        />
      </div>
      {ready === "person" && <Person />}
    </>
  );
}

function Person(): JSX.Element {
  return (
    <div class="notice" role="status">
      <p>{t("person.body")}</p>
      <button
        type="button"
        class="button quiet"
        onClick={() => openSheet("tool", "ask-for-backup")}
      >
        {t("person.backup")}
      </button>
      <HelpLink />
    </div>
  );
}

/** Nobody is asked the next day who did not want it. */
function AskTomorrow({ call }: CallProps): JSX.Element {
  const asked = call.members.value.carried === null;
  const toggle = (picked: string[]) => {
    call.change({ carried: picked.length > 0 ? null : undefined });
    void call.finish();
  };
  return (
    <ManyChoices
      legend={t("tomorrow.ask")}
      most={1}
      options={[{ id: "ask", label: t("tomorrow.ask") }]}
      values={asked ? ["ask"] : []}
      onChange={toggle}
    />
  );
}

/** One more minute, in which nothing has to be said or written. */
export function MinuteStep({ call }: StepProps): JSX.Element {
  const [ended, setEnded] = useState(false);
  const onEnd = useCallback(() => setEnded(true), []);
  return (
    <>
      <div class="sheet-body centre">
        <StepHeading>{t("minute.title")}</StepHeading>
        <Breath onEnd={onEnd} rounds={ROUNDS} />
        <p class="soft">{ended ? t("breath.end") : t("breath.lead")}</p>
      </div>
      <StepFoot call={call}>
        <button type="button" class={ended ? "button" : "button quiet"} onClick={closeSheet}>
          {ended ? t("act.done") : t("minute.enough")}
        </button>
      </StepFoot>
    </>
  );
}
