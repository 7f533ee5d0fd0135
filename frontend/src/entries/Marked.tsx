import type { JSX } from "preact";
import { pieces } from "./pieces.ts";

/** A text with the words that were looked for marked in it. */
export function Marked({ text, sought }: { text: string; sought: string }): JSX.Element {
  if (sought.trim() === "") return <>{text}</>;
  return (
    <>
      {pieces(text, sought).map((piece, at) =>
        piece.isFound ? <mark key={`${at} ${piece.text}`}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
