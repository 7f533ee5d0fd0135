import type { JSX } from "preact";
import { t } from "../language/techniques.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { today } from "../shell/today.ts";
import { dayNumber, dayOf } from "../streaks/calendar.ts";
import { Select } from "../ui/Fields.tsx";
import { FIELDS } from "./answers.ts";
import type { ToolInProgress } from "./running.ts";

type Props = { run: ToolInProgress };

const IN_OTHER_WORDS: Readonly<Record<string, "fields.happens" | "fields.does" | "fields.helps">> =
  {
    happens: "fields.happens",
    does: "fields.does",
    helps: "fields.helps",
  };

/** The steps of a tool, each with room for a line; none has to be written. */
export function Asks({ run }: Props): JSX.Element {
  const fields = FIELDS[run.tool.id] ?? [];
  return (
    <div class="asks">
      <p class="soft">{t("fields.own-words")}</p>
      {run.tool.steps.map((step, index) => (
        <Ask key={step} run={run} step={step} field={fields[index] ?? null} />
      ))}
    </div>
  );
}

type AskProps = Props & { step: string; field: string | null };

function Ask({ run, step, field }: AskProps): JSX.Element {
  if (field === null) return <p class="words">{step}</p>;
  if (field === "due") return <When run={run} />;
  const own = IN_OTHER_WORDS[field];
  return (
    <AskLine
      run={run}
      field={field}
      label={own ? t(own) : step}
      hint={field === "things" ? t("fields.each-line") : undefined}
    />
  );
}

type LineProps = Props & { field: string; label: string; hint?: string | undefined };

/** One line of a tool, kept as it is typed. */
export function AskLine({ run, field, label, hint }: LineProps): JSX.Element {
  return (
    <OwnWords
      label={label}
      labelSeen
      value={run.members.value.run?.answers?.[field] ?? ""}
      hint={hint}
      onInput={(text) => run.answer(field, text)}
    />
  );
}

const WHEN = [
  { in: 1, label: "fields.when-tomorrow" },
  { in: 3, label: "fields.when-days" },
  { in: 7, label: "fields.when-week" },
] as const;
const MORNING = "T09:00";

function When({ run }: Props): JSX.Element {
  const later = (days: number) => `${dayOf(dayNumber(today.value) + days)}${MORNING}`;
  const options = WHEN.map(({ in: days, label }) => ({ id: later(days), label: t(label) }));
  return (
    <Select
      label={t("fields.when")}
      value={run.members.value.run?.answers?.["due"] ?? ""}
      options={[{ id: "", label: t("fields.when-none") }, ...options]}
      onPick={(due) => run.answer("due", due)}
    />
  );
}
