import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/habits.ts";
import { techniqueFile } from "../library/catalogue.ts";
import { itemsOf } from "../shell/device.ts";
import { ActForm } from "../ui/ActButton.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Select } from "../ui/Fields.tsx";
import { type HabitWords, keepHabit } from "./acts.ts";
import { FormField, Switch } from "./FormParts.tsx";
import { habitOf } from "./habit.ts";
import { type Often, oftenOf } from "./often.ts";

const NO_TOOL = "";
const TIMES = [1, 2, 3, 4, 5, 6, 7] as const;

type Draft = Omit<HabitWords, "target"> & { target: string; often: Often; counts: boolean };
type Props = {
  before?: OpenItem;
  /** What a plan says already. */
  begin?: Partial<Pick<HabitWords, "name" | "cue">>;
  /** The goal it belongs to. */
  goal?: string;
  onKept: (item: string) => void;
};
type PartProps = { draft: Draft; change: (part: Partial<Draft>) => void };

function draftOf({ before, begin = {} }: Props): Draft {
  const now = before && habitOf(before);
  return {
    name: now?.name ?? begin.name ?? "",
    cue: now?.cue ?? begin.cue ?? "",
    technique: now?.technique,
    unit: now?.unit ?? "",
    target: now?.target === undefined ? "" : String(now.target),
    pinned: now?.pinned ?? false,
    counts: now?.unit !== undefined,
    often: before ? oftenOf(itemsOf("schedule"), before.item) : "work-days",
  };
}

/** A number as people type it; undefined for an empty field, NaN for what is none. */
function numberIn(text: string): number | undefined {
  const typed = text.trim().replace(",", ".");
  return typed === "" ? undefined : /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}

/** A habit to make or to change; it takes a name, and everything else may stay as it is. */
export function HabitForm(props: Props): JSX.Element {
  const [draft, setDraft] = useState(() => draftOf(props));
  const [before] = useState(props.before); // what syncs meanwhile is not what these words were written upon
  const [problem, setProblem] = useState("");
  useEffect(techniqueFile.load, []);
  const change = (part: Partial<Draft>) => {
    setProblem("");
    setDraft((now) => ({ ...now, ...part }));
  };
  const keep = async () => {
    const { often, counts, target: typed, ...words } = draft;
    const target = counts ? numberIn(typed) : undefined;
    if (draft.name.trim() === "") return setProblem(t("habit.needs-name"));
    if (Number.isNaN(target)) return setProblem(t("habit.bad-target"));
    const given = { ...words, name: words.name.trim(), unit: counts ? words.unit : "", target };
    props.onKept(await keepHabit(given, often, { before, goal: props.goal }));
  };
  return (
    <ActForm submit={t("habit.save")} act={keep}>
      <FormField
        label={t("habit.name")}
        hint={t("habit.name-hint")}
        value={draft.name}
        onInput={(name) => change({ name })}
      />
      <HowOften draft={draft} change={change} />
      <FormField
        label={t("habit.cue")}
        hint={t("habit.cue-hint")}
        value={draft.cue}
        onInput={(cue) => change({ cue })}
      />
      <More draft={draft} change={change} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </ActForm>
  );
}

function HowOften({ draft, change }: PartProps): JSX.Element {
  return (
    <Choices<Often>
      legend={t("habit.days")}
      legendSeen
      options={[
        { id: "work-days", label: t("habit.work-days") },
        ...TIMES.map((n) => ({
          id: n,
          label: t("habit.times-short", { n }),
          name: t("habit.times", { n }),
        })),
      ]}
      value={draft.often}
      onPick={(often) => change({ often })}
    />
  );
}

/** What most habits do without; open where it is in use. */
function More({ draft, change }: PartProps): JSX.Element {
  const [isUsed] = useState(draft.counts || draft.pinned || draft.technique !== undefined);
  return (
    <details class="card" open={isUsed}>
      <summary>{t("habit.more")}</summary>
      <Amount draft={draft} change={change} />
      <Tool draft={draft} change={change} />
      <Switch
        label={t("habit.pin")}
        hint={t("habit.pin-hint")}
        on={draft.pinned}
        onChange={(pinned) => change({ pinned })}
      />
    </details>
  );
}

function Amount({ draft, change }: PartProps): JSX.Element {
  return (
    <>
      <Choices
        legend={t("habit.amount")}
        legendSeen
        options={[
          { id: "no", label: t("habit.amount-no") },
          { id: "yes", label: t("habit.amount-yes") },
        ]}
        value={draft.counts ? "yes" : "no"}
        onPick={(id) => change({ counts: id === "yes" })}
      />
      {draft.counts && (
        <>
          <FormField
            label={t("habit.unit")}
            hint={t("habit.unit-hint")}
            value={draft.unit}
            onInput={(unit) => change({ unit })}
          />
          <FormField
            label={t("habit.target")}
            hint={t("habit.target-hint")}
            value={draft.target}
            inputMode="decimal"
            onInput={(target) => change({ target })}
          />
        </>
      )}
    </>
  );
}

function Tool({ draft, change }: PartProps): JSX.Element {
  const known = techniqueFile.read.value?.techniques ?? [];
  const own = itemsOf("note").filter(({ words }) => words.t === "own-tool");
  const options = [
    ...known.map(({ id, label }) => ({ id, label })),
    ...own.map(({ item, words }) => ({ id: `custom-${item}`, label: String(words["name"] ?? "") })),
  ];
  const { technique } = draft;
  const lost = technique && !options.some(({ id }) => id === technique);
  return (
    <Select
      label={t("habit.tool")}
      hint={t("habit.tool-hint")}
      value={technique ?? NO_TOOL}
      options={[
        { id: NO_TOOL, label: t("habit.no-tool") },
        ...(lost ? [{ id: technique, label: technique }] : []),
        ...options,
      ]}
      onPick={(id) => change({ technique: id === NO_TOOL ? undefined : id })}
    />
  );
}
