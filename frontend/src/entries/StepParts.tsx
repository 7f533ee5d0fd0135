import type { ComponentChildren, JSX } from "preact";
import { t } from "../language/calls.ts";
import type { CallInProgress } from "./roughCall.ts";
import { SaveLine } from "./SaveLine.tsx";

export type StepProps = {
  call: CallInProgress;
  next: () => void;
  /** Leads to the line, where the way leads past it. */
  write?: () => void;
};

type FootProps = { call: Pick<CallInProgress, "saving" | "kept">; children?: ComponentChildren };

/** The foot of a step: where the words are, and the way on. */
export function StepFoot({ call, children }: FootProps): JSX.Element {
  return (
    <footer class="sheet-foot">
      <SaveLine saving={call.saving} kept={call.kept} />
      {children}
    </footer>
  );
}

type NextProps = { onClick: () => void; label?: string };

export function NextButton({ onClick, label }: NextProps): JSX.Element {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label ?? t("act.next")}
    </button>
  );
}

/** Leaving a step out is as good as answering it. */
export function SkipButton({ onClick }: { onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="button quiet" onClick={onClick}>
      {t("line.skip")}
    </button>
  );
}
