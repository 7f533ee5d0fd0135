import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { dayLabel } from "../language/dates.ts";
import { t } from "../language/journal.ts";
import { today } from "../shell/today.ts";
import { EntryCard } from "./EntryCard.tsx";
import {
  Heights,
  roomOf,
  type Stretch,
  stepTo,
  stretchesOf,
  type Window,
  windowOf,
} from "./stretches.ts";

/** Kept while the app is open, so that the way back finds its place. */
const heights = new Heights();
/** Drawn before anybody has looked how large the screen is. */
const FIRST_LOOK = [0, 900] as const;

type Props = { items: readonly OpenItem[]; sought: string };

/**
 * Entries by day. However many there are, only those near the screen are drawn: what lies before and
 * behind them is empty room of their height.
 */
export function DayList({ items, sought }: Props): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const stretches = useMemo(() => stretchesOf(items), [items]);
  const drawn = useDrawn(list, stretches);
  const watch = useHeights();
  const part = useParts(sought, watch);
  const { before, after } = roomOf(stretches, heights, drawn);
  return (
    <div ref={list} class="days">
      <div style={{ blockSize: `${before}px` }} />
      {stretches.slice(drawn.from, drawn.to).map(part)}
      <div style={{ blockSize: `${after}px` }} />
    </div>
  );
}

/**
 * Which stretches are drawn: those on the screen and a screen more on each side. While the list is scrolled
 * each frame adds no more than one of them, so that none is late; those behind the others follow in the next.
 */
function useDrawn(list: { current: HTMLElement | null }, stretches: readonly Stretch[]): Window {
  const [drawn, draw] = useState(() => windowOf(stretches, heights, FIRST_LOOK));
  const now = useRef(drawn);
  const ahead = useRef(0);
  const soon = () => {
    ahead.current ||= requestAnimationFrame(look);
  };
  const look = () => {
    ahead.current = 0;
    const main = list.current?.closest("main");
    if (!list.current || !main) return;
    const isTurned = heights.atWidth(list.current.clientWidth);
    const screen = main.clientHeight;
    const top = main.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    const wanted = windowOf(stretches, heights, [top - screen, top + 2 * screen]);
    const next = stepTo(wanted, now.current, windowOf(stretches, heights, [top, top + screen]));
    const isSame = next.from === now.current.from && next.to === now.current.to;
    if (isSame && !isTurned) return;
    now.current = next;
    draw(next); // also what is the same, for on another width it leaves other room
    soon();
  };
  useLayoutEffect(look, [stretches]);
  useEffect(() => {
    const main = list.current?.closest("main");
    const resized = new ResizeObserver(soon);
    main?.addEventListener("scroll", soon, { passive: true });
    if (main) resized.observe(main); // which tells the size once at the start, and so goes on with what is left
    return () => {
      cancelAnimationFrame(ahead.current);
      ahead.current = 0;
      main?.removeEventListener("scroll", soon);
      resized.disconnect();
    };
  }, [stretches]);
  return drawn;
}

/** Each part as it was made first: what has not changed is not even looked at when another one joins. */
function useParts(sought: string, watch: Watch): (stretch: Stretch) => JSX.Element {
  const made = useMemo(() => new WeakMap<Stretch, JSX.Element>(), [sought, watch]);
  return (stretch) => {
    const known = made.get(stretch);
    if (known) return known;
    const part = <DayPart key={stretch.key} {...{ stretch, sought, watch }} />;
    made.set(stretch, part);
    return part;
  };
}

type Watch = (part: HTMLElement) => () => void;

/** Notes how tall each part is while it is drawn; asking for it would make the browser lay all out at once. */
function useHeights(): Watch {
  const [measuring] = useState(
    () =>
      new ResizeObserver((seen) => {
        for (const { target, borderBoxSize } of seen) {
          const { stretch = "" } = (target as HTMLElement).dataset;
          // What has just gone has no height any more, and keeps the one it had.
          if (target.isConnected) heights.measured(stretch, borderBoxSize[0]?.blockSize ?? 0);
        }
      }),
  );
  useEffect(() => () => measuring.disconnect(), [measuring]);
  return useMemo(
    () => (part) => {
      measuring.observe(part);
      return () => measuring.unobserve(part);
    },
    [measuring],
  );
}

function DayPart({
  stretch,
  sought,
  watch,
}: {
  stretch: Stretch;
  sought: string;
  watch: Watch;
}): JSX.Element {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => (part.current ? watch(part.current) : undefined), [watch]);
  const { key, day, isFirst, items } = stretch;
  return (
    <div ref={part} class="day" data-stretch={key}>
      {isFirst && <h2>{day ? dayLabel(day, today.value) : t("entry.unknown")}</h2>}
      {items.map((entry) => (
        <EntryCard key={entry.item} entry={entry} sought={sought} />
      ))}
    </div>
  );
}
