import type { JSX } from "preact";
import { t } from "../language/calls.ts";
import { intensityLabel } from "../library/catalogue.ts";
import { Choices } from "../ui/Choices.tsx";
import { RingsMark } from "../ui/Marks.tsx";
import { triggerOf } from "./triggers.ts";
import { counted, sized, type Tally } from "./wholeShift.ts";

const LEVELS = [1, 2, 3, 4, 5] as const;
type Change = (tallies: readonly Tally[]) => Tally[];
type Props = { tally: Tally; onChange: (change: Change) => void };

/** How many of one kind, and how big they were. */
export function TallyCard({ tally, onChange }: Props): JSX.Element {
  const { trigger, items, intensity } = tally;
  const label = triggerOf(trigger)?.label ?? trigger;
  const options = LEVELS.map((n) => ({
    id: n as number,
    label: "",
    name: t("scale.option", { n, label: intensityLabel(n) }),
    mark: <RingsMark n={n} size={40} />,
  }));
  return (
    <section class="card tally" aria-label={label}>
      <div class="row tally-head">
        <h2 class="grow">{label}</h2>
        <Stepper
          label={label}
          n={items.length}
          onStep={(by) => onChange((all) => counted(all, trigger, by))}
        />
      </div>
      <Choices
        legend={t("shift.size-of", { trigger: label })}
        options={options}
        value={intensity}
        onPick={(n) => onChange((all) => sized(all, trigger, n))}
      />
      <p class="soft" aria-hidden="true">
        {intensity ? intensityLabel(intensity) : t("shift.tap-size")}
      </p>
    </section>
  );
}

type StepperProps = { label: string; n: number; onStep: (by: 1 | -1) => void };

function Stepper({ label, n, onStep }: StepperProps): JSX.Element {
  return (
    <fieldset class="stepper" aria-label={t("shift.count-of", { trigger: label })}>
      <button
        type="button"
        class="icon-button"
        aria-label={t("shift.fewer")}
        onClick={() => onStep(-1)}
      >
        −
      </button>
      <output>{n}</output>
      <button
        type="button"
        class="icon-button"
        aria-label={t("shift.more")}
        onClick={() => onStep(1)}
      >
        +
      </button>
    </fieldset>
  );
}
