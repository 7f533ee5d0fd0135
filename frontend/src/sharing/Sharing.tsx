import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { t } from "../language/sharing.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { isDone, notesAmong } from "../notes/note.ts";
import { itemsOf, state } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { Notice } from "../ui/Notice.tsx";
import { theSharing } from "./acts.ts";
import { openByLink } from "./byLink.ts";
import { CopyOut } from "./CopyOut.tsx";
import { onLabel } from "./dates.ts";
import { MyCoach } from "./MyCoach.tsx";
import type { Event } from "./standing.ts";
import { coaches, copiesOf, events, forged, out, people } from "./state.ts";
import "./sharing.css";

/** Who can read what: my coach, the copies that are out, and what became of them. */
export default function Sharing(): JSX.Element {
  const { account, unlocked, phase } = state.value;
  const isOpen = account !== null && unlocked;
  useEffect(loadLibrary, []);
  useEffect(() => {
    if (isOpen) void renew();
  }, [isOpen]);
  useEffect(() => {
    if (isOpen) openByLink();
  }, [isOpen]);
  return (
    <>
      <div class="stack tight">
        <h1 tabIndex={-1}>{t("share.title")}</h1>
        <p class="soft">{t("share.lead")}</p>
      </div>
      {phase === "ready" && !isOpen && <NotYet />}
      {forged.value && (
        <Notice loud>
          <p>{t("share.forged")}</p>
        </Notice>
      )}
      {isOpen && <MyCoaches />}
      <Copies />
      {isOpen && coaches.value.length > 0 && <Asks />}
      <section class="stack tight">
        <button type="button" class="button quiet" onClick={() => openSheet("sharing", "together")}>
          {t("share.together")}
        </button>
        <p class="soft">{t("share.together-hint")}</p>
      </section>
      {isOpen && <History />}
    </>
  );
}

/** Without a connection what is known here holds. */
async function renew(): Promise<void> {
  try {
    await (await theSharing()).renew();
  } catch (trouble) {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
  }
}

function NotYet(): JSX.Element {
  if (state.value.account) {
    return (
      <Notice>
        <p>{t("share.locked")}</p>
        <a class="button quiet" href="/unlock">
          {t("state.unlock")}
        </a>
      </Notice>
    );
  }
  return (
    <Notice>
      <p>{t("share.account")}</p>
      <a class="button quiet" href="/sign-up">
        {t("share.account-act")}
      </a>
    </Notice>
  );
}

function MyCoaches(): JSX.Element {
  const mine = people.value.filter(({ role }) => role !== "agent");
  return (
    <section class="stack">
      <h2>{t("share.my-coach")}</h2>
      {mine.length === 0 && <p class="soft">{t("share.none")}</p>}
      {mine.map((person) => (
        <MyCoach key={person.person} person={person} />
      ))}
      <button type="button" class="button quiet" onClick={() => openSheet("sharing", "pair")}>
        {coaches.value.length === 0 ? t("share.pair") : t("share.more")}
      </button>
    </section>
  );
}

function Copies(): JSX.Element {
  const [taken, setTaken] = useState("");
  const live = out.value.filter(({ stand }) => stand !== "over");
  const over = out.value.filter(({ stand }) => stand === "over");
  return (
    <section class="stack">
      <h2>{t("share.out")}</h2>
      <p class="hush" role="status">
        {taken && t("back.taken", { name: taken })}
      </p>
      {live.length === 0 && <p class="soft">{t("share.out-none")}</p>}
      {live.map((one) => (
        <CopyOut key={one.copy.item} one={one} onTaken={setTaken} />
      ))}
      {over.length > 0 && <h3>{t("share.over")}</h3>}
      {over.map((one) => (
        <CopyOut key={one.copy.item} one={one} onTaken={() => undefined} />
      ))}
    </section>
  );
}

/** What one has written down to ask of work: it can be handed over like an entry. */
function Asks(): JSX.Element | null {
  const asks = notesAmong(itemsOf("note"), "ask-work").filter((ask) => !isDone(ask));
  const mine = asks.filter(({ item }) => copiesOf(item).length === 0);
  if (mine.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("share.asks")}</h2>
      {mine.map(({ item, words }) => (
        <article key={item} class="card">
          <p class="words">{String(words["happens"] ?? "")}</p>
          <button
            type="button"
            class="button quiet"
            onClick={() => openSheet("sharing", `share ${item}`)}
          >
            {t("copy.open")}
          </button>
        </article>
      ))}
    </section>
  );
}

const SAID = [
  "consent",
  "delivered",
  "withdrawn",
  "expired",
  "keycard",
  "rotated",
  "exported",
] as const;

function History(): JSX.Element {
  const listed = events.value.toReversed();
  return (
    <details class="card slim">
      <summary>{t("share.history")}</summary>
      <p class="soft">{t("share.history-lead")}</p>
      {listed.length === 0 && <p>{t("share.history-none")}</p>}
      <ol class="ledger">
        {listed.map((one, at) => (
          <li key={listed.length - at}>
            {listed[at - 1]?.on !== one.on && (
              <span class="soft">{onLabel(one.on, today.value)}</span>
            )}
            <span>{happened(one)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** One line of the ledger in words. */
function happened({ event, reader }: Event): string {
  const name = people.value.find(({ person }) => person === reader)?.name ?? "";
  return t(`event.${SAID.find((one) => one === event) ?? "other"}`, { name });
}
