import type { ComponentChildren, JSX } from "preact";
import { t } from "../language/first.ts";
import { closeSheet } from "../shell/sheets.ts";
import { StepHeading } from "./Heading.tsx";
import { StillMark } from "./Marks.tsx";

type Props = {
  title?: string | undefined;
  children?: ComponentChildren;
  /** What else can be done here, above the way out. */
  acts?: ComponentChildren;
};

/** How a sheet ends: something still, what is so now, and the way out. */
export function Ending({ title, children, acts }: Props): JSX.Element {
  return (
    <>
      <div class="sheet-body centre end">
        <StillMark />
        {title && <StepHeading>{title}</StepHeading>}
        {children}
      </div>
      <footer class="sheet-foot">
        {acts}
        <button type="button" class="button" onClick={closeSheet}>
          {t("act.done")}
        </button>
      </footer>
    </>
  );
}
