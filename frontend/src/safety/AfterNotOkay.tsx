import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/safety.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { OnMark } from "../ui/Marks.tsx";
import { FactForm } from "./FactForm.tsx";
import { SiteWayWords } from "./SiteWayWords.tsx";
import { loadSite, site } from "./site.ts";
import "./safety.css";

type View = "choice" | "note" | "official";
type Props = {
  /** *Rest first*, in the words it was chosen in: nothing more is asked. */
  onRest: (step: string) => void;
  /** Goes on in the flow, after whatever else was done. */
  onDone: () => void;
  /** What stands at the foot beside the way on, such as where the words are. */
  foot?: ComponentChildren;
};

/**
 * A step after a trigger that is not okay: *Rest first · Fact note · Official way*. It asks for no view
 * of the customer and no lesson, and leads to no coach.
 */
export function AfterNotOkay({ onRest, onDone, foot }: Props): JSX.Element {
  const [view, setView] = useState<View>("choice");
  useEffect(loadSite, []);
  if (view === "note") return <FactForm onDone={onDone} onBack={() => setView("choice")} />;
  if (view === "official") return <Official onDone={onDone} onBack={() => setView("choice")} />;
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("not-okay.title")}</StepHeading>
        <p class="soft">{t("not-okay.lead")}</p>
        <ul class="ways">
          <Way name="rest" onTap={() => onRest(t("not-okay.rest"))} />
          <Way name="note" onTap={() => setView("note")} />
          {site.value?.official_way && <Way name="official" onTap={() => setView("official")} />}
        </ul>
        <p class="soft">{t("not-okay.nothing-sent")}</p>
      </div>
      <footer class="sheet-foot">{foot}</footer>
    </>
  );
}

type WayProps = { name: "rest" | "note" | "official"; onTap: () => void };

function Way({ name, onTap }: WayProps): JSX.Element {
  return (
    <li>
      <button type="button" class="way" onClick={onTap}>
        <span>
          {t(`not-okay.${name}`)}
          <span class="unseen">. </span>
          <small class="soft">{t(`not-okay.${name}-hint`)}</small>
        </span>
        <OnMark />
      </button>
    </li>
  );
}

function Official({ onDone, onBack }: { onDone: () => void; onBack: () => void }): JSX.Element {
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("official.title")}</StepHeading>
        <SiteWayWords way={site.value?.official_way ?? {}} />
        <p class="soft">{t("official.only-words")}</p>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button" onClick={onDone}>
          {t("act.go-on")}
        </button>
        <button type="button" class="button plain" onClick={onBack}>
          {t("nav.back")}
        </button>
      </footer>
    </>
  );
}
