import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayInWords } from "../language/dates.ts";
import { t } from "../language/leaving.ts";
import { theDevice } from "../shell/device.ts";

/** For who has asked to leave and is here again: when, and that they may stay. */
export default function LeavingNotice(): JSX.Element | null {
  const [day, setDay] = useState<string | null>(null);
  useEffect(() => {
    theDevice()
      .then((device) => device.leavingOn())
      .then(setDay)
      .catch(() => undefined); // offline: it is said the next time
  }, []);
  if (day === null) return null;
  return (
    <section class="notice" role="status">
      <p>{t("leaving.is-leaving", { day: dayInWords(day) })}</p>
      <a class="button quiet" href="/me/leave">
        {t("leaving.look")}
      </a>
    </section>
  );
}
