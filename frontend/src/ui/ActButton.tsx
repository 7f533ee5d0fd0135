import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/first.ts";
import { Problem } from "./Problem.tsx";

type Props = {
  children: ComponentChildren;
  kind?: "" | "quiet" | "plain" | "grave";
  submit?: boolean;
  act: () => Promise<void> | void;
};

/** A button for something that takes a moment or may fail: busy once, and the trouble said beneath. */
export function ActButton({ children, kind = "", submit = false, act }: Props): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const run = () => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    Promise.resolve()
      .then(act)
      .catch(setTrouble)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {trouble !== undefined && <Problem trouble={trouble} />}
      <button
        type={submit ? "submit" : "button"}
        class={`button ${kind}`}
        aria-disabled={busy}
        onClick={submit ? undefined : run}
      >
        {busy ? t("act.working") : children}
      </button>
    </>
  );
}

type FormProps = {
  children: ComponentChildren;
  submit: string;
  kind?: "" | "grave";
  act: () => Promise<void>;
};

/** A short form: checked by the browser, sent once, its trouble said above the button. */
export function ActForm({ children, submit, kind = "", act }: FormProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const run = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    act()
      .catch(setTrouble)
      .finally(() => setBusy(false));
  };
  return (
    <form class="stack" onSubmit={run}>
      {children}
      {trouble !== undefined && <Problem trouble={trouble} />}
      <button type="submit" class={`button ${kind}`} aria-disabled={busy}>
        {busy ? t("act.working") : submit}
      </button>
    </form>
  );
}
