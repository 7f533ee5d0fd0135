import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { dayLabel } from "../language/dates.ts";
import { t } from "../language/journal.ts";
import { today } from "../shell/today.ts";
import { EntryCard } from "./EntryCard.tsx";
import { Heights, type Stretch, stretchesOf, windowOf } from "./stretches.ts";

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
  const near = useNear(list, stretches);
  const watch = useHeights();
  const { from, to, before, after } = windowOf(stretches, heights, near);
  return (
    <div ref={list} class="days">
      <div style={{ blockSize: `${before}px` }} />
      {stretches.slice(from, to).map((stretch) => (
        <DayPart key={stretch.key} {...{ stretch, sought, watch }} />
      ))}
      <div style={{ blockSize: `${after}px` }} />
    </div>
  );
}

/** What of the list lies on the screen, and a screen more on each side, in pixels from its top. */
function useNear(list: { current: HTMLElement | null }, stretches: readonly Stretch[]) {
  const [near, setNear] = useState<readonly [number, number]>(FIRST_LOOK);
  const drawn = useRef("");
  const look = () => {
    const main = list.current?.closest("main");
    if (!list.current || !main) return;
    heights.atWidth(list.current.clientWidth);
    const screen = main.clientHeight;
    const top = main.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    const next = [top - screen, top + 2 * screen] as const;
    const { from, to } = windowOf(stretches, heights, next);
    const name = `${from} ${to} ${stretches.length} ${list.current.clientWidth}`;
    if (name === drawn.current) return;
    drawn.current = name;
    setNear(next);
  };
  useLayoutEffect(look, [stretches]);
  useEffect(() => {
    const main = list.current?.closest("main");
    const resized = new ResizeObserver(look);
    main?.addEventListener("scroll", look, { passive: true });
    if (main) resized.observe(main);
    return () => {
      main?.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [stretches]);
  return near;
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
