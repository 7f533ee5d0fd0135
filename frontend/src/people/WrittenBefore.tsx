import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import "../keys/ways.css";
import { t } from "../language/people.ts";
import { state, theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";

/** Whose are the entries that were here before somebody signed in to an account that exists? */
export default function WrittenBefore(): JSX.Element {
  // The number as it was asked: it is nought while the answer is carried out.
  const [n] = useState(state.value.writtenBefore);
  const { route } = useLocation();
  const answer = (yes: boolean) => async () => {
    await (await theDevice()).adopt(yes);
    route("/", true);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("before.title", { n })}</h1>
      <p>{t("before.body")}</p>
      <div class="stack tight acts">
        <ActButton act={answer(true)}>{t("before.yes")}</ActButton>
        <ActButton kind="quiet" act={answer(false)}>
          {t("before.no")}
        </ActButton>
      </div>
    </>
  );
}
