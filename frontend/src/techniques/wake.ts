import { useEffect } from "preact/hooks";
import { breathWay } from "./kit.ts";

/** Keeps the screen on while a tool is being done, where the phone can; a hidden page loses it, so it is asked for again. */
export function useAwake(isActive: boolean): void {
  useEffect(() => {
    if (!isActive || !("wakeLock" in navigator)) return;
    let lock: Promise<WakeLockSentinel | undefined> | undefined;
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      lock = navigator.wakeLock.request("screen").catch(() => undefined); // saving power: the phone decides
    };
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      void lock?.then((held) => held?.release());
    };
  }, [isActive]);
}

/** What a hand feels, with eyes closed: a long push to breathe in, two to let go, one short to hold. */
const FELT = {
  in: [240],
  sip: [90],
  hold: [45],
  out: [80, 110, 80],
  wait: [45],
  end: [60, 90, 60, 90, 60],
} as const;

/** Lets the phone tell by vibrating; one that cannot, or is not to, stays still. */
export function feel(what: keyof typeof FELT): void {
  // Before the first tap, as from a home screen's shortcut, browsers refuse and complain.
  const mayVibrate = canVibrate() && navigator.userActivation?.hasBeenActive !== false;
  if (mayVibrate && breathWay.value.vibrate) navigator.vibrate([...FELT[what]]);
}

export const canVibrate = (): boolean => "vibrate" in navigator;
