import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { t } from "../language/notes.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";
import { rememberShown, setDone, setDue } from "./acts.ts";
import { dueFollowUps, watchFollowUps } from "./reminders.ts";

/** What one wanted to come back to, when it is time; it shows once, then rests. */
export function TodayNotes(): JSX.Element | null {
  useEffect(watchFollowUps, []);
  const due = dueFollowUps();
  const items = due.map(({ item }) => item);
  useEffect(() => {
    if (items.length > 0) void shown(items);
  }, [items.join()]);
  if (due.length === 0) return null;
  return (
    <Notice title={t("due.now")}>
      {due.map(({ item, text }) => (
        <div key={item} class="stack tight">
          <p class="words">{text}</p>
          <div class="row">
            <ActButton kind="quiet" act={() => setDone(item, true)}>
              {t("due.done")}
            </ActButton>
            <ActButton kind="plain" act={() => setDue(item, null)}>
              {t("due.rest")}
            </ActButton>
          </div>
        </div>
      ))}
    </Notice>
  );
}

/** What cannot be noted costs nothing: it may only show once more. */
async function shown(items: readonly string[]): Promise<void> {
  try {
    await rememberShown(items);
  } catch (trouble) {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
  }
}
