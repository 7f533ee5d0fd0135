import type { JSX } from "preact";
import { WordsArea, type WordsProps } from "../ui/Fields.tsx";
import { HideOffer } from "./HideOffer.tsx";

/** A field for the person's own words, which offers to hide what may be a customer's. */
export function OwnWords(props: WordsProps): JSX.Element {
  return (
    <div class="stack tight">
      <WordsArea {...props} />
      <HideOffer value={props.value} onInput={props.onInput} />
    </div>
  );
}
