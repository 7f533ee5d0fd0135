import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import { t } from "../language/entries.ts";
import { sentenceOf } from "../language/troubles.ts";
import { itemOf, state } from "../shell/device.ts";
import { CheckMark, WaitMark } from "../ui/Marks.tsx";
import type { Kept, SaveState } from "./inProgress.ts";

type Props = { saving: Signal<SaveState>; kept: Signal<Kept> };

function saved(kept: Kept): string {
  const item = kept.item ? itemOf(kept.item) : undefined;
  if (state.value.account && item && !item.unsent) return t("state.safe");
  return state.value.storage === "memory" ? t("state.in-page") : t("state.saved");
}

/** Where the words are, said aloud when it changes. */
export function SaveLine({ saving, kept }: Props): JSX.Element {
  const now = saving.value;
  return (
    <div role="status">
      {now.at === "saving" && (
        <p class="status">
          <WaitMark />
          {t("state.saving")}
        </p>
      )}
      {now.at === "saved" && (
        <p class="status">
          <CheckMark />
          {saved(kept.value)}
        </p>
      )}
      {now.at === "failed" && (
        <div class="notice loud">
          <p>{sentenceOf(now.trouble)}</p>
          <button type="button" class="button quiet" onClick={now.again}>
            {t("act.try-again")}
          </button>
        </div>
      )}
    </div>
  );
}
