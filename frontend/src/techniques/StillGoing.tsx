import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { clockLabel } from "../language/dates.ts";
import { t } from "../language/techniques.ts";
import { openSheet, place } from "../shell/sheets.ts";
import { toolsById } from "./kit.ts";
import { stillRunning } from "./opening.ts";
import { DRAFT } from "./running.ts";

type Found = Awaited<ReturnType<typeof stillRunning>>;

/** A tool that was begun and left: its time goes on, and it is one tap away. */
export function StillGoing(): JSX.Element | null {
  const [found, setFound] = useState<Found>();
  const isOpen = place.value !== null;
  useEffect(() => {
    if (isOpen) return;
    stillRunning(DRAFT)
      .then(setFound)
      .catch(() => setFound(undefined)); // no draft can be read: nothing to come back to
  }, [isOpen]);
  const tool = found && toolsById.value.get(found.technique);
  if (!found || !tool) return null;
  const time = clockLabel(new Date(found.ends).toISOString(), undefined);
  return (
    <button type="button" class="notice going" onClick={() => openSheet("tool", tool.id)}>
      <strong>{t("kit.running")}</strong>
      <span class="words">{tool.label}</span>
      <span class="soft">
        {found.ends > Date.now() ? t("kit.running-until", { time }) : t("kit.running-over")}
      </span>
    </button>
  );
}
