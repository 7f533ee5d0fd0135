import { JournalTrouble } from "../errors.ts";

const LOOKS_EVERY_MS = 200;
/** Enough to read a code that fills the picture, and quick on a slow phone. */
const WIDEST_PX = 720;

/** The back camera in a video element; throws `no-camera`. */
export async function openCamera(video: HTMLVideoElement): Promise<MediaStream> {
  try {
    const wanted = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } };
    const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    video.srcObject = stream;
    await video.play();
    return stream;
  } catch (cause) {
    throw new JournalTrouble("no-camera", { cause });
  }
}

export function closeCamera(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Looks at the picture until there is a code in it; null where `goesOn` says to stop. */
export async function readCode(
  video: HTMLVideoElement,
  goesOn: () => boolean,
): Promise<string | null> {
  const { decodeQR } = await import("qr/decode.js").catch((cause: unknown) => {
    throw new JournalTrouble("no-connection-yet", { cause });
  });
  const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  while (goesOn()) {
    const image = paper && pictureOf(video, paper);
    const text = image ? textIn(() => decodeQR(image)) : null;
    if (text !== null) return text;
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
  return null;
}

function pictureOf(video: HTMLVideoElement, paper: CanvasRenderingContext2D): ImageData | null {
  const scale = Math.min(1, WIDEST_PX / Math.max(1, video.videoWidth));
  const [width, height] = [video.videoWidth * scale, video.videoHeight * scale].map(Math.floor);
  if (!width || !height) return null;
  Object.assign(paper.canvas, { width, height });
  paper.drawImage(video, 0, 0, width, height);
  return paper.getImageData(0, 0, width, height);
}

function textIn(decode: () => string): string | null {
  try {
    return decode();
  } catch {
    return null; // no code in this picture: the next one
  }
}
