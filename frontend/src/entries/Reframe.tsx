import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Choices } from "../ui/Choices.tsx";
import { triggerOf } from "./triggers.ts";
import { reframable, type Shift } from "./wholeShift.ts";

/** One of them to see with other eyes, later; never what was not okay. */
export function Reframe({ shift }: { shift: Shift }): JSX.Element | null {
  const [picked, setPicked] = useState<string>();
  const [isKept, setKept] = useState(false);
  const labels = new Map(
    reframable(shift, triggerOf).map((id) => [id, triggerOf(id)?.label ?? id]),
  );
  if (labels.size === 0) return null;
  if (isKept) return <p role="status">{t("reframe.kept")}</p>;
  const keep = async () => {
    const text = t("reframe.note", { trigger: labels.get(picked ?? "") ?? "" });
    const words = { v: 1, t: "follow-up", text, due: null, done: false } as const;
    await (await theDevice()).save({ kind: "note", words });
    setKept(true);
  };
  return (
    <>
      <Choices
        legend={t("reframe.title")}
        legendSeen
        options={[...labels].map(([id, label]) => ({ id, label }))}
        value={picked}
        onPick={setPicked}
      />
      {picked && (
        <ActButton kind="quiet" act={keep}>
          {t("reframe.keep")}
        </ActButton>
      )}
    </>
  );
}
