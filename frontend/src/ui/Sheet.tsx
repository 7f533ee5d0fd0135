import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../language/first.ts";
import { HelpLink } from "./HelpLink.tsx";
import { CloseMark } from "./Marks.tsx";

type Props = {
  label: string;
  /** Where in the flow: which step of how many, from 0. */
  at?: { step: number; of: number };
  onClose: () => void;
  children: ComponentChildren;
};

/** A sheet over the page: a modal dialog with its own way out and its own *Get help now*. */
export function Sheet({ label, at, onClose, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    return () => dialog.current?.close();
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={dialog} class="sheet" aria-label={label} onCancel={cancel}>
      <header class="sheet-head">
        <button type="button" class="icon-button" onClick={onClose} aria-label={t("act.close")}>
          <CloseMark />
        </button>
        {at && <Dots step={at.step} of={at.of} />}
        <HelpLink />
      </header>
      {children}
    </dialog>
  );
}

function Dots({ step, of }: { step: number; of: number }): JSX.Element {
  return (
    <div class="dots" role="img" aria-label={t("app.step", { n: step + 1, of })}>
      {Array.from({ length: of }, (_, index) => (
        <i key={index} class={index < step ? "past" : index === step ? "here" : ""} />
      ))}
    </div>
  );
}
