import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { sentenceOf } from "../language/troubles.ts";
import { t } from "../language/ways.ts";
import { state, theDevice } from "../shell/device.ts";
import type { Offer } from "./link.ts";
import "./link.css";
import { Square } from "./Square.tsx";

const ASKS_EVERY_MS = 1500;

/** A square code that a phone which is open looks at; then this one opens too. */
export default function ShowLink(): JSX.Element {
  const [squares, setSquares] = useState<boolean[][]>();
  const [problem, setProblem] = useState("");
  const { route } = useLocation();
  useEffect(() => {
    let isHere = true;
    const wait = async () => {
      const offer = await begin(setSquares);
      await opened(offer, () => isHere);
      if (isHere) route(state.value.writtenBefore > 0 ? "/written-before" : "/journal", true);
    };
    wait().catch((trouble) => setProblem(sentenceOf(trouble)));
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <>
      <h1 tabIndex={-1}>{t("link.title")}</h1>
      <p>{t("link.lead")}</p>
      {squares && <Square rows={squares} label={t("link.code")} />}
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : (
        <p class="soft" role="status">
          {squares ? t("link.waiting") : t("act.working")}
        </p>
      )}
      <a class="button quiet" href="/unlock">
        {t("link.by-code")}
      </a>
    </>
  );
}

async function begin(show: (squares: boolean[][]) => void): Promise<Offer> {
  const [{ encodeQR }, device] = await Promise.all([import("qr"), theDevice()]);
  const offer = await device.offerLink();
  show(encodeQR(offer.text, "raw", { ecc: "medium", border: 4 }));
  return offer;
}

/** Resolves once the other phone has answered, or this screen is left. */
async function opened(offer: Offer, isHere: () => boolean): Promise<void> {
  const device = await theDevice();
  while (isHere() && !(await device.takeLink(offer))) {
    await new Promise((resolve) => setTimeout(resolve, ASKS_EVERY_MS));
  }
}
