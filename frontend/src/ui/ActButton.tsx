import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/first.ts";
import { Problem } from "./Problem.tsx";

type Act = () => Promise<void> | void;
type Props = {
  children: ComponentChildren;
  kind?: "" | "quiet" | "plain" | "grave";
  submit?: boolean;
  act: Act;
};

/** Something that takes a moment or may fail: done once at a time; what went wrong, if anything did. */
function useAct(act: Act) {
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
  return { busy, run, problem: trouble !== undefined && <Problem trouble={trouble} /> };
}

/** A button for an act: busy once, and the trouble said above it. */
export function ActButton({ children, kind = "", submit = false, act }: Props): JSX.Element {
  const { busy, run, problem } = useAct(act);
  return (
    <>
      {problem}
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
  const { busy, run, problem } = useAct(act);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    run();
  };
  return (
    <form class="stack" onSubmit={send}>
      {children}
      {problem}
      <button type="submit" class={`button ${kind}`} aria-disabled={busy}>
        {busy ? t("act.working") : submit}
      </button>
    </form>
  );
}
