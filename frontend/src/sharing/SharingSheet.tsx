import type { FunctionComponent, JSX } from "preact";
import { lazy } from "preact-iso";
import { t } from "../language/sharing.ts";
import { closeSheet, place } from "../shell/sheets.ts";
import { Sheet } from "../ui/Sheet.tsx";
import type { PartProps } from "./shape.ts";
import "./sharing.css";

const PARTS: Record<string, FunctionComponent<PartProps>> = {
  pair: lazy(() => import("./Pair.tsx")),
  number: lazy(() => import("./Number.tsx")),
  share: lazy(() => import("./ShareSheet.tsx")),
  backup: lazy(() => import("./ShareSheet.tsx")),
  record: lazy(() => import("./ShareSheet.tsx")),
  together: lazy(() => import("./Together.tsx")),
  invite: lazy(() => import("./Invite.tsx")),
  letter: lazy(() => import("./LetterSheet.tsx")),
};

/** The one sheet of sharing: what it was opened with says which part. */
export default function SharingSheet(): JSX.Element {
  const [what = "", ...rest] = (place.value?.about ?? "").split(" ");
  const Part = PARTS[what];
  if (Part === undefined) {
    return <Sheet label={t("share.title")} onClose={closeSheet} children={null} />;
  }
  return <Part key={what} what={what} about={rest.join(" ")} />;
}
