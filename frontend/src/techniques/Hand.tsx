import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/techniques.ts";
import "./hand.css";

type Props = { text: string; label?: string };

/** Hands words to the phone: its own list of messages where there is one, else the clipboard. Nothing is sent by it. */
export function Hand({ text, label }: Props): JSX.Element {
  const [said, setSaid] = useState("");
  const shares = "share" in navigator;
  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => setSaid(t("send.copied")))
      .catch(() => setSaid(t("send.refused")));
  // Whoever closes the phone's list without choosing has changed their mind, and that is all.
  const hand = () => (shares ? navigator.share({ text }).catch(() => setSaid("")) : copy());
  return (
    <div class="hand">
      <button type="button" class="button quiet" onClick={() => void hand()}>
        {label ?? (shares ? t("send.share") : t("send.copy"))}
      </button>
      <p class="soft" role="status">
        {said}
      </p>
    </div>
  );
}
