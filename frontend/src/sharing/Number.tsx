import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/sharing.ts";
import { sentenceOf } from "../language/troubles.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { theSharing } from "./acts.ts";
import type { PartProps } from "./shape.ts";
import { people } from "./state.ts";

type Answer = "asked" | "same" | "differs";

/** Sixty digits that both sides see alike, if nobody stands between them. */
export default function Compare({ about }: PartProps): JSX.Element {
  const [answer, setAnswer] = useState<Answer>("asked");
  const name = people.value.find(({ person }) => person === about)?.name ?? "";
  const same = async () => {
    await (await theSharing()).same(about);
    setAnswer("same");
  };
  return (
    <Sheet label={t("number.title")} onClose={closeSheet}>
      <div class="sheet-body">
        <StepHeading>{t("number.title")}</StepHeading>
        {answer === "asked" && <Digits person={about} />}
        {answer === "differs" && <p class="problem">{t("number.differ-body")}</p>}
        {answer === "same" && <p role="status">{t("number.done", { name })}</p>}
      </div>
      <footer class="sheet-foot">
        {answer === "asked" ? (
          <>
            <ActButton act={same}>{t("number.same")}</ActButton>
            <button type="button" class="button quiet" onClick={() => setAnswer("differs")}>
              {t("number.differ")}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={closeSheet}>
            {t("act.done")}
          </button>
        )}
      </footer>
    </Sheet>
  );
}

function Digits({ person }: { person: string }): JSX.Element {
  const [number, setNumber] = useState("");
  const [problem, setProblem] = useState("");
  useEffect(() => {
    theSharing()
      .then((sharing) => sharing.number(person))
      .then(setNumber)
      .catch((trouble: unknown) => setProblem(sentenceOf(trouble)));
  }, [person]);
  return (
    <>
      <p>{t("number.lead")}</p>
      {problem && <p class="problem">{problem}</p>}
      <p class="number">
        {number.split(" ").map((group, at) => (
          <span key={`${at} ${group}`}>{group} </span>
        ))}
      </p>
    </>
  );
}
