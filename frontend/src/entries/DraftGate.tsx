import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { beAtStep, closeSheet, place } from "../shell/sheets.ts";
import { late } from "../ui/late.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { type EntryInProgress, type Kept, keptDraft } from "./inProgress.ts";

const DraftOffer = late(() => import("./DraftOffer.tsx").then((file) => file.DraftOffer));

type Found = Awaited<ReturnType<typeof keptDraft>>;
type Members = Record<string, unknown>;
type Props<M extends Members> = {
  label: string;
  draft: string;
  begin: () => EntryInProgress<M>;
  resume: (members: M, kept: Kept) => EntryInProgress<M>;
  children: (entry: EntryInProgress<M>) => JSX.Element;
};

/** Looks for what was begun before a sheet starts: goes on with it, or asks, or begins anew. */
export function DraftGate<M extends Members>(props: Props<M>): JSX.Element {
  const { label, draft, begin, resume } = props;
  const [entry, setEntry] = useState<EntryInProgress<M>>();
  const [found, setFound] = useState<Found>();
  const goOn = ({ words, kept }: NonNullable<Found>) => {
    const { v: _v, t: _t, ...members } = words;
    setEntry(resume(members as Members as M, kept));
    beAtStep(kept.step ?? "");
  };
  useEffect(() => {
    const look = async () => {
      const kept = await keptDraft(draft);
      // After a reload the history still says which step it was: go on without asking.
      if (kept && place.value?.step) goOn(kept);
      else if (kept) setFound(kept);
      else setEntry(begin());
    };
    look().catch(() => setEntry(begin()));
  }, [draft]);
  if (entry) return props.children(entry);
  const anew = async () => {
    const fresh = begin();
    await fresh.dropDraft();
    beAtStep("");
    setEntry(fresh);
  };
  return (
    <Sheet label={label} onClose={closeSheet}>
      {found && <DraftOffer found={found} onResume={() => goOn(found)} onNew={anew} />}
    </Sheet>
  );
}
