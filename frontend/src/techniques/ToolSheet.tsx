import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/techniques.ts";
import { techniqueFile } from "../library/catalogue.ts";
import { closeSheet, place } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { loadTools, toolsById } from "./kit.ts";
import { ToolRun } from "./ToolRun.tsx";

/** One tool of the kit, over whatever page it was opened from. */
export default function ToolSheet(): JSX.Element {
  useEffect(loadTools, []);
  const id = place.value?.about ?? "";
  const tool = toolsById.value.get(id);
  return (
    <Sheet label={tool?.label ?? t("kit.title")} onClose={closeSheet}>
      {tool ? <ToolRun key={id} tool={tool} onDone={closeSheet} /> : <NotHere />}
    </Sheet>
  );
}

function NotHere(): JSX.Element | null {
  if (techniqueFile.missing.value) return <Gone title={t("kit.title")} body={t("kit.none")} />;
  if (!techniqueFile.read.value) return null;
  return <Gone title={t("tool.gone")} body={t("tool.gone-body")} />;
}

function Gone({ title, body }: { title: string; body: string }): JSX.Element {
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{title}</StepHeading>
        <p>{body}</p>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button quiet" onClick={closeSheet}>
          {t("act.close")}
        </button>
      </footer>
    </>
  );
}
