import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { t } from "../language/people.ts";
import { state, theDevice } from "../shell/device.ts";
import { ActForm } from "../ui/ActButton.tsx";
import { Field } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { CheckMark } from "../ui/Marks.tsx";
import { leaveCode, plainCode } from "./shownCode.ts";

type Props = { groups: string[]; onShow: () => void };

/** Two different groups, so that a code read from the screen a moment ago is not enough by chance. */
function twoOf(count: number): [number, number] {
  const first = Math.floor(Math.random() * count);
  const second = (first + 1 + Math.floor(Math.random() * (count - 1))) % count;
  return [Math.min(first, second), Math.max(first, second)];
}

/** Asks for two groups of the code: only then does it count as a way back. */
export function CheckCode({ groups, onShow }: Props): JSX.Element {
  const [asked] = useState(() => twoOf(groups.length));
  const [typed, setTyped] = useState<Record<number, string>>({});
  const [wrong, setWrong] = useState(false);
  const [right, setRight] = useState(false);
  const check = async () => {
    const fits = asked.every((index) => plainCode(typed[index] ?? "") === groups[index]);
    setWrong(!fits);
    if (!fits) return;
    await (await theDevice()).confirmRecoveryCode();
    setRight(true);
  };
  if (right) return <Right />;
  return (
    <>
      <StepHeading>{t("code.check-title")}</StepHeading>
      <p>{t("code.check-lead")}</p>
      <ActForm submit={t("code.check")} act={check}>
        {asked.map((index) => (
          <Field
            key={index}
            label={t("code.group", { n: index + 1 })}
            value={typed[index] ?? ""}
            onInput={(value) => setTyped({ ...typed, [index]: value })}
          />
        ))}
        {wrong && (
          <p class="problem" role="alert">
            {t("code.no-match")}
          </p>
        )}
      </ActForm>
      <button type="button" class="button plain" onClick={onShow}>
        {t("code.see-again")}
      </button>
    </>
  );
}

function Right(): JSX.Element {
  const { route } = useLocation();
  const done = () => {
    route(leaveCode(state.value.writtenBefore > 0 ? "/written-before" : "/"), true);
  };
  return (
    <>
      <StepHeading>{t("code.safe")}</StepHeading>
      <p class="status" role="status">
        <CheckMark />
        {t("code.right")}
      </p>
      <button type="button" class="button acts" onClick={done}>
        {t("act.done")}
      </button>
    </>
  );
}
