import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { OpenItem } from "../feeds/device.ts";
import { clockLabel, dayLabel, listLabel } from "../language/dates.ts";
import { t } from "../language/entries.ts";
import { t as tj } from "../language/journal.ts";
import { itemOf, itemsOf, state } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { late, lateExtra } from "../ui/late.tsx";
import { LockMark, StillMark } from "../ui/Marks.tsx";
import { aspectOf } from "./aspect.ts";
import { EditWords } from "./EditWords.tsx";
import { EntryMark, feelingWords, sizeOf, titleOf } from "./EntryCard.tsx";
import { EntryDay } from "./EntryDay.tsx";
import { loadNames } from "./tools.ts";
import { viewOf } from "./words.ts";

/** One entry: its words, who can see it, and the ways to change or delete it. */
export default function EntryPage(): JSX.Element {
  const id = useRoute().params["item"] ?? "";
  const [held, setHeld] = useState<OpenItem>();
  // Deleted on another phone, it stays while its words are being changed here.
  const entry = itemOf(id) ?? (held?.item === id ? held : undefined);
  useEffect(loadNames, []);
  if (entry) return <Entry key={entry.item} entry={entry} hold={setHeld} />;
  if (state.value.phase === "starting") return <p class="soft">{t("state.loading")}</p>;
  return (
    <div class="empty">
      <StillMark />
      <h1 tabIndex={-1}>{t("entry.gone")}</h1>
      <p class="soft">{t("entry.gone-body")}</p>
      <a class="button quiet" href="/journal">
        {t("nav.journal")}
      </a>
    </div>
  );
}

type Props = { entry: OpenItem };

const DeleteEntry = late(() => import("./DeleteEntry.tsx").then((file) => file.DeleteEntry));
const OtherHeads = late(async () => (await import("./OtherHeads.tsx")).OtherHeads);
const EntryHistory = lateExtra(() => import("./EntryHistory.tsx"));
const SharedWith = late(() => import("../sharing/SharedWith.tsx"));
const WhoElse = lateExtra(() => import("../sharing/WhoElse.tsx"));

type Held = { hold: (entry: OpenItem | undefined) => void };

function Entry({ entry, hold }: Props & Held): JSX.Element {
  const [doing, setDoing] = useState<"reading" | "editing" | "deleting">("reading");
  const view = viewOf(entry);
  const read = () => {
    hold(undefined);
    setDoing("reading");
  };
  const edit = () => {
    hold(entry);
    setDoing("editing");
  };
  if (doing === "deleting") return <DeleteEntry entry={entry} onKeep={read} />;
  return (
    <>
      <Head entry={entry} />
      {doing === "editing" ? (
        <EditWords entry={entry} onDone={read} />
      ) : (
        <>
          {view.text && <p class="words">{view.text}</p>}
          {entry.others.length > 0 && <OtherHeads entry={entry} />}
          <Answers entry={entry} />
          <EntryDay entry={entry} />
          <WhoSees entry={entry} />
          {state.value.account && <SharedWith item={entry.item} />}
          <EntryHistory entry={entry} />
          <Acts view={view} onEdit={edit} onDelete={() => setDoing("deleting")} />
        </>
      )}
    </>
  );
}

function Head({ entry }: Props): JSX.Element {
  const view = viewOf(entry);
  const day = entry.day ? dayLabel(entry.day, today.value) : "";
  return (
    <div class="row entry-head" data-sort={view.sort}>
      <EntryMark view={view} size={56} />
      <div class="grow">
        <h1 tabIndex={-1}>{titleOf(view)}</h1>
        <p class="soft">{listLabel([day, clockLabel(view.at, view.tz)].filter(Boolean))}</p>
      </div>
    </div>
  );
}

function Answers({ entry }: Props): JSX.Element | null {
  const view = viewOf(entry);
  const aspect = aspectOf(entry.words);
  const felt = feelingWords(view);
  const answers = [
    sizeOf(view),
    aspect && tj(`aspect-was.${aspect}`),
    felt && t("entry.felt", { feelings: felt }),
    view.step && tj("entry.step", { step: view.step }),
    view.sort === "unknown" && t("entry.unknown-body"),
  ].filter(Boolean);
  if (answers.length === 0) return null;
  return (
    <ul class="stack tight">
      {answers.map((answer) => (
        <li key={answer}>{answer}</li>
      ))}
    </ul>
  );
}

function whereOf(entry: OpenItem): string {
  const { account, storage } = state.value;
  if (storage === "memory" && (!account || entry.unsent)) return t("state.in-page");
  if (!account) return t("entry.where-device");
  return entry.unsent ? t("entry.where-phone") : t("entry.where-safe");
}

function WhoSees({ entry }: Props): JSX.Element {
  return (
    <section class="card" aria-label={t("entry.who")}>
      <p class="status">
        <LockMark />
        {itemsOf("copy").length > 0 ? (
          <WhoElse item={entry.item} />
        ) : (
          <strong>{tj("who.only-you")}</strong>
        )}
      </p>
      <p class="soft">{whereOf(entry)}</p>
    </section>
  );
}

type ActsProps = { view: ReturnType<typeof viewOf>; onEdit: () => void; onDelete: () => void };

function Acts({ view, onEdit, onDelete }: ActsProps): JSX.Element {
  return (
    <div class="stack tight">
      {view.sort !== "unknown" && (
        <button type="button" class="button quiet" onClick={onEdit}>
          {view.text ? t("entry.edit") : t("entry.add")}
        </button>
      )}
      <button type="button" class="button plain" onClick={onDelete}>
        {t("entry.delete")}
      </button>
    </div>
  );
}
