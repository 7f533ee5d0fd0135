import type { JSX } from "preact";
import { Switch } from "../habits/FormParts.tsx";
import { hideNumbers } from "../habits/settings.ts";
import { t } from "../language/work.ts";
import { keepHidden } from "./workDays.ts";

/** For whom a number is one thing too many: no streak and no percent, anywhere. */
export function HideNumbers(): JSX.Element {
  return (
    <Switch
      label={t("numbers.title")}
      hint={t("numbers.hint")}
      on={hideNumbers.value}
      onChange={(on) => void keepHidden(on)}
    />
  );
}
