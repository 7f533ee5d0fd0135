import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/safety.ts";
import { state, theDevice } from "../shell/device.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Field } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { dialled, TRUSTED, type Trusted, trustedIn } from "./trusted.ts";

/** Who *Get help now* names beside the lines: set here, kept on this phone, never sent. */
export default function TrustedPerson(): JSX.Element {
  const [kept, setKept] = useState<Trusted | null>(null);
  const [now, setNow] = useState<Trusted>({ name: "", number: "" });
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    const read = async () => {
      const found = trustedIn(await (await theDevice()).draft(TRUSTED));
      setKept(found);
      if (found) setNow(found);
    };
    read().catch(() => undefined); // nothing to be read: the fields are empty
  }, []);
  const keep = async () => {
    setWrong(!dialled(now.number));
    if (!dialled(now.number)) return;
    await (await theDevice()).saveDraft(TRUSTED, { v: 1, ...now });
    closeSheet();
  };
  const remove = async () => {
    await (await theDevice()).dropDraft(TRUSTED);
    closeSheet();
  };
  return (
    <Sheet label={t("trusted.title")} onClose={closeSheet}>
      <div class="sheet-body">
        <StepHeading>{t("trusted.title")}</StepHeading>
        <p class="soft">{state.value.shared ? t("trusted.shared") : t("trusted.lead")}</p>
        <Field
          label={t("trusted.name")}
          value={now.name}
          maxLength={80}
          onInput={(name) => setNow({ ...now, name })}
        />
        <Field
          label={t("trusted.number")}
          type="tel"
          value={now.number}
          maxLength={40}
          onInput={(number) => setNow({ ...now, number })}
        />
        {wrong && (
          <p class="problem" role="alert">
            {t("trusted.number-wrong")}
          </p>
        )}
      </div>
      <footer class="sheet-foot">
        <ActButton act={keep}>{t("act.save")}</ActButton>
        {kept && (
          <ActButton kind="plain" act={remove}>
            {t("trusted.remove")}
          </ActButton>
        )}
      </footer>
    </Sheet>
  );
}
