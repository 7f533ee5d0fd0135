import { t } from "../language/first.ts";

/** After a move: the heading of the new screen takes the focus and gives the page its title. */
export function settle(): void {
  const heading = document.querySelector<HTMLElement>("main h1");
  heading?.focus({ preventScroll: true });
  titleFrom(heading);
}

/** The first screen leaves the focus where the browser put it. */
export function titleFrom(heading = document.querySelector<HTMLElement>("main h1")): void {
  const said = location.pathname === "/" ? t("today.title") : heading?.textContent;
  document.title = [said, t("app.name")].filter(Boolean).join(" · ");
}
