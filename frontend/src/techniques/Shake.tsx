import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { t } from "../language/techniques.ts";
import { askForMotion, mustAsk, onShaking, TAP } from "./shake.ts";
import { feel } from "./wake.ts";

/** What lies on the pad; each stroke goes when enough has been shaken off. */
const STROKES = [
  "M28 60c30-34 46 40 76 4s50-30 68 6",
  "M24 92c20-22 40 26 62 2s44 24 86-8",
  "M40 122c26 20 40-34 66-10s30 22 58-4",
  "M60 36l84 108M148 40L52 142",
  "M34 104c40-60 90-60 130 0",
] as const;

type Props = { onClear: () => void };

/** A drawing pad that is shaken clear: by the phone where it tells of movement, by taps everywhere. */
export function Shake({ onClear }: Props): JSX.Element {
  const [cleared, setCleared] = useState(0);
  const [hears, setHears] = useState(!mustAsk());
  const isClear = cleared >= 1;
  const clear = (part: number) => setCleared((before) => Math.min(1, before + part));
  // Before the words on the screen say that the phone feels it, it does.
  useLayoutEffect(() => (hears && !isClear ? onShaking(clear) : undefined), [hears, isClear]);
  useEffect(() => {
    if (!isClear) return;
    feel("end");
    onClear();
  }, [isClear]);
  const ask = async () => setHears(await askForMotion());
  return (
    <>
      <button
        type="button"
        class="pad"
        data-clear={isClear}
        aria-label={t("shake.pad")}
        onClick={() => clear(TAP)}
      >
        <Scribble cleared={cleared} />
      </button>
      <div role="status">
        {isClear && <p class="words">{t("shake.clear")}</p>}
        <p class="soft">{isClear ? t("shake.breath") : hint(hears)}</p>
      </div>
      {!hears && !isClear && (
        <button type="button" class="text-button" onClick={() => void ask()}>
          {t("shake.allow")}
        </button>
      )}
    </>
  );
}

const hint = (hears: boolean) => (hears ? t("shake.hold") : t("shake.tap"));

function Scribble({ cleared }: { cleared: number }): JSX.Element {
  return (
    <svg viewBox="0 0 200 180" aria-hidden="true">
      {STROKES.map((stroke, index) => (
        <path
          key={stroke}
          d={stroke}
          style={{ opacity: Math.max(0, Math.min(1, index + 1 - cleared * STROKES.length)) }}
        />
      ))}
    </svg>
  );
}
