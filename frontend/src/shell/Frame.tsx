import type { ComponentChildren, JSX } from "preact";
import { useLocation } from "preact-iso";
import { t } from "../language/first.ts";
import { HelpLink } from "../ui/HelpLink.tsx";
import { BackMark, GoalsMark, JournalMark, MeMark, TodayMark, ToolsMark } from "../ui/Marks.tsx";
import { keepScroll } from "./settle.ts";

const TABS = [
  { href: "/", key: "nav.today", Mark: TodayMark },
  { href: "/journal", key: "nav.journal", Mark: JournalMark },
  { href: "/tools", key: "nav.tools", Mark: ToolsMark },
  { href: "/goals", key: "nav.goals", Mark: GoalsMark },
  { href: "/me", key: "nav.me", Mark: MeMark },
] as const;

// Screens below another one; the word and the arrow lead up to it.
const ABOVE: [RegExp, (typeof TABS)[number]][] = [
  [/^\/(journal\/.|patterns)/, TABS[1]],
  [/^\/(tools\/.|notes)/, TABS[2]],
  [/^\/(goals\/.|habits)/, TABS[3]],
  [/^\/(me\/.|sign-|confirm-email|recovery-code|unlock|link|about|sharing|coach)/, TABS[4]],
];

// Where something is asked for, the tabs step aside: the keyboard needs the room.
const ASKS =
  /^\/(sign-|confirm-email|recovery-code|unlock|link|written-before|me\/(sign-out|change-keys|add-phone))/;

/** What stands around every screen: the way up, *Get help now*, and the tabs. */
export function Frame({ children }: { children: ComponentChildren }): JSX.Element {
  const { path } = useLocation();
  return (
    <div class="frame">
      <a class="unseen skip" href="#page">
        {t("app.skip")}
      </a>
      <Head path={path} />
      <main id="page" class="scroll" tabIndex={-1} onScroll={keepScroll}>
        <div class="page">{children}</div>
      </main>
      {!ASKS.test(path) && <Tabs path={path} />}
    </div>
  );
}

function Head({ path }: { path: string }): JSX.Element {
  const above = ABOVE.find(([pattern]) => pattern.test(path))?.[1];
  return (
    <header class="head">
      {above ? (
        <a class="brand back" href={above.href}>
          <BackMark />
          {t(above.key)}
        </a>
      ) : (
        <span class="brand">{t("app.name")}</span>
      )}
      <HelpLink />
    </header>
  );
}

function isWithin(path: string, href: string): boolean {
  if (href === "/") return path === "/";
  const above = ABOVE.find(([pattern]) => pattern.test(path))?.[1].href;
  return path === href || above === href;
}

function Tabs({ path }: { path: string }): JSX.Element {
  return (
    <nav class="tabs" aria-label={t("nav.label")}>
      <ul>
        {TABS.map(({ href, key, Mark }) => (
          <li key={href}>
            <a href={href} aria-current={isWithin(path, href) ? "page" : undefined}>
              <Mark />
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
