import { region } from "../language/t.ts";

/** A day as the server names it (`2026-11-29`), as a person reads it. */
export function dayInWords(day: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(region, { day: "numeric", month: "long", timeZone: "UTC" }).format(
    at,
  );
}
