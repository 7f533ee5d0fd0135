import type { JSX } from "preact";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/entries.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { viewOf } from "./words.ts";

const textOf = (entry: OpenItem) => viewOf(entry).text;

/** Every text once, one below the other; nothing where there are no two to keep. */
function bothTexts(heads: readonly OpenItem[]): string | undefined {
  const texts = new Set(heads.map(({ words }) => words["text"]).filter(Boolean));
  return texts.size > 1 ? [...texts].join("\n\n") : undefined;
}

type Props = { entry: OpenItem; said?: (item: OpenItem) => string };

/**
 * The same thing as another phone wrote it; one tap joins the two, and only the person does. `said`: what
 * is shown of it.
 */
export function OtherHeads({ entry, said = textOf }: Props): JSX.Element | null {
  if (entry.others.length === 0) return null;
  const join = async ({ day, words }: Pick<OpenItem, "day" | "words">) => {
    const change = { item: entry.item, kind: entry.kind, ...(day ? { day } : {}) };
    await (await theDevice()).save({ ...change, words, join: true });
  };
  const both = bothTexts([entry, ...entry.others]);
  return (
    <section class="notice">
      <h2>{t("entry.other")}</h2>
      {entry.others.map((other) => (
        <div key={other.rev} class="stack tight">
          <p class="words">{said(other) || t("entry.no-words")}</p>
          <ActButton kind="quiet" act={() => join(other)}>
            {t("entry.use-other")}
          </ActButton>
        </div>
      ))}
      <ActButton kind="quiet" act={() => join(entry)}>
        {t("entry.use-mine")}
      </ActButton>
      {both && (
        <ActButton
          kind="quiet"
          act={() => join({ ...entry, words: { ...entry.words, text: both } })}
        >
          {t("entry.use-both")}
        </ActButton>
      )}
    </section>
  );
}
