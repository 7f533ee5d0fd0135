/** One line somebody may call or text, as `helplines.json` keeps it. */
export type HelpLine = {
  name: string;
  tel?: string;
  sms?: string;
  sms_text?: string;
  hours: string;
  official_url: string;
  verified_on: string | null;
  verified_by: string | null;
};
export type Country = {
  country: string;
  name: string;
  /** By these the page guesses where it is opened; no zone stands in two countries. */
  zones: string[];
  emergency: string;
  lines: HelpLine[];
};
export type PlaceWords = Record<
  | "no-number"
  | "where"
  | "guess"
  | "elsewhere"
  | "emergency"
  | "talk"
  | "checked"
  | "call"
  | "text"
  | "text-word",
  string
>;

const LONGEST_DAYS = 180;
const DAY_MS = 86_400_000;
const DIALLED = /^[0-9+]{2,15}$/;

function checkOf(line: HelpLine, today: Date): string | null {
  if (!line.verified_on || !line.verified_by) return "nobody has checked it";
  const checked = Date.parse(`${line.verified_on}T00:00:00Z`);
  const age = Math.floor((today.getTime() - checked) / DAY_MS);
  if (age >= 0 && age <= LONGEST_DAYS) return null;
  return `its check of ${line.verified_on} does not hold (${LONGEST_DAYS} days)`;
}

function numberOf(line: HelpLine): string | null {
  const ways = [line.tel, line.sms].filter((way) => way !== undefined);
  const canBeDialled = ways.length > 0 && ways.every((way) => DIALLED.test(way));
  return canBeDialled ? null : "no phone can dial its number";
}

function problemsOfCountry(country: Country, today: Date): string[] {
  const lines = country.lines.flatMap((line) =>
    [checkOf(line, today), numberOf(line)].map((why) => why && `${line.name}: ${why}`),
  );
  const own = [
    country.lines.length === 0 && "has no line",
    country.zones.length === 0 && "names no time zone",
    !DIALLED.test(country.emergency) && "its emergency number cannot be dialled",
  ];
  return [...own, ...lines].filter((why) => typeof why === "string");
}

/** Why these countries may not ship, a sentence each; a wrong number is worse than none. */
export function problemsOf(countries: readonly Country[], today: Date): string[] {
  const zones = countries.flatMap((country) => country.zones);
  const twice = zones.filter((zone, at) => zones.indexOf(zone) !== at);
  return [
    ...countries.flatMap((one) =>
      problemsOfCountry(one, today).map((why) => `${one.country}: ${why}`),
    ),
    ...twice.map((zone) => `${zone} is named by two countries`),
  ];
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
export const html = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function waysHtml({ tel, sms, sms_text = "" }: HelpLine, words: PlaceWords): string {
  const call = tel && fill(words.call, { number: tel });
  const text = sms && fill(words[sms_text ? "text-word" : "text"], { number: sms, word: sms_text });
  return [
    call && `<a class="call" href="tel:${tel}">${html(call)}</a>`,
    text && `<a class="call" href="sms:${sms}">${html(text)}</a>`,
  ]
    .filter(Boolean)
    .join(" ");
}

function lineHtml(line: HelpLine, words: PlaceWords): string {
  const address = html(line.official_url);
  const checked = html(fill(words.checked, { date: line.verified_on ?? "" }));
  return `<li><h4>${html(line.name)}</h4><p class="ways">${waysHtml(line, words)}</p><p>${html(line.hours)}</p><p class="soft">${checked} <a href="${address}" rel="noreferrer">${address}</a></p></li>`;
}

function countryHtml(country: Country, words: PlaceWords): string {
  const number = html(country.emergency);
  const call = `<a class="call first" href="tel:${number}">${html(fill(words.call, { number: country.emergency }))}</a>`;
  const lines = country.lines.map((line) => lineHtml(line, words)).join("");
  return `<details name="place" data-zones="${html(country.zones.join(" "))}"><summary>${html(country.name)}</summary><p>${html(words.emergency)}</p><p class="ways">${call}</p><h3>${html(words.talk)}</h3><ul>${lines}</ul></details>`;
}

/** A choice of countries that works without a script; without a country the general words, and no number. */
export function placesHtml(countries: readonly Country[], words: PlaceWords): string {
  if (countries.length === 0) return `<p>${html(words["no-number"])}</p>`;
  const places = countries.map((country) => countryHtml(country, words)).join("");
  return `<section class="places"><h2>${html(words.where)}</h2><p id="guess" class="soft" hidden>${html(words.guess)}</p><p id="unknown" hidden>${html(words["no-number"])}</p>${places}<p>${html(words.elsewhere)}</p></section>`;
}
