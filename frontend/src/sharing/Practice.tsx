import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../language/coach.ts";
import { type Practice as Line, sharingFile } from "../library/catalogue.ts";
import { closeSheet } from "../shell/sheets.ts";
import { Ending } from "../ui/Ending.tsx";
import { WordsArea } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";

/** A few minutes of answering, before it is somebody real. Nothing of it is kept or counted. */
export default function Practice(): JSX.Element {
  const [at, setAt] = useState(0);
  useEffect(sharingFile.load, []);
  const lines = sharingFile.read.value?.practice ?? [];
  const line = lines[at];
  const isOver = line === undefined && lines.length > 0;
  return (
    <Sheet
      label={t("practice.title")}
      at={{ step: Math.min(at, lines.length), of: lines.length + 1 }}
      onClose={closeSheet}
    >
      {line && <One key={line.id} line={line} next={() => setAt(at + 1)} />}
      {isOver && <Enough />}
    </Sheet>
  );
}

function One({ line, next }: { line: Line; next: () => void }): JSX.Element {
  const [own, setOwn] = useState("");
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("practice.they")}</StepHeading>
        <p class="words">{line.they_say}</p>
        <WordsArea label={t("practice.own")} labelSeen value={own} onInput={setOwn} />
        <div class="stack" role="status">
          {isShown && <Models line={line} />}
        </div>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button" onClick={isShown ? next : () => setShown(true)}>
          {isShown ? t("practice.next") : t("practice.show")}
        </button>
        <button type="button" class="button quiet" onClick={closeSheet}>
          {t("practice.enough")}
        </button>
      </footer>
    </>
  );
}

function Models({ line }: { line: Line }): JSX.Element {
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.scrollIntoView({ block: "start" }), []);
  return (
    <>
      <section class="card" ref={first}>
        <h2>{t("practice.open")}</h2>
        <p class="words">{line.model}</p>
        <p class="soft">{line.why}</p>
      </section>
      <section class="card">
        <h2>{t("practice.shut")}</h2>
        <p>{line.trap}</p>
        <p class="soft">{line.trap_why}</p>
      </section>
    </>
  );
}

function Enough(): JSX.Element {
  return (
    <Ending title={t("practice.done")}>
      <p>{t("practice.done-body")}</p>
    </Ending>
  );
}
