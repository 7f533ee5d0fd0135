import { openSheet } from "../shell/sheets.ts";

let carried = "";

/**
 * A link carries its invitation behind the `#`, which never leaves the phone. It is taken out of the address, and not
 * written into the history either.
 */
export function openByLink(): void {
  if (!location.hash.startsWith("#CK1I")) return;
  carried = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  openSheet("sharing", "pair");
}

/** What a link carried, once. */
export function carriedByLink(): string {
  const text = carried;
  carried = "";
  return text;
}
