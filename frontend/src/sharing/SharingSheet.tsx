import type { FunctionComponent, JSX } from "preact";
import { t } from "../language/sharing.ts";
import { closeSheet, place } from "../shell/sheets.ts";
import { late } from "../ui/late.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import type { PartProps } from "./shape.ts";
import "./sharing.css";

const PARTS: Record<string, FunctionComponent<PartProps>> = {
  pair: late(() => import("./Pair.tsx")),
  number: late(() => import("./Number.tsx")),
  share: late(() => import("./ShareSheet.tsx")),
  backup: late(() => import("./ShareSheet.tsx")),
  record: late(() => import("./ShareSheet.tsx")),
  together: late(() => import("./Together.tsx")),
  invite: late(() => import("./Invite.tsx")),
  letter: late(() => import("./LetterSheet.tsx")),
  practice: late(() => import("./Practice.tsx")),
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
