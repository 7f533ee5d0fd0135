import { t } from "../language/goals.ts";
import type { Next } from "./goal.ts";

const HOW = ["review.1", "review.2", "review.3", "review.4", "review.5"] as const;
const NEXT = { keep: "review.keep", change: "review.change", rest: "review.rest" } as const;

/** How it went, 1 to 5, in words. */
export function howLabel(n: number): string {
  return t(HOW[n - 1] ?? HOW[2]);
}

export function nextLabel(next: Next): string {
  return t(NEXT[next]);
}
