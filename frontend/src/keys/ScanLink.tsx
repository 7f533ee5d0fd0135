import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { t } from "../language/ways.ts";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { CheckMark } from "../ui/Marks.tsx";
import "./link.css";
import { closeCamera, openCamera, readCode } from "./camera.ts";

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
      <div class="stack tight">
        <ActButton act={give}>{t("link.give")}</ActButton>
        <button type="button" class="button quiet" onClick={() => setFound("")}>
          {t("link.not")}
        </button>
      </div>
    </>
  );
}

function Look({ onFound }: { onFound: (text: string) => void }): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  const isHere = useRef(true);
  const [looking, setLooking] = useState(false);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const look = async () => {
    if (!video.current) return;
    setLooking(true);
    try {
      onFound(await lookFor(video.current, () => isHere.current));
    } finally {
      if (isHere.current) setLooking(false);
    }
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("link.add")}</h1>
      <p>{looking ? t("link.looking") : t("link.add-lead")}</p>
      <video ref={video} class="finder" hidden={!looking} muted playsInline />
      <ActButton act={look}>{t("link.camera")}</ActButton>
      <p class="soft">{t("link.no-camera")}</p>
    </>
  );
}

/** The camera is on only while somebody looks; a code of something else is said, and not taken. */
async function lookFor(video: HTMLVideoElement, goesOn: () => boolean): Promise<string> {
  const stream = await openCamera(video);
  try {
    const text = (await readCode(video, goesOn)) ?? "";
    if (goesOn() && !OURS.test(text)) throw new JournalTrouble("not-a-link");
    return text;
  } finally {
    closeCamera(stream);
  }
}

function Given(): JSX.Element {
  return (
    <>
      <StepHeading>{t("link.given")}</StepHeading>
      <p class="status" role="status">
        <CheckMark />
        {t("link.given-body")}
      </p>
      <a class="button" href="/">
        {t("act.done")}
      </a>
    </>
  );
}
