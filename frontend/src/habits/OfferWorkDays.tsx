import type { JSX } from "preact";
import { changeProfile } from "../feeds/profile.ts";
import { t } from "../language/habits.ts";
import { entries, itemsOf, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { profile } from "./settings.ts";
import { lastWork } from "./work.ts";

const ASKED = "work-days";
/** Whoever has just come needs to write first. */
const AFTER_DAYS_WRITTEN = 2;

/** Asked once: which days somebody works, so that the others ask for nothing. */
export function OfferWorkDays(): JSX.Element | null {
  const days = new Set(entries.value.map(({ day }) => day));
  const wasAsked = profile.value.asked?.[ASKED] !== undefined;
  if (wasAsked || days.size < AFTER_DAYS_WRITTEN || lastWork(itemsOf("schedule"))) return null;
  return (
    <section class="notice" aria-label={t("offer.title")}>
      <h2>{t("offer.title")}</h2>
      <p>{t("offer.body")}</p>
      <div class="row">
        <a class="button" href="/me/work-days">
          {t("offer.yes")}
        </a>
        <ActButton kind="plain" act={notNow}>
          {t("act.later")}
        </ActButton>
      </div>
    </section>
  );
}

async function notNow(): Promise<void> {
  await changeProfile(await theDevice(), ({ asked }) => ({
    asked: { ...asked, [ASKED]: today.value },
  }));
}
