import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { newId } from "../crypto/ids.ts";
import { changeProfile, profileOf } from "../feeds/profile.ts";
import { t } from "../language/coach.ts";
import { keepNote } from "../notes/acts.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { itemsOf, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { isTimeToTakeCalls, type Phones } from "./takeCalls.ts";

/** What was answered goes into the sealed profile of the coach, and to nobody else. */
async function answer(part: Phones): Promise<void> {
  await changeProfile(await theDevice(), (now) => ({
    phones: { ...(now["phones"] as Phones | undefined), ...part },
  }));
}

/** To a coach, once a quarter: to sit where they sit. Nobody else sees it, or whether it was done. */
export function TakeCalls(): JSX.Element | null {
  const [step, setStep] = useState<"asked" | "noting" | "kept">("asked");
  const phones = (profileOf({ items: itemsOf })["phones"] ?? {}) as Phones;
  if (step === "kept") return <Kept />;
  if (step === "noting") return <Noting onKept={() => setStep("kept")} />;
  if (phones.off === true) return <Off />;
  if (!isTimeToTakeCalls(phones, today.value)) return null;
  return (
    <section class="card">
      <h2>{t("phones.title")}</h2>
      <p>{t("phones.body")}</p>
      <p class="soft">{t("phones.private")}</p>
      <button type="button" class="button quiet" onClick={() => setStep("noting")}>
        {t("phones.did")}
      </button>
      <div class="row">
        <ActButton kind="plain" act={() => answer({ on: today.value })}>
          {t("phones.not-now")}
        </ActButton>
        <ActButton kind="plain" act={() => answer({ off: true })}>
          {t("phones.never")}
        </ActButton>
      </div>
    </section>
  );
}

/** One line for oneself, or none. */
function Noting({ onKept }: { onKept: () => void }): JSX.Element {
  const [text, setText] = useState("");
  const [item] = useState(newId);
  const keep = async () => {
    if (text.trim()) await keepNote(item, "lesson", { text: text.trim() });
    await answer({ on: today.value });
    onKept();
  };
  return (
    <section class="card">
      <h2>{t("phones.note-title")}</h2>
      <OwnWords label={t("phones.note")} labelSeen value={text} onInput={setText} />
      <p class="soft">{t("phones.note-hint")}</p>
      <ActButton kind="quiet" act={keep}>
        {text.trim() ? t("act.save") : t("act.done")}
      </ActButton>
    </section>
  );
}

function Kept(): JSX.Element {
  return (
    <section class="card" role="status">
      <p>{t("phones.kept")}</p>
    </section>
  );
}

function Off(): JSX.Element {
  return (
    <ActButton kind="plain" act={() => answer({ off: false })}>
      {t("phones.again")}
    </ActButton>
  );
}
