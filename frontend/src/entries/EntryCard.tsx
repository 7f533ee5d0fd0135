import { computed } from "@preact/signals";
import type { JSX } from "preact";
import type { OpenItem } from "../feeds/device.ts";
import { clockLabel, dayLabel, listLabel } from "../language/dates.ts";
import { t } from "../language/journal.ts";
import { speech } from "../language/speech.ts";
import { brightSpotsById, feelingsById } from "../library/catalogue.ts";
import { itemsOf, state } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { lateExtra } from "../ui/late.tsx";
import { RingsMark, RiseMark, WaterMark } from "../ui/Marks.tsx";
import { Marked } from "./Marked.tsx";
import { moodLabel } from "./mood.ts";
import { OnlyYou } from "./OnlyYou.tsx";
import { toolNames } from "./tools.ts";
import { triggerOf } from "./triggers.ts";
import { type EntryView, viewOf } from "./words.ts";

const labelsOf = (ids: readonly string[], known: ReadonlyMap<string, { label: string }>) =>
  ids.map((id) => known.get(id)?.label).filter((label) => label !== undefined);

/** The feelings of an entry, as the library words them. */
export function feelingWords({ feelings }: EntryView): string {
  return listLabel(labelsOf(feelings, feelingsById.value));
}

const SORTS = {
  encounter: "entry.encounter",
  "check-in": "entry.check-in",
  "bright-spot": "entry.bright-spot",
  "before-shift": "entry.before-shift",
  "after-shift": "entry.after-shift",
  tool: "entry.tool",
  unknown: "entry.unknown",
} as const;

const lowered = (word: string) => word.toLocaleLowerCase(speech.value.language);

/** What an entry is called: its trigger, its bright spot, its mood, its tool, or else its sort. */
export function titleOf(view: EntryView): string {
  const named = view.triggers.flatMap((id) => triggerOf(id)?.label ?? []);
  const bright = view.bright ? brightSpotsById.value.get(view.bright)?.label : undefined;
  if (bright) named.push(bright);
  const tool = view.sort === "tool" && view.tool ? toolNames.value.get(view.tool) : undefined;
  if (tool) named.push(tool);
  if (view.mood) named.push(t("entry.mood", { mood: lowered(moodLabel(view.mood)) }));
  return named.length > 0 ? listLabel(named) : t(SORTS[view.sort]);
}

/** How big it was and is, in words. */
export function sizeOf({ intensity, after }: EntryView): string {
  if (!intensity) return "";
  if (!after) return t("entry.big", { n: intensity });
  return t("entry.before-now", { before: intensity, now: after });
}

export function EntryMark({ view, size = 36 }: { view: EntryView; size?: number }): JSX.Element {
  if (view.sort === "encounter") return <RingsMark n={view.intensity ?? 1} size={size} />;
  if (view.sort === "check-in") return <WaterMark n={view.mood ?? 3} size={size} />;
  return <RiseMark size={size} />;
}

/** Whoever has shared nothing needs none of it. */
const anyCopy = computed(() => itemsOf("copy").length > 0);
const CardMark = lateExtra(() => import("../sharing/CardMark.tsx"));

/** `sought`: the words that were looked for, to be marked. */
type Props = { entry: OpenItem; withDay?: boolean; sought?: string };

/** One entry in a list; the whole card leads to it. */
export function EntryCard({ entry, withDay = false, sought = "" }: Props): JSX.Element {
  const view = viewOf(entry);
  const clock = clockLabel(view.at, view.tz);
  const day = withDay && entry.day ? dayLabel(entry.day, today.value) : "";
  const size = sizeOf(view);
  return (
    <a class="entry" data-sort={view.sort} href={`/journal/${entry.item}`}>
      <EntryMark view={view} />
      <strong>
        <Marked text={titleOf(view)} sought={sought} />
      </strong>
      <span class="soft">{listLabel([day, clock].filter(Boolean))}</span>
      {view.text && (
        <span class="words">
          <Marked text={view.text} sought={sought} />
        </span>
      )}
      {sought && view.step && (
        <span class="soft">
          <Marked text={t("entry.step", { step: view.step })} sought={sought} />
        </span>
      )}
      {size && <span class="soft">{size}</span>}
      {anyCopy.value ? <CardMark item={entry.item} /> : <OnlyYou />}
      {entry.unsent && state.value.account && <span class="soft">{t("entry.not-sent")}</span>}
    </a>
  );
}
