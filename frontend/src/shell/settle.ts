import { t } from "../language/first.ts";

const scrolled = new Map<string, number>();
let here = location.pathname;
let cameBack = false;

/** Remembers how far each screen was scrolled, for the way back to it. */
export function keepScroll(event: { currentTarget: Element }): void {
  scrolled.set(location.pathname, event.currentTarget.scrollTop);
}

export function watchBack(): void {
  addEventListener("popstate", () => {
    cameBack = location.pathname !== here; // a sheet that closes moves within one screen
  });
}

/** After a move: the heading takes the focus, and the screen stands where it was left. */
export function settle(): void {
  const main = document.querySelector("main");
  const heading = main?.querySelector<HTMLElement>("h1") ?? null;
  heading?.focus({ preventScroll: true });
  titleFrom(heading);
  here = location.pathname;
  if (main) main.scrollTop = cameBack ? (scrolled.get(here) ?? 0) : 0;
  cameBack = false;
}

/** The first screen leaves the focus where the browser put it. */
export function titleFrom(heading = document.querySelector<HTMLElement>("main h1")): void {
  const said = location.pathname === "/" ? t("today.title") : heading?.textContent;
  document.title = [said, t("app.name")].filter(Boolean).join(" · ");
}
