import type { JSX } from "preact";
import type { OpenItem } from "../feeds/words.ts";
import { standsLabel } from "./asks.ts";

/** In the list of asks: where one stands. */
export default function AskStands({ note }: { note: OpenItem }): JSX.Element {
  return <small class="soft">{standsLabel(note)}</small>;
}
