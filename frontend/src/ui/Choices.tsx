import type { ComponentChildren, JSX } from "preact";
import { useId, useRef } from "preact/hooks";

export type Option<Id extends string | number> = {
  id: Id;
  label: string;
  /** Said instead of the label, where the drawing says more than the word. */
  name?: string;
  hint?: string;
  mark?: ComponentChildren;
};

type Props<Id extends string | number> = {
  legend: string;
  /** The legend is heard but not seen, where a heading above says the same. */
  legendSeen?: boolean;
  look?: "chips" | "rows" | "scale" | "scale mood";
  options: readonly Option<Id>[];
  value: Id | undefined;
  onPick: (id: Id) => void;
  /** After a tap (not after an arrow key, which only moves along the choices). */
  onTapped?: (id: Id) => void;
};

const LOOKS = {
  chips: "choices",
  rows: "choices rows",
  scale: "scale",
  "scale mood": "scale mood",
};

/** One of several: radio buttons, drawn as pebbles. A tap may move on, the arrow keys never do. */
export function Choices<Id extends string | number>(props: Props<Id>): JSX.Element {
  const name = useId();
  const tapped = useRef(false);
  const pick = (id: Id) => {
    props.onPick(id);
    if (tapped.current) props.onTapped?.(id);
    tapped.current = false;
  };
  const again = (id: Id) => {
    if (tapped.current && id === props.value) pick(id);
  };
  return (
    <fieldset
      class={LOOKS[props.look ?? "chips"]}
      aria-label={props.legendSeen ? undefined : props.legend}
    >
      {props.legendSeen && <legend>{props.legend}</legend>}
      {props.options.map((option) => (
        <label key={option.id} class="choice" onPointerUp={() => (tapped.current = true)}>
          <input
            type="radio"
            name={name}
            aria-label={option.name}
            checked={option.id === props.value}
            onClick={() => again(option.id)}
            onChange={() => pick(option.id)}
            onKeyDown={() => (tapped.current = false)}
          />
          <OptionFace option={option} />
        </label>
      ))}
    </fieldset>
  );
}

function OptionFace({ option }: { option: Option<string | number> }): JSX.Element {
  return (
    <>
      {option.mark}
      <span>
        {option.label}
        {option.hint && <span class="unseen">. </span>}
        {option.hint && <small class="soft">{option.hint}</small>}
      </span>
    </>
  );
}

type ManyProps = {
  legend: string;
  legendSeen?: boolean;
  options: readonly Option<string>[];
  values: readonly string[];
  most: number;
  onChange: (values: string[]) => void;
};

/** Up to `most` of several: checkboxes, drawn as pebbles. One more takes the place of the first. */
export function ManyChoices(props: ManyProps): JSX.Element {
  const toggle = (id: string) => {
    const without = props.values.filter((value) => value !== id);
    const picked = without.length < props.values.length ? without : [...without, id];
    props.onChange(picked.slice(-props.most));
  };
  return (
    <fieldset class="choices" aria-label={props.legendSeen ? undefined : props.legend}>
      {props.legendSeen && <legend>{props.legend}</legend>}
      {props.options.map((option) => (
        <label key={option.id} class="choice">
          <input
            type="checkbox"
            checked={props.values.includes(option.id)}
            onChange={() => toggle(option.id)}
          />
          <OptionFace option={option} />
        </label>
      ))}
    </fieldset>
  );
}
