import type { BreathPattern } from "../library/catalogue.ts";

export type BreathPhase = "in" | "sip" | "hold" | "out" | "wait";

/** One second of a guided breath: which part it belongs to, and how far that part has been counted. */
export type Beat = { at: number; phase: BreathPhase; count: number; lasts: number };

const SECOND_MS = 1000;

type Part = [phase: BreathPhase, seconds: number];

function roundOf(pattern: BreathPattern, holds: boolean): Part[] {
  const parts: Part[] = [
    ["in", pattern.in_s],
    ["sip", pattern.sip_s ?? 0],
    ["hold", holds ? pattern.hold_s : 0],
    ["out", pattern.out_s],
    ["wait", holds ? pattern.hold_out_s : 0],
  ];
  return parts.filter(([, seconds]) => seconds > 0);
}

const secondsOf = (parts: readonly Part[]) => parts.reduce((sum, [, seconds]) => sum + seconds, 0);

export function hasHolds(pattern: BreathPattern): boolean {
  return pattern.hold_s + pattern.hold_out_s > 0;
}

/** How many rounds: without its holds a breath takes as long as with them, in more rounds. */
export function roundsOf(pattern: BreathPattern, holds: boolean): number {
  const whole = secondsOf(roundOf(pattern, true)) * pattern.cycles;
  return Math.round(whole / secondsOf(roundOf(pattern, holds)));
}

/** Every second of a breath, in milliseconds from its start. `lasts` is the length of the part. */
export function beatsOf(pattern: BreathPattern, holds: boolean): Beat[] {
  const round = roundOf(pattern, holds);
  const parts = Array.from({ length: roundsOf(pattern, holds) }, () => round).flat();
  let at = 0;
  return parts.flatMap(([phase, seconds]) => {
    const start = at;
    at += seconds * SECOND_MS;
    return Array.from({ length: seconds }, (_, second) => ({
      at: start + second * SECOND_MS,
      phase,
      count: second + 1,
      lasts: seconds * SECOND_MS,
    }));
  });
}

/** How long it all takes, in milliseconds. */
export function lengthOf(beats: readonly Beat[]): number {
  return beats.length * SECOND_MS;
}
