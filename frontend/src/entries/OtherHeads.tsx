import type { JSX } from "preact";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/entries.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { viewOf } from "./words.ts";

/** The same entry as another phone wrote it; one tap joins the two, and only the person does. */
export function OtherHeads({ entry }: { entry: OpenItem }): JSX.Element | null {
  if (entry.others.length === 0) return null;
  const join = async (chosen: OpenItem) => {
    await (await theDevice()).save({
      item: entry.item,
      kind: entry.kind,
      ...(chosen.day ? { day: chosen.day } : {}),
      words: chosen.words,
      join: true,
    });
  };
  return (
    <section class="notice">
      <h2>{t("entry.other")}</h2>
      {entry.others.map((other) => (
        <div key={other.rev} class="stack tight">
          <p class="words">{viewOf(other).text || t("entry.no-words")}</p>
          <ActButton kind="quiet" act={() => join(other)}>
            {t("entry.use-other")}
          </ActButton>
        </div>
      ))}
      <ActButton kind="quiet" act={() => join(entry)}>
        {t("entry.use-mine")}
      </ActButton>
    </section>
  );
}
