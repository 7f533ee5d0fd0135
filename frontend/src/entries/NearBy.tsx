import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { ProofLink } from "../notes/ProofLink.tsx";
import { entries } from "../shell/device.ts";
import { limitLine } from "./limitLine.ts";
import type { Call } from "./roughCall.ts";

/** What somebody may need in the middle of it: the own limit line, and on a doubt the proof file. */
export default function NearBy({ call }: { call: Call }): JSX.Element {
  return (
    <>
      <LimitLine />
      <ProofLink triggers={call.trigger} />
    </>
  );
}

function LimitLine(): JSX.Element | null {
  const [isShown, setShown] = useState(false);
  const line = limitLine(entries.value);
  if (!line) return null;
  if (isShown) return <blockquote class="words">{line}</blockquote>;
  return (
    <button type="button" class="button plain" onClick={() => setShown(true)}>
      {t("limit.mine")}
    </button>
  );
}
