import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../language/first.ts";
import { OpenMark } from "./Marks.tsx";

type FieldProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  type?: "text" | "email" | "password" | "tel";
  autocomplete?: "username" | "current-password" | "new-password" | "one-time-code" | "off";
  maxLength?: number;
};

/** One line to fill in, with its hint. */
export function Field(props: FieldProps & { beside?: ComponentChildren }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{props.label}</label>
        {props.beside}
      </div>
      <Input {...props} id={id} />
      {props.hint && (
        <p class="soft" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

// As a property this is a boolean that takes "off" for true.
const correctNothing = (input: Element | null) => input?.setAttribute("autocorrect", "off");

function Input(props: FieldProps & { id: string }): JSX.Element {
  // The kinds differ in what else they allow; nothing they differ in is used here.
  const kind = { type: props.type ?? "text" } as { type: "text" };
  return (
    <input
      id={props.id}
      {...kind}
      value={props.value}
      required
      maxLength={props.maxLength ?? 320}
      autocomplete={props.autocomplete ?? "off"}
      autocapitalize="none"
      ref={correctNothing}
      spellcheck={false}
      aria-describedby={props.hint ? `${props.id}-hint` : undefined}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  );
}

/** A password, with a button that shows it: typing blind at three in the morning helps nobody. */
export function PasswordField(props: Omit<FieldProps, "type">): JSX.Element {
  const [shown, setShown] = useState(false);
  const show = (
    <button type="button" class="text-button" onClick={() => setShown(!shown)}>
      {shown ? t("act.hide-password") : t("act.show-password")}
    </button>
  );
  return <Field {...props} type={shown ? "text" : "password"} beside={show} />;
}

export type WordsProps = {
  label: string;
  labelSeen?: boolean;
  value: string;
  hint?: string | undefined;
  onInput: (value: string) => void;
};

/**
 * The person's own words. `autocomplete` and spelling stay off: browsers write an unsaved field to
 * disk, and some send it away to be checked.
 */
export function WordsArea(props: WordsProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={props.labelSeen ? undefined : "unseen"}>
        {props.label}
      </label>
      <textarea
        id={id}
        class="words-area"
        value={props.value}
        maxLength={20_000}
        rows={4}
        autocomplete="off"
        autocapitalize="sentences"
        spellcheck={false}
        data-gramm="false"
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.hint && (
        <p class="soft" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

type SelectProps<Id extends string> = {
  label: string;
  value: Id;
  options: readonly { id: Id; label: string }[];
  onPick: (id: Id) => void;
  hint?: string;
};

/** One of many, by the phone's own list. */
export function Select<Id extends string>(props: SelectProps<Id>): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="select">
        <select
          id={id}
          value={props.value}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          onChange={(event) => props.onPick(event.currentTarget.value as Id)}
        >
          {props.options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
        <OpenMark />
      </div>
      {props.hint && (
        <p class="soft" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
