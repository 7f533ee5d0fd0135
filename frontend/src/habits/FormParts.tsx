import type { JSX } from "preact";
import { useId } from "preact/hooks";
import "./habits.css";

type FieldProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  inputMode?: "text" | "decimal";
};

const LONGEST = 200;

/** One line that may stay empty. Browsers keep what is typed in a field they know, so they know none. */
export function FormField({ label, hint, value, inputMode, onInput }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={inputMode ?? "text"}
        value={value}
        maxLength={LONGEST}
        autocomplete="off"
        autocapitalize="sentences"
        spellcheck={false}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

type SwitchProps = { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void };

/** On or off, at once. */
export function Switch({ label, hint, on, onChange }: SwitchProps): JSX.Element {
  const id = useId();
  return (
    <div class="switch">
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="soft" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
