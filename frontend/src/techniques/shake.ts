/** How much of the pad one tap clears, and one good shake; all of it is 1. */
export const TAP = 0.2;
const SHAKE = 0.06;
/** Below this the phone is only being held, in metres per second squared. */
const STILL = 6;

type Pull = Pick<DeviceMotionEventAcceleration, "x" | "y" | "z"> | null;

/** How much a movement clears: nothing while the phone is held, and no more for a wild one than for a gentle one. */
export function clearedBy(before: Pull, now: Pull): number {
  if (!before || !now) return 0;
  const change = (axis: "x" | "y" | "z") => (now[axis] ?? 0) - (before[axis] ?? 0);
  return Math.hypot(change("x"), change("y"), change("z")) > STILL ? SHAKE : 0;
}

type Asking = { requestPermission?: () => Promise<PermissionState> };

/** Whether this browser wants to be asked before it tells of movement; it may be asked on a tap only. */
export function mustAsk(): boolean {
  return typeof motion()?.requestPermission === "function";
}

function motion(): Asking | undefined {
  return (globalThis as { DeviceMotionEvent?: Asking }).DeviceMotionEvent;
}

/** Asks, on a tap; a browser that refuses or trips leaves the tapping. */
export async function askForMotion(): Promise<boolean> {
  try {
    return (await motion()?.requestPermission?.()) === "granted";
  } catch {
    return false; // refused for good, or not on a tap: the pad is tapped instead
  }
}

/** Tells how much each movement clears, until it is stopped. */
export function onShaking(clear: (part: number) => void): () => void {
  let before: Pull = null;
  const hear = (event: DeviceMotionEvent) => {
    const now =
      event.acceleration?.x == null ? event.accelerationIncludingGravity : event.acceleration;
    const part = clearedBy(before, now);
    before = now && { x: now.x, y: now.y, z: now.z };
    if (part > 0) clear(part);
  };
  addEventListener("devicemotion", hear);
  return () => removeEventListener("devicemotion", hear);
}
