import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import type { Words } from "../feeds/device.ts";
import { t } from "../language/coach.ts";
import { sentenceOf } from "../language/troubles.ts";
import { loadLibrary, sharingFile } from "../library/catalogue.ts";
import { closeSheet } from "../shell/sheets.ts";
import { Ending } from "../ui/Ending.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { Answer } from "./Answer.tsx";
import { theSharing } from "./acts.ts";
import { inbox, letterOf, lookIn, tookUp } from "./inbox.ts";
import { LetterWords } from "./LetterWords.tsx";
import type { Letter, PartProps } from "./shape.ts";

/** How often it is asked whether the copy is still there to be read. */
const LOOKS_EVERY_MS = 10_000;
type Step = "reading" | "answering" | "sent";

/** One copy, open in memory only: leaving the sheet forgets it, and taking it back closes it. */
export default function LetterSheet({ about }: PartProps): JSX.Element {
  const [step, setStep] = useState<Step>("reading");
  const [letter] = useState(() => letterOf(about));
  const { words, problem, isGone, gone } = useCopy(about, letter);
  useEffect(loadLibrary, []);
  useEffect(sharingFile.load, []);
  const title = t("letter.title", { name: letter?.name ?? "" });
  if (isGone || letter === undefined) return <Gone />;
  return (
    <Sheet label={title} onClose={closeSheet}>
      {problem && (
        <div class="sheet-body">
          <p class="problem" role="alert">
            {problem}
          </p>
        </div>
      )}
      {words && step === "reading" && (
        <Reading letter={letter} words={words} onAnswer={() => setStep("answering")} />
      )}
      {words && step === "answering" && (
        <Answer letter={letter} words={words} onSent={() => setStep("sent")} onGone={gone} />
      )}
      {step === "sent" && <Sent />}
    </Sheet>
  );
}

/** Opens the copy once, and keeps looking whether it may still be read. */
function useCopy(item: string, letter: Letter | undefined) {
  const [words, setWords] = useState<Words>();
  const [problem, setProblem] = useState("");
  const [isGone, setGone] = useState(false);
  const gone = () => {
    setWords(undefined);
    setGone(true);
  };
  useEffect(() => {
    if (letter === undefined) return;
    let isHere = true;
    const open = async () => {
      const read = await (await theSharing()).read(letter);
      if (isHere) setWords(read);
      await tookUp(letter);
    };
    open().catch((trouble: unknown) => {
      if (trouble instanceof JournalTrouble && trouble.code === "copy-gone") gone();
      else setProblem(sentenceOf(trouble));
    });
    const timer = setInterval(
      () => void isStillThere(item).then((is) => is || gone()),
      LOOKS_EVERY_MS,
    );
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [item]);
  return { words, problem, isGone, gone };
}

/** Without a connection it is not known, and stays open until it is. */
async function isStillThere(item: string): Promise<boolean> {
  try {
    await lookIn();
    return inbox.value?.letters.some((one) => one.item === item) ?? true;
  } catch (trouble) {
    if (trouble instanceof JournalTrouble) return true;
    throw trouble;
  }
}

type ReadingProps = { letter: Letter; words: Words; onAnswer: () => void };

function Reading({ letter, words, onAnswer }: ReadingProps): JSX.Element {
  return (
    <>
      <div class="sheet-body">
        <LetterWords name={letter.name} words={words} backup={letter.backup} />
        <p class="soft">{t("letter.worried")}</p>
        <p class="soft">{t("letter.report")}</p>
      </div>
      <footer class="sheet-foot">
        <p class="soft">{t("letter.forgets")}</p>
        <button type="button" class="button" onClick={onAnswer}>
          {t("letter.answer")}
        </button>
        <button type="button" class="button quiet" onClick={closeSheet}>
          {t("letter.close")}
        </button>
      </footer>
    </>
  );
}

function Gone(): JSX.Element {
  return (
    <Sheet label={t("letter.gone")} onClose={closeSheet}>
      <Ending title={t("letter.gone")}>
        <p role="status">{t("letter.gone-body")}</p>
      </Ending>
    </Sheet>
  );
}

function Sent(): JSX.Element {
  return (
    <Ending title={t("answer.sent")}>
      <p role="status">{t("answer.sent-body")}</p>
    </Ending>
  );
}
