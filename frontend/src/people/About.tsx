import type { JSX } from "preact";
import { t } from "../language/people.ts";

const SEES = [
  "about.sees-1",
  "about.sees-2",
  "about.sees-3",
  "about.sees-4",
  "about.sees-5",
] as const;

/** What this is, who can read it, and what it cannot do, in plain words. */
export default function About(): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{t("about.title")}</h1>
      <section class="stack tight">
        <h2>{t("about.private")}</h2>
        <p class="words">{t("about.private-body")}</p>
      </section>
      <section class="stack tight">
        <h2>{t("about.sees")}</h2>
        <ul class="points">
          {SEES.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
      <section class="stack tight">
        <h2>{t("about.limits")}</h2>
        <p>{t("about.limits-body")}</p>
      </section>
      <section class="stack tight">
        <h2>{t("about.what")}</h2>
        <p>{t("about.what-body")}</p>
        <p>{t("about.doctor")}</p>
        <p>{t("about.work")}</p>
        <p>{t("about.report")}</p>
        <p class="soft">{t("about.age")}</p>
      </section>
    </>
  );
}
