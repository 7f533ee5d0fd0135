import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** One line somebody may call or text, as `helplines.json` keeps it. */
export type HelpLine = {
  name: string;
  tel?: string;
  sms?: string;
  sms_text?: string;
  hours?: string;
  official_url: string;
  verified_on: string | null;
  verified_by: string | null;
};
export type Country = { country: string; emergency: string; lines: HelpLine[] };
export type SafetyWords = Record<
  | "title"
  | "intro"
  | "emergency"
  | "talk"
  | "no-number"
  | "checked"
  | "private"
  | "next-minute"
  | "back",
  string
>;

/** What a work place says for itself; the server puts its own words in their place. */
const NO_SITE = { official_way: null, caller_in_danger: null };
const LONGEST_DAYS = 180;
const DAY_MS = 86_400_000;
const DIALLED = /^[0-9+]{2,15}$/;

function isFresh(line: HelpLine, today: Date): boolean {
  if (!line.verified_on || !line.verified_by) return false;
  const checked = Date.parse(`${line.verified_on}T00:00:00Z`);
  const age = Math.floor((today.getTime() - checked) / DAY_MS);
  return age >= 0 && age <= LONGEST_DAYS;
}

function canBeDialled(line: HelpLine): boolean {
  const ways = [line.tel, line.sms].filter((way) => way !== undefined);
  return ways.length > 0 && ways.every((way) => DIALLED.test(way));
}

/** The countries that ship: only lines somebody checked within 180 days, no country without one. */
export function shippable(countries: readonly Country[], today: Date): Country[] {
  return countries
    .map((country) => ({
      ...country,
      lines: country.lines.filter((line) => isFresh(line, today) && canBeDialled(line)),
    }))
    .filter((country) => country.lines.length > 0 && DIALLED.test(country.emergency));
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const html = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function lineHtml(line: HelpLine, words: SafetyWords): string {
  const ways = [
    line.tel && `<a class="call" href="tel:${line.tel}">${html(line.tel)}</a>`,
    line.sms &&
      `<a class="call" href="sms:${line.sms}">SMS ${html([line.sms, line.sms_text].filter(Boolean).join(" "))}</a>`,
  ].filter(Boolean);
  const checked = fill(words.checked, { date: line.verified_on ?? "" });
  return `<li><h3>${html(line.name)}</h3><p>${ways.join(" ")}</p><p>${html(line.hours ?? "")}</p><p class="soft">${html(checked)} <a href="${html(line.official_url)}" rel="noreferrer">${html(line.official_url)}</a></p></li>`;
}

function countryHtml(country: Country, words: SafetyWords): string {
  const name = new Intl.DisplayNames("en", { type: "region" }).of(country.country);
  const number = `<a class="call" href="tel:${country.emergency}">${country.emergency}</a>`;
  const emergency = fill(html(words.emergency), { emergency: number });
  const lines = country.lines.map((line) => lineHtml(line, words)).join("");
  return `<details><summary>${html(name ?? country.country)}</summary><p>${emergency}</p><h2>${html(words.talk)}</h2><ul>${lines}</ul></details>`;
}

/** The page behind *Get help now*: no script, nothing from elsewhere, readable on paper. */
export function helpHtml(words: SafetyWords, countries: readonly Country[], css: string): string {
  const places = countries.map((country) => countryHtml(country, words)).join("");
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>${html(words.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="description" content="${html(words.intro)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${css}">
</head>
<body>
<i id="dark"></i><i id="light"></i>
<main>
<h1>${html(words.title)}</h1>
<p class="lead">${html(words.intro)}</p>
<section class="minute">
<p>${html(words["next-minute"])}</p>
</section>
${places}
<p>${html(words["no-number"]).replace("findahelpline.com", '<a href="https://findahelpline.com" rel="noreferrer">findahelpline.com</a>')}</p>
<p class="soft">${html(words.private)}</p>
<p><a class="back" href="/">${html(words.back)}</a></p>
</main>
</body>
</html>
`;
}

const DATA = new URL("../../journal/library/data/en/", import.meta.url);
const read = (address: URL) => readFileSync(fileURLToPath(address), "utf8");

/** Builds `/help.html` from our own words and the help lines somebody has checked. */
export function helpPage(): Plugin {
  return {
    name: "aftershift-help-page",
    apply: "build",
    generateBundle() {
      const css = this.emitFile({
        type: "asset",
        name: "help.css",
        source: read(new URL("./help.css", import.meta.url)),
      });
      const { safety } = JSON.parse(read(new URL("copy.json", DATA))) as { safety: SafetyWords };
      const { entries } = JSON.parse(read(new URL("helplines.json", DATA))) as {
        entries: Country[];
      };
      const source = helpHtml(safety, shippable(entries, new Date()), this.getFileName(css));
      this.emitFile({ type: "asset", fileName: "help.html", source });
      this.emitFile({ type: "asset", fileName: "site.json", source: JSON.stringify(NO_SITE) });
    },
  };
}
