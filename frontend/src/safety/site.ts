import { signal } from "@preact/signals";
import { readAsset } from "../http/asset.ts";

/** What a work place says for itself: words, an address, or both. */
export type SiteWay = { text?: string; link?: string };
export type SiteWords = { official_way: SiteWay | null; caller_in_danger: SiteWay | null };

/** The words of this work place; null until they are read, and where there are none to read. */
export const site = signal<SiteWords | null>(null);
let asked = false;

/** Reads them once; the service worker keeps the file, so this works offline too. */
export function loadSite(): void {
  if (asked) return;
  asked = true;
  readAsset<SiteWords>("/site.json")
    .then((words) => {
      site.value = words;
    })
    .catch(() => {
      asked = false; // nothing to say yet: the choice stays hidden, and the next screen asks again
    });
}
