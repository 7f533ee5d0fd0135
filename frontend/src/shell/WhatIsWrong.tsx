import type { JSX } from "preact";
import type { Alarm } from "../feeds/device.ts";
import { t } from "../language/alarms.ts";
import { Notice } from "../ui/Notice.tsx";

/** Each thing that is wrong once, with how often. */
export default function WhatIsWrong({ alarms }: { alarms: readonly Alarm[] }): JSX.Element {
  const counts = new Map<Alarm["code"], number>();
  for (const { code } of alarms) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (
    <Notice loud title={t("alarm.title")}>
      <ul class="points">
        {[...counts].map(([code, n]) => (
          <li key={code}>{t(`alarm.${code}`, { n })}</li>
        ))}
      </ul>
      <p>{t("alarm.next")}</p>
    </Notice>
  );
}
