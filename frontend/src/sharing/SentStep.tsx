import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/sharing.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Ending } from "../ui/Ending.tsx";
import { takeBack } from "./acts.ts";
import { refusedLabel } from "./labels.ts";
import type { Stand } from "./standing.ts";
import { out } from "./state.ts";

const TITLES: Partial<Record<Stand, "copy.sent" | "copy.kept" | "copy.refused">> = {
  out: "copy.sent",
  refused: "copy.refused",
};

/** Where the copy is now, honestly: with them, or still on this phone. */
export function SentStep({ copy }: { copy: string }): JSX.Element {
  const [taken, setTaken] = useState("");
  const one = out.value.find((each) => each.copy.item === copy);
  const take = async () => {
    await takeBack(copy);
    setTaken(one?.name ?? "");
  };
  const stands = one && t(TITLES[one.stand] ?? "copy.kept", { name: one.name });
  return (
    <Ending
      title={taken ? t("back.taken", { name: taken }) : stands}
      acts={
        one && (
          <ActButton kind="quiet" act={take}>
            {t("back.take")}
          </ActButton>
        )
      }
    >
      {!taken && one && (
        <p role="status">{one.stand === "refused" ? refusedLabel(one.code) : t("copy.after")}</p>
      )}
    </Ending>
  );
}
