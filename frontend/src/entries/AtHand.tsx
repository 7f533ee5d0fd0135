import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Call } from "./roughCall.ts";

/** What somebody may need in the middle of a call; it comes a moment after the step, which waits for nothing. */
export function AtHand({ call }: { call: Call }): JSX.Element | null {
  const [NearBy, setNearBy] = useState<FunctionComponent<{ call: Call }>>();
  useEffect(() => {
    import("./NearBy.tsx").then((file) => setNearBy(() => file.default)).catch(() => undefined); // not on this phone yet: the step is whole without it
  }, []);
  return NearBy ? <NearBy call={call} /> : null;
}
