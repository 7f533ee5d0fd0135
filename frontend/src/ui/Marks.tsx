import type { ComponentChildren, JSX } from "preact";

type MarkProps = { size?: number; children: ComponentChildren; box?: number; name?: string };

/** One drawing of the family; always beside its word, so it is silent for screen readers. */
function Mark({ size = 24, box = 24, name = "mark", children }: MarkProps): JSX.Element {
  return (
    <svg class={name} width={size} height={size} viewBox={`0 0 ${box} ${box}`} aria-hidden="true">
      {children}
    </svg>
  );
}

export const drawn = (path: string, name?: string) => () => (
  <Mark {...(name ? { name } : {})}>
    <path d={path} />
  </Mark>
);

export const BackMark = drawn("M15 5l-7 7 7 7", "turns");
export const CloseMark = drawn("M6 6l12 12M18 6L6 18");
export const OpenMark = drawn("M6 9.5l6 6 6-6", "open-mark");
export const OnMark = drawn("M9.5 5l7 7-7 7", "turns");
export const CheckMark = drawn("M5 12.5l4.5 4.5L19 7.5");
export const WaitMark = drawn("M4 9c3-2.5 5-2.5 8 0s5 2.5 8 0M4 15c3-2.5 5-2.5 8 0s5 2.5 8 0");
export const TodayMark = drawn("M7.5 14a4.5 4.5 0 0 1 9 0M3 14h18M7 18h10");
export const JournalMark = drawn("M5 6.5h14M5 12h14M5 17.5h8");
export const ToolsMark = drawn(
  "M4 15c2.7-3 5.3-3 8 0s5.3 3 8 0M4 19.5c2.7-3 5.3-3 8 0s5.3 3 8 0M12 4v6M9 7l3-3 3 3",
);
export const GoalsMark = drawn("M4 19h16M7 19v-5M12 19V9M17 19V5");
export const MeMark = drawn(
  "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20c1.2-3.4 4-5 7.5-5s6.3 1.6 7.5 5",
);
export const LockMark = drawn("M6 11.5h12V20H6zM8.5 11.5V8a3.5 3.5 0 0 1 7 0v3.5");

/** How big: a stone in the water, and one ring more for each step. */
export function RingsMark({ n, size = 44 }: { n: number; size?: number }): JSX.Element {
  return (
    <Mark size={size} box={44}>
      <circle cx="22" cy="22" r="2.5" fill="currentColor" />
      {[1, 2, 3, 4, 5].slice(0, n).map((ring) => (
        <circle key={ring} cx="22" cy="22" r={2.5 + ring * 3.6} opacity={1.12 - ring * 0.14} />
      ))}
    </Mark>
  );
}

const WATER = [
  "M4 18l6-9 6 13 6-14 6 14 6-12 6 9",
  "M4 20c3-7 6-7 9 0s6 7 9 0 6-7 9 0 6 7 9 0",
  "M4 21c3-4 6-4 9 0s6 4 9 0 6-4 9 0 6 4 9 0",
  "M4 22c6-2.5 12-2.5 18 0s12 2.5 18 0",
  "M4 23h36",
] as const;

/** How are you: from choppy water (1) to still water (5). */
export function WaterMark({ n, size = 44 }: { n: number; size?: number }): JSX.Element {
  return (
    <Mark size={size} box={44}>
      <path d={WATER[n - 1] ?? WATER[2]} />
      <path d="M12 31h20" opacity=".6" />
      <path d="M17 37h10" opacity=".35" />
      {n === 5 && <path d="M15 23a7 7 0 0 1 14 0" />}
    </Mark>
  );
}

/** Something good: a disc coming up over the line. */
export function RiseMark({ size = 44 }: { size?: number }): JSX.Element {
  return (
    <Mark size={size} box={44}>
      <path d="M12 27a10 10 0 0 1 20 0" />
      <path d="M4 27h36" />
      <path d="M12 33h20" opacity=".6" />
      <path d="M18 39h8" opacity=".35" />
      <path d="M22 6v5M8.5 12l3.2 3.4M35.5 12l-3.2 3.4" opacity=".8" />
    </Mark>
  );
}

/** A rough call: a stone has gone in. */
export function StoneMark({ size = 44 }: { size?: number }): JSX.Element {
  return (
    <Mark size={size} box={44}>
      <circle cx="22" cy="11" r="5" fill="currentColor" stroke="none" />
      <ellipse cx="22" cy="29" rx="6" ry="2.2" />
      <ellipse cx="22" cy="29" rx="12" ry="5" opacity=".7" />
      <ellipse cx="22" cy="29" rx="18" ry="8.5" opacity=".4" />
    </Mark>
  );
}

/** It is put down: still water, the stone out of sight, the last ring wide. */
export function StillMark(): JSX.Element {
  return (
    <svg class="still" width="160" height="72" viewBox="0 0 160 72" aria-hidden="true">
      <ellipse cx="80" cy="36" rx="18" ry="6" opacity=".9" />
      <ellipse cx="80" cy="36" rx="44" ry="16" opacity=".55" />
      <ellipse cx="80" cy="36" rx="76" ry="30" opacity=".25" />
    </svg>
  );
}
