import type { JSX } from "preact";
import { t } from "../language/journal.ts";
import { LockMark } from "../ui/Marks.tsx";
import "./journal.css";

/** In a list: no copy of it is out. */
export function OnlyYou(): JSX.Element {
  return (
    <span class="who soft">
      <LockMark />
      {t("who.only-you")}
    </span>
  );
}
