import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { closeCamera, openCamera, readCode } from "./camera.ts";
import "./link.css";

type Props = {
  /** What a code has to begin with; else `wrong` is the trouble. */
  ours: RegExp;
  wrong: "not-a-link" | "not-an-invite";
  label: string;
  onFound: (text: string) => void;
  onLooking?: (looking: boolean) => void;
};

/** The camera, on only while somebody looks; a code of something else is said, and not taken. */
export function Finder({ ours, wrong, label, onFound, onLooking }: Props): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  const isHere = useRef(true);
  const [looking, setLooking] = useState(false);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const show = (is: boolean) => {
    setLooking(is);
    onLooking?.(is);
  };
  const take = (text: string) => {
    if (!isHere.current) return;
    if (!ours.test(text)) throw new JournalTrouble(wrong);
    onFound(text);
  };
  const look = async () => {
    if (!video.current) return;
    show(true);
    try {
      take(await lookFor(video.current, () => isHere.current));
    } finally {
      if (isHere.current) show(false);
    }
  };
  return (
    <>
      <video ref={video} class="finder" hidden={!looking} muted playsInline />
      <ActButton act={look}>{label}</ActButton>
    </>
  );
}

async function lookFor(video: HTMLVideoElement, goesOn: () => boolean): Promise<string> {
  const stream = await openCamera(video);
  try {
    return (await readCode(video, goesOn)) ?? "";
  } finally {
    closeCamera(stream);
  }
}
