import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/entries.ts";
import type { Technique } from "../library/catalogue.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ToolRun } from "../techniques/ToolRun.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { SLOW } from "./Breath.tsx";

const DRAFT = "breathe";

/** The library's breath for any time, known here already: it waits for nothing to be read. */
const aMinute = (): Technique => ({
  id: "long-exhale",
  label: t("breathe.title"),
  kind: "breath",
  duration_s: 60,
  steps: [t("breath.lead")],
  intensity: { min: 1, max: 5 },
  phases: ["right-after"],
  breath: { ...SLOW, cycles: 6 },
});

/** One minute in which nothing has to be said or written: it begins with the tap that opens it. */
export default function Breathe(): JSX.Element {
  const [tool] = useState(aMinute);
  return (
    <Sheet label={tool.label} onClose={closeSheet}>
      <ToolRun tool={tool} draft={DRAFT} atOnce onDone={closeSheet} />
    </Sheet>
  );
}
