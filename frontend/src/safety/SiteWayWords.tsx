import type { JSX } from "preact";
import { t } from "../language/safety.ts";
import type { SiteWay } from "./site.ts";

/** A work place's own words, line by line, and its link. */
export function SiteWayWords({ way }: { way: SiteWay }): JSX.Element {
  return (
    <>
      {way.text && <p class="words">{way.text}</p>}
      {way.link && (
        <a class="button quiet" href={way.link} target="_blank" rel="noreferrer">
          {t("official.open")}
        </a>
      )}
    </>
  );
}
