import type { ComponentChildren, JSX } from "preact";
import type { DeviceState, SyncState } from "../feeds/device.ts";
import { t } from "../language/first.ts";
import { inSpeech } from "../language/speech.ts";
import { entries, state, theDevice, waiting } from "../shell/device.ts";
import { CheckMark, WaitMark } from "../ui/Marks.tsx";
import { waitingSince } from "./waitingSince.ts";

type Held = { say: string; link?: { href: string; label: string } };

/** Why something may still be on its way, and what the person can do about it. */
const HELD: Partial<Record<SyncState, () => Held>> = {
  working: () => ({ say: t("state.working") }),
  offline: () => ({ say: t("state.offline") }),
  waiting: () => ({ say: t("state.busy") }),
  "sign-in-needed": () => ({
    say: t("state.sign-in-needed"),
    link: { href: "/sign-in", label: t("state.sign-in") },
  }),
  locked: () => ({
    say: t("state.locked"),
    link: { href: "/unlock", label: t("state.unlock") },
  }),
  stopped: () => ({ say: t("state.stopped") }),
  "update-needed": () => ({ say: t("state.update-needed") }),
};

/** Where what was written is, in one line that changes aloud. */
export function StateLine(): JSX.Element {
  return (
    <div class="state" role="status">
      {lineFor(state.value, entries.value.length)}
    </div>
  );
}

function lineFor(now: DeviceState, written: number): JSX.Element | null {
  if (now.phase === "starting") return <Line mark={<WaitMark />}>{t("state.loading")}</Line>;
  if (written + now.unsent === 0 && !HELD[now.sync]) return null;
  if (!now.account) {
    return (
      <Line mark={<CheckMark />}>
        {now.storage === "memory" ? t("state.in-page") : t("state.saved")}.{" "}
        <a href="/sign-up">{t("state.keep-safe")}</a>
      </Line>
    );
  }
  return now.unsent > 0 || now.sync in HELD ? <Waiting now={now} /> : <Safe now={now} />;
}

function Safe({ now }: { now: DeviceState }): JSX.Element {
  if (!now.recoveryConfirmed) {
    return (
      <Line mark={<CheckMark />}>
        {t("state.safe")}. {t("state.no-code-yet")}{" "}
        <a href="/recovery-code">{t("state.no-code-look")}</a>
      </Line>
    );
  }
  return <Line mark={<CheckMark />}>{t("state.safe")}</Line>;
}

function Waiting({ now }: { now: DeviceState }): JSX.Element {
  const held = HELD[now.sync]?.();
  return (
    <>
      {now.unsent > 0 && <Line mark={<WaitMark />}>{waitingLine()}</Line>}
      {held && (
        <p class="soft">
          {held.say} {held.link && <a href={held.link.href}>{held.link.label}</a>}
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

const dayForm = inSpeech(
  ({ region }) => new Intl.DateTimeFormat(region, { day: "numeric", month: "long" }),
);

/** How many wait, and since when once it is a whole day: then the sealed copy is no copy of these. */
function waitingLine(): string {
  const n = waiting.value;
  const since = waitingSince(entries.value, Date.now());
  if (since === undefined) return t("state.waiting", { n });
  return t("state.waiting-since", { n, day: dayForm().format(new Date(`${since}T12:00`)) });
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
