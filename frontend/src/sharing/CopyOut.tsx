import type { JSX } from "preact";
import { t } from "../language/sharing.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { LockMark } from "../ui/Marks.tsx";
import { aboutLabel, wordsOf } from "./about.ts";
import { takeBack } from "./acts.ts";
import { onLabel } from "./dates.ts";
import { refusedLabel, standLabel } from "./labels.ts";
import { Reply } from "./Reply.tsx";
import { isNotSeen, type Standing } from "./standing.ts";
import "./sharing.css";

type Props = { one: Standing; onTaken: (name: string) => void; isAbout?: boolean };

/** One copy: who can open it until when, whether it was, what came back, and the way to take it back. */
export function CopyOut({ one, onTaken, isAbout = true }: Props): JSX.Element {
  const { stand, copy, name, code } = one;
  const take = async () => {
    await takeBack(copy.item);
    onTaken(name);
  };
  return (
    <article class="card copy-out">
      {isAbout && <h3>{aboutLabel(one)}</h3>}
      {isAbout && wordsOf(one) && <p class="words">{wordsOf(one)}</p>}
      <p class="status">
        <LockMark />
        <strong>{standLabel(one, today.value)}</strong>
      </p>
      {one.backup && !isAbout && <p class="soft">{t("stand.backup")}</p>}
      {stand === "refused" && <p class="problem">{refusedLabel(code)}</p>}
      {isNotSeen(one, today.value) && <NotSeen one={one} />}
      {one.replies.map((reply) => (
        <Reply key={reply.item} one={one} reply={reply} />
      ))}
      <ActButton kind="quiet" act={take}>
        {stand === "over" || stand === "refused" ? t("back.put-away") : t("back.take")}
      </ActButton>
    </article>
  );
}

/** Said to the agent alone, and to nobody else. */
export function NotSeen({ one }: { one: Standing }): JSX.Element {
  const day = onLabel(one.on, today.value);
  return (
    <div class="notice">
      <h3>{t("late.title")}</h3>
      <p>{t("late.body", { name: one.name, day })}</p>
    </div>
  );
}
