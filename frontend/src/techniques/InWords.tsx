import type { FunctionComponent, JSX } from "preact";
import { Asks } from "./Asks.tsx";
import type { OwnWay } from "./inWords.ts";
import { Friend, LightLine, Naming, Proof } from "./OwnWords.tsx";
import type { ToolInProgress } from "./running.ts";
import { Backup, Message, Thanks } from "./Send.tsx";

type Props = { run: ToolInProgress };

const WAYS: Readonly<Record<OwnWay, FunctionComponent<Props>>> = {
  "name-it": Naming,
  "friend-voice": Friend,
  "light-line": LightLine,
  "proof-file": Proof,
  "message-someone": Message,
  "ask-for-backup": Backup,
  "thank-someone": Thanks,
};

/** A tool that is done in words; fetched only when one is begun, for a breath needs none of it. */
export default function InWords({ run }: Props): JSX.Element {
  const Way = WAYS[run.tool.id as OwnWay] ?? Asks;
  return <Way run={run} />;
}
