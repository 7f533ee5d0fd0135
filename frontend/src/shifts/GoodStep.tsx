import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { NextButton, SkipButton, StepFoot } from "../entries/StepParts.tsx";
import { profile } from "../habits/settings.ts";
import { t } from "../language/shifts.ts";
import { promptFile, triggerFile } from "../library/catalogue.ts";
import { seenPrompts } from "../prompts/memory.ts";
import { noted } from "../prompts/offering.ts";
import { isResting } from "../prompts/picking.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { entries } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { ManyChoices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { type AfterInProgress, GOOD, MOST_GOOD, mayAskForGood, PARK, shiftSoFar } from "./after.ts";

type Props = { entry: AfterInProgress; next: () => void };

const promptOf = (id: string) => promptFile.read.value?.prompts.find((one) => one.id === id);

/** Somebody who said no to it twice is not asked again for a while. */
function mayPark(): boolean {
  const seen = seenPrompts(entries.value, profile.value).get(PARK);
  return seen === undefined || !isResting(seen, today.value);
}

/** What went okay, or what can wait; after what is not okay only the second is asked for. */
export function GoodStep({ entry, next }: Props): JSX.Element {
  const [may] = useState(mayPark);
  const asksGood = mayAskForGood(shiftSoFar(entries.value, today.value), promptOf(GOOD));
  const { good, parked = "", parks = false } = entry.members.value;
  const isParking = parks || !asksGood;
  const isAnswered = [parked, ...good].some((line) => line.trim());
  return (
    <>
      <div class="sheet-body low">
        {isParking ? <Park entry={entry} mayGoBack={asksGood} /> : <Good entry={entry} />}
        {!isParking && may && <ParkOffer entry={entry} />}
      </div>
      <StepFoot call={entry}>
        {isAnswered ? <NextButton onClick={next} /> : <SkipButton onClick={next} />}
      </StepFoot>
    </>
  );
}

type EntryProps = Pick<Props, "entry">;

function Good({ entry }: EntryProps): JSX.Element {
  const { good } = entry.members.value;
  const spots = (triggerFile.read.value?.bright_spots ?? []).map(({ label }) => label);
  const written = good.filter((line) => line.trim()).length;
  const room = Math.min(MOST_GOOD, written + 1);
  return (
    <>
      <StepHeading>{t("after.good")}</StepHeading>
      <p class="soft">{t("after.good-lead")}</p>
      <ManyChoices
        legend={t("after.good")}
        most={spots.length}
        options={spots.map((label) => ({ id: label, label }))}
        values={good.filter((line) => spots.includes(line))}
        onChange={(values) => toggled(entry, spots, values)}
      />
      <div class="stack tight one-line">
        {Array.from({ length: Math.max(room, good.length) }, (_, n) => n).map((n) => (
          <OwnWords
            key={n}
            label={n === 0 ? t("after.good-line") : t("after.good-n", { n: n + 1 })}
            value={good[n] ?? ""}
            onInput={(line) => entry.say(n, line)}
          />
        ))}
      </div>
    </>
  );
}

/** One tap changes one of them. */
function toggled(
  entry: AfterInProgress,
  spots: readonly string[],
  values: readonly string[],
): void {
  const { good } = entry.members.value;
  const changed = spots.find((spot) => good.includes(spot) !== values.includes(spot));
  if (changed) entry.toggle(changed);
}

function ParkOffer({ entry }: EntryProps): JSX.Element | null {
  const [isRefused, setRefused] = useState(false);
  if (isRefused) return null;
  const refuse = () => {
    setRefused(true);
    void noted(PARK);
  };
  return (
    <section class="stack tight" aria-labelledby="park-ask">
      <p id="park-ask">{t("after.park-ask")}</p>
      <div class="row halves">
        <button type="button" class="button quiet" onClick={() => entry.change({ parks: true })}>
          {t("after.park-yes")}
        </button>
        <button type="button" class="button quiet" onClick={refuse}>
          {t("after.park-no")}
        </button>
      </div>
    </section>
  );
}

function Park({ entry, mayGoBack }: EntryProps & { mayGoBack: boolean }): JSX.Element {
  return (
    <>
      <StepHeading>{t("after.park")}</StepHeading>
      <OwnWords
        label={t("after.park-line")}
        hint={t("after.park-lead")}
        value={entry.members.value.parked ?? ""}
        onInput={(parked) => entry.change({ parked })}
      />
      {mayGoBack && (
        <button type="button" class="text-button" onClick={() => entry.change({ parks: false })}>
          {t("after.park-back")}
        </button>
      )}
    </>
  );
}
