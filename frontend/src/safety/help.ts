/** Why *Get help now* also stands, quietly, inside a flow. */
export type HelpReason = "in-danger" | "third-heavy" | "heavy";

export type Heavy = { day?: string | undefined; intensity?: number | undefined };
type Now = Heavy & { after?: number | undefined; inDanger: boolean };

const HEAVIEST = 5;
const DAYS = 7;
const THIRD = 3;
const DAY_MS = 86_400_000;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

function isLately(one: Heavy, today: string): boolean {
  const ago = daysBetween(one.day ?? "", today);
  return one.intensity === HEAVIEST && ago >= 0 && ago < DAYS;
}

/**
 * The weightiest reason to offer a person, or none. `now` is what is being written, on journal day
 * `today`; `others` are the encounters beside it. Nobody is told: this runs on the phone, for the phone.
 */
export function helpReason(now: Now, others: readonly Heavy[], today: string): HelpReason | null {
  if (now.inDanger) return "in-danger";
  if (Math.max(now.intensity ?? 0, now.after ?? 0) < HEAVIEST) return null;
  const before = others.filter((one) => isLately(one, today)).length;
  return now.intensity === HEAVIEST && before + 1 >= THIRD ? "third-heavy" : "heavy";
}

/** Whether the help row stands there at all. */
export function offersHelp(...given: Parameters<typeof helpReason>): boolean {
  return helpReason(...given) !== null;
}
