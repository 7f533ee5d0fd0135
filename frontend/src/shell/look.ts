import { signal } from "@preact/signals";
import type { Hour } from "../ui/Horizon.tsx";

export type Look = "auto" | "light" | "dark";

const root = document.documentElement;

function stored(): Look {
  const look = localStorage.getItem("look");
  return look === "light" || look === "dark" ? look : "auto";
}

/** Light or dark, as chosen on this phone; `/theme.js` sets it before the first paint. */
export const look = signal<Look>("auto");

export function hourOf(now: Date): Hour {
  const hour = now.getHours();
  if (hour < 5 || hour >= 21) return "night";
  if (hour < 9) return "dawn";
  return hour < 17 ? "day" : "dusk";
}

/** Dark from 20 to 6; between them as the system has it. */
function byTheHour(now: Date): "light" | "dark" {
  const hour = now.getHours();
  if (hour >= 20 || hour < 6) return "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** The hour of the screen: it turns the accent and the disc of Today. */
export const hour = signal<Hour>("day");

function apply(): void {
  const now = new Date();
  hour.value = hourOf(now);
  root.dataset["hour"] = hour.value;
  root.dataset["look"] = look.value === "auto" ? byTheHour(now) : look.value;
  const bar = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
  if (bar) bar.content = getComputedStyle(root).backgroundColor;
}

export function chooseLook(next: Look): void {
  look.value = next;
  if (next === "auto") localStorage.removeItem("look");
  else localStorage.setItem("look", next);
  apply();
}

export function watchLook(): void {
  try {
    look.value = stored();
  } catch {
    look.value = "auto"; // storage is closed to us: the hour decides
  }
  apply();
  document.addEventListener("visibilitychange", apply);
}
