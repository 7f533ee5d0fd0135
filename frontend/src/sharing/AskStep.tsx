import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../language/sharing.ts";
import { sentenceOf } from "../language/troubles.ts";
import { type SharingNotice, sharingFile } from "../library/catalogue.ts";
import { closeSheet } from "../shell/sheets.ts";
import { theSharing } from "./acts.ts";
import { fieldWords } from "./CopyStep.tsx";
import { type Making, wordsNow } from "./copying.ts";
import type { Field } from "./copyWords.ts";
import { fieldsIn } from "./copyWords.ts";
import { untilLabel } from "./dates.ts";
import { coaches } from "./state.ts";

type Props = { making: Making; onSent: (copy: string) => Promise<void> };

const DAY_S = 86_400;

/** Before anything is shared: what they see and never see. Both answers are equal, and keeping it has the focus. */
export function AskStep({ making, onSent }: Props): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const keep = useRef<HTMLButtonElement>(null);
  const told = useId(); // read out with the answer that has the focus
  useEffect(() => keep.current?.focus({ preventScroll: true }), []);
  const file = sharingFile.read.value;
  const give = () => {
    if (busy || file === null) return;
    setBusy(true);
    shareNow(making, file.notice)
      .then(onSent)
      .catch((trouble: unknown) => setProblem(sentenceOf(trouble)))
      .finally(() => setBusy(false));
  };
  const dontShare = () => {
    void making.copying.dropDraft();
    closeSheet();
  };
  return (
    <>
      <div class="sheet-body" id={told}>
        <Told making={making}>
          <WhatTheySee making={making} />
        </Told>
        <p class="soft">{file?.promise[0]}</p>
      </div>
      <footer class="sheet-foot">
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="equal">
          <button
            type="button"
            class="button"
            ref={keep}
            aria-describedby={told}
            onClick={dontShare}
          >
            {t("copy.keep")}
          </button>
          <button type="button" class="button" aria-disabled={busy || file === null} onClick={give}>
            {t("copy.share")}
          </button>
        </div>
      </footer>
    </>
  );
}

async function shareNow(making: Making, notice: SharingNotice): Promise<string> {
  const { to, days, purpose } = making.copying.members.value;
  const wish = { to, of: making.of, words: wordsNow(making), days, purpose, notice };
  return (await theSharing()).share(wish);
}

type ToldProps = { making: Making; children: ComponentChildren };
/** Who will read it, and what they see: then comes the copy itself. */
const ABOVE = 2;

/** The very lines that the consent names, with the name and the days put in. */
function Told({ making, children }: ToldProps): JSX.Element {
  const { to, days } = making.copying.members.value;
  const name = coaches.value.find(({ person }) => person === to)?.name ?? "";
  const [title = t("copy.open"), ...lines] = sharingFile.read.value?.notice.lines ?? [];
  const filled = (line: string) =>
    line.replaceAll("{coach}", name).replaceAll("{days}", String(days));
  return (
    <>
      <h1 tabIndex={-1}>{filled(title)}</h1>
      <div class="stack tight">
        {lines.slice(0, ABOVE).map((line) => (
          <p key={line}>{filled(line)}</p>
        ))}
      </div>
      {children}
      <div class="stack tight">
        {lines.slice(ABOVE).map((line) => (
          <p key={line}>{filled(line)}</p>
        ))}
      </div>
    </>
  );
}

function WhatTheySee({ making }: { making: Making }): JSX.Element {
  const { sheet, copying } = making;
  const { ticked, text, days, backup } = copying.members.value;
  const fields = fieldsIn(sheet).filter((field) => ticked.includes(field));
  const said = fields.filter((field): field is Exclude<Field, "text"> => field !== "text");
  const isWorded = ticked.includes("text") && text.trim() !== "";
  return (
    <section class="card" aria-label={t("copy.see")}>
      <h2>{t("copy.see")}</h2>
      {isWorded && <p class="words">{text.trim()}</p>}
      {said.length > 0 && (
        <ul class="stack tight">
          {said.map((field) => (
            <li key={field}>{t(`copy-field.${field}`, { what: fieldWords(field, sheet) })}</li>
          ))}
        </ul>
      )}
      {!ticked.includes("day") && <p class="soft">{t("copy.no-day")}</p>}
      {backup && <p>{t("copy.backup")}</p>}
      <p class="soft">{t("copy.until", { day: untilLabel(Date.now() / 1000 + days * DAY_S) })}</p>
    </section>
  );
}
