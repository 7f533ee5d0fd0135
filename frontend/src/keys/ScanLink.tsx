import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/ways.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { CheckMark } from "../ui/Marks.tsx";
import { Finder } from "./Finder.tsx";
import "./ways.css";

const OURS = /^CK1L:/;

/** Looks at the code of a new phone and, on a yes, opens the journal there. */
export default function ScanLink(): JSX.Element {
  const [found, setFound] = useState("");
  const [given, setGiven] = useState(false);
  const give = async () => {
    await (await theDevice()).giveLink(found);
    setGiven(true);
  };
  if (given) return <Given />;
  if (!found) return <Look onFound={setFound} />;
  return (
    <>
      <StepHeading>{t("link.found")}</StepHeading>
      <p>{t("link.found-body")}</p>
      <div class="stack tight acts">
        <ActButton act={give}>{t("link.give")}</ActButton>
        <button type="button" class="button quiet" onClick={() => setFound("")}>
          {t("link.not")}
        </button>
      </div>
    </>
  );
}

function Look({ onFound }: { onFound: (text: string) => void }): JSX.Element {
  const [looking, setLooking] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>{t("link.add")}</h1>
      <p>{looking ? t("link.looking") : t("link.add-lead")}</p>
      <p class="soft">{t("link.no-camera")}</p>
      <div class="stack acts">
        <Finder
          ours={OURS}
          wrong="not-a-link"
          label={t("link.camera")}
          onFound={onFound}
          onLooking={setLooking}
        />
      </div>
    </>
  );
}

function Given(): JSX.Element {
  return (
    <>
      <StepHeading>{t("link.given")}</StepHeading>
      <p class="status" role="status">
        <CheckMark />
        {t("link.given-body")}
      </p>
      <a class="button acts" href="/">
        {t("act.done")}
      </a>
    </>
  );
}
