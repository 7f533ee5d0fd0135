import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { t } from "../language/hide.ts";
import { findPrivate, hide } from "./hider.ts";

type Props = { value: string; onInput: (value: string) => void };
type Undo = { before: string; after: string };

/** Offers to hide what may be a customer's. One tap hides, one puts it back; nothing waits for an answer. */
export function HideOffer({ value, onInput }: Props): JSX.Element {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [undo, setUndo] = useState<Undo | null>(null);
  const found = useMemo(() => findPrivate(value), [value]);
  const open = found.filter(({ start, end }) => !left.includes(value.slice(start, end)));
  const hideThem = () => {
    const after = hide(value, open);
    setUndo({ before: value, after });
    onInput(after);
  };
  const leave = () => setLeft([...left, ...open.map(({ start, end }) => value.slice(start, end))]);
  const putBack = ({ before }: Undo) => {
    setLeft([...left, ...findPrivate(before).map(({ start, end }) => before.slice(start, end))]);
    setUndo(null);
    onInput(before);
  };
  return (
    <div role="status">
      {open.length > 0 && (
        <div class="notice">
          <p>{t("hide.found")}</p>
          <div class="row">
            <button type="button" class="button quiet" onClick={hideThem}>
              {t("hide.yes")}
            </button>
            <button type="button" class="button plain" onClick={leave}>
              {t("hide.no")}
            </button>
          </div>
        </div>
      )}
      {open.length === 0 && undo?.after === value && (
        <p class="row soft">
          {t("hide.done")}
          <button type="button" class="text-button" onClick={() => putBack(undo)}>
            {t("hide.undo")}
          </button>
        </p>
      )}
    </div>
  );
}
