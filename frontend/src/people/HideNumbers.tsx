import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Switch } from "../habits/FormParts.tsx";
import { hideNumbers } from "../habits/settings.ts";
import { sentenceOf } from "../language/troubles.ts";
import { t } from "../language/work.ts";
import { keepHidden } from "./workDays.ts";

/** For whom a number is one thing too many: no streak and no percent, anywhere. */
export function HideNumbers(): JSX.Element {
  const [said, setSaid] = useState("");
  const change = (on: boolean) => {
    keepHidden(on)
      .then(() => setSaid(t(on ? "numbers.hidden" : "numbers.shown")))
      .catch((trouble) => setSaid(sentenceOf(trouble)));
  };
  return (
    <section class="stack tight">
      <Switch
        label={t("numbers.title")}
        hint={t("numbers.hint")}
        on={hideNumbers.value}
        onChange={change}
      />
      <p role="status" class="soft">
        {said}
      </p>
    </section>
  );
}
