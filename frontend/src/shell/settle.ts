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
  const held = document.activeElement;
  withHeading((heading) => {
    const isFree = [held, main, document.body].includes(document.activeElement);
    if (isFree) heading.focus({ preventScroll: true });
  });
  here = location.pathname;
  if (main) main.scrollTop = cameBack ? (scrolled.get(here) ?? 0) : 0;
  cameBack = false;
}

/** The first screen leaves the focus where the browser put it. */
export function titleFirst(): void {
  withHeading(() => undefined);
}

let coming: MutationObserver | undefined;

/** Names the page once its heading is there: some screens show it only when they have read what they are about. */
function withHeading(then: (heading: HTMLElement) => void): void {
  coming?.disconnect();
  const main = document.querySelector("main");
  const look = () => {
    const heading = main?.querySelector<HTMLElement>("h1");
    if (!heading) return;
    coming?.disconnect();
    document.title = [titleOf(heading), t("app.name")].filter(Boolean).join(" · ");
    then(heading);
  };
  coming = new MutationObserver(look);
  if (main) coming.observe(main, { childList: true, subtree: true });
  look();
}

// A browser writes titles into its history, and may carry them away: what is somebody's own is named by its list.
function titleOf(heading: HTMLElement): string | null {
  if (location.pathname === "/") return t("today.title");
  if (/^\/journal\/./.test(location.pathname)) return t("nav.journal");
  if (/^\/(goals|habits)\/./.test(location.pathname)) return t("nav.goals");
  return heading.textContent;
}
