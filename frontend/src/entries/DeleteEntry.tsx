import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/entries.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { titleOf } from "./EntryCard.tsx";
import { viewOf } from "./words.ts";

type How = "keep-day" | "forget";
type Props = { entry: OpenItem; onKeep: () => void };

/** Deleting, after saying what changes: the words go, the day's mark stays unless it shall go too. */
export function DeleteEntry({ entry, onKeep }: Props): JSX.Element {
  const [how, setHow] = useState<How>("keep-day");
  const { route } = useLocation();
  const remove = async () => {
    await (await theDevice()).remove(entry.item, how);
    route("/journal", true);
  };
  return (
    <>
      <StepHeading>{t("delete.title")}</StepHeading>
      <p class="soft">{titleOf(viewOf(entry))}</p>
      <p>{t("delete.body")}</p>
      <Choices
        legend={t("delete.title")}
        look="rows"
        options={[
          { id: "keep-day", label: t("delete.keep"), hint: t("delete.keep-hint") },
          { id: "forget", label: t("delete.forget"), hint: t("delete.forget-hint") },
        ]}
        value={how}
        onPick={setHow}
      />
      <div class="stack tight">
        <ActButton kind="grave" act={remove}>
          {t("entry.delete")}
        </ActButton>
        <button type="button" class="button quiet" onClick={onKeep}>
          {t("delete.not")}
        </button>
      </div>
    </>
  );
}
