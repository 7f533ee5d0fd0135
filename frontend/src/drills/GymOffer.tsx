import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { changeProfile, profileOf } from "../feeds/profile.ts";
import { t } from "../language/drills.ts";
import { drillFile, triggersById } from "../library/catalogue.ts";
import { entries, itemsOf, theDevice } from "../shell/device.ts";
import { goToSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { mayOfferGym } from "../techniques/offer.ts";
import { drillsAfter, nextDrill } from "./gym.ts";

type Call = { trigger: readonly string[]; intensity?: number };
type Props = { call: Call };

/** Under this name the profile keeps the day on which the gym was last offered. */
const ASKED = "gym";

/** The phrase gym after a small no: offered once a day at most, and gone with the sheet. */
export default function GymOffer({ call }: Props): JSX.Element | null {
  useEffect(drillFile.load, []);
  const [may] = useState(() => mayOfferNow(call));
  useEffect(() => {
    if (may) void noteAsked();
  }, [may]);
  const drills = drillsAfter(call.trigger, drillFile.read.value?.drills ?? []);
  const drill = may ? nextDrill(drills, entries.value) : undefined;
  if (!drill) return null;
  return (
    <section class="notice" aria-labelledby="gym-offer">
      <h2 id="gym-offer">{t("offer.gym")}</h2>
      <p class="soft">{t("offer.gym-lead")}</p>
      <button type="button" class="button quiet" onClick={() => goToSheet("drill", drill.id)}>
        {t("offer.gym-open")}
      </button>
    </section>
  );
}

function mayOfferNow({ trigger, intensity = 5 }: Call): boolean {
  const { asked } = profileOf({ items: itemsOf });
  if (asked?.[ASKED] === today.value) return false;
  const kit = { tools: [], triggers: triggersById.value, dropped: [] };
  return mayOfferGym({ triggers: trigger, intensity }, kit);
}

/** What the disk does not take may only be offered once more. */
async function noteAsked(): Promise<void> {
  try {
    const day = today.value;
    await changeProfile(await theDevice(), ({ asked }) => ({ asked: { ...asked, [ASKED]: day } }));
  } catch (trouble) {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
  }
}
