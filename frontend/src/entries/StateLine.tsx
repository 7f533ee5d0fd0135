import type { ComponentChildren, JSX } from "preact";
import type { DeviceState, SyncState } from "../feeds/device.ts";
import { type Key, t } from "../language/t.ts";
import { entries, state, theDevice } from "../shell/device.ts";
import { CheckMark, LockMark, WaitMark } from "../ui/Marks.tsx";

type Held = { key: Key; link?: { href: string; key: Key } };

// Why something may still be on its way, and what the person can do about it.
const HELD: Partial<Record<SyncState, Held>> = {
  working: { key: "state.working" },
  offline: { key: "state.offline" },
  waiting: { key: "state.busy" },
  "sign-in-needed": {
    key: "state.sign-in-needed",
    link: { href: "/sign-in", key: "state.sign-in" },
  },
  locked: { key: "state.locked", link: { href: "/unlock", key: "state.unlock" } },
  stopped: { key: "state.stopped" },
  "update-needed": { key: "state.update-needed" },
};

/** Where what was written is, in one line that changes aloud. */
export function StateLine(): JSX.Element {
  return (
    <div class="state" role="status">
      {lineFor(state.value, entries.value.length)}
    </div>
  );
}

function lineFor(now: DeviceState, written: number): JSX.Element {
  if (now.phase === "starting" || written + now.unsent === 0) {
    return <Line mark={<LockMark />}>{t("state.only-you")}</Line>;
  }
  if (!now.account) {
    return (
      <Line mark={<CheckMark />}>
        {t("state.saved")}. <a href="/sign-up">{t("state.keep-safe")}</a>
      </Line>
    );
  }
  return now.unsent > 0 || now.sync in HELD ? <Waiting now={now} /> : <Safe />;
}

function Safe(): JSX.Element {
  return (
    <Line mark={<CheckMark />}>
      {t("state.safe")}. {t("state.only-you")}
    </Line>
  );
}

function Waiting({ now }: { now: DeviceState }): JSX.Element {
  const held = HELD[now.sync];
  return (
    <>
      {now.unsent > 0 && <Line mark={<WaitMark />}>{t("state.waiting", { n: now.unsent })}</Line>}
      {held && (
        <p class="soft">
          {t(held.key as "state.offline")}{" "}
          {held.link && <a href={held.link.href}>{t(held.link.key as "state.unlock")}</a>}
        </p>
      )}
      {now.unsent > 0 && now.sync === "idle" && (
        <button type="button" class="button plain" onClick={() => void sendNow()}>
          {t("state.send-now")}
        </button>
      )}
    </>
  );
}

async function sendNow(): Promise<void> {
  await (await theDevice()).sync();
}

function Line({ mark, children }: { mark: JSX.Element; children: ComponentChildren }): JSX.Element {
  return (
    <p class="status">
      {mark}
      <span>{children}</span>
    </p>
  );
}
