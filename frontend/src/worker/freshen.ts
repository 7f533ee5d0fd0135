import { ALL_LANGUAGES, helpAddress } from "../language/languages.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a site may change without a new version of the app: its help lines, and its own words. */
export const SITES_OWN: readonly string[] = [...ALL_LANGUAGES.map(helpAddress), "/site.json"];

type Kept = Pick<Cache, "match" | "put">;

function isFresh(kept: Response | undefined, now: number): boolean {
  const age = now - Date.parse(kept?.headers.get("Date") ?? "");
  return age >= 0 && age < DAY_MS;
}

/**
 * Asks once a day, when the app itself is opened, for what a site may have changed. Never when one of
 * these is opened: that somebody looked for help is nobody's business.
 */
export async function freshen(kept: Kept, ask: typeof fetch, now: number): Promise<void> {
  for (const path of SITES_OWN) {
    if (isFresh(await kept.match(path), now)) continue;
    const answer = await ask(path, { cache: "no-cache", credentials: "omit" });
    if (answer.ok) await kept.put(path, answer);
  }
}
