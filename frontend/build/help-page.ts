import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";
import {
  ALL_LANGUAGES,
  FALLBACK,
  helpAddress,
  LANGUAGES,
  type Language,
} from "../src/language/languages.ts";
import { type Country, html, type PlaceWords, placesHtml, problemsOf } from "./help-places.ts";

export type SafetyWords = PlaceWords &
  Record<
    | "title"
    | "intro"
    | "person"
    | "call-person"
    | "text-person"
    | "more"
    | "private"
    | "minute-title"
    | "minute-go"
    | "minute-end"
    | "back",
    string
  > & { "minute-steps": string[] };
/** Where the page's own style and script lie. */
export type Files = { css: string; script: string };

/** What a work place says for itself; the server puts its own words in their place. */
const NO_SITE = { official_way: null, caller_in_danger: null };

/** Filled by the script with what lies sealed on this phone; without it there is nothing to see. */
function trustedHtml(words: SafetyWords): string {
  const [before, after] = html(words.person).split("{trusted_contact}");
  return `<section id="trusted" hidden>
<p>${before}<b></b>${after} <span></span></p>
<p class="ways"><a class="call">${html(words["call-person"])}</a> <a class="call">${html(words["text-person"])}</a></p>
</section>`;
}

function minuteHtml(words: SafetyWords): string {
  const steps = words["minute-steps"].map((step) => `<li>${html(step)}</li>`).join("\n");
  return `<section class="minute">
<h2>${html(words["minute-title"])}</h2>
<ol>
${steps}
</ol>
<p id="minute-says" role="status" data-end="${html(words["minute-end"])}"></p>
<button id="minute-go" type="button" hidden>${html(words["minute-go"])}</button>
</section>`;
}

/** The same page in the other languages, each by the name it gives itself. */
function othersHtml(language: Language): string {
  const links = ALL_LANGUAGES.filter((one) => one !== language).map(
    (one) =>
      `<a href="${helpAddress(one)}" lang="${one}" hreflang="${one}">${html(LANGUAGES[one].name)}</a>`,
  );
  return `<p class="languages">${links.join(" ")}</p>`;
}

/**
 * The page behind *Get help now*: whole without its script, nothing from elsewhere, readable on paper.
 * What stands between the two marks is what a server puts its own lines in place of.
 */
export function helpHtml(
  words: SafetyWords,
  countries: readonly Country[],
  files: Files,
  language: Language = FALLBACK,
): string {
  return `<!doctype html>
<html lang="${language}" dir="${LANGUAGES[language].dir}">
<head>
<meta charset="utf-8">
<title>${html(words.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="description" content="${html(words.intro)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${files.css}">
<script type="module" src="/${files.script}"></script>
</head>
<body>
<i id="dark"></i><i id="light"></i>
<main>
${othersHtml(language)}
<h1>${html(words.title)}</h1>
<p class="lead">${html(words.intro)}</p>
<!--places-->${placesHtml(countries, words)}<!--/places-->
${trustedHtml(words)}
<p>${html(words.more)} <a href="https://findahelpline.com" rel="noreferrer">findahelpline.com</a></p>
${minuteHtml(words)}
<p class="soft">${html(words.private)}</p>
<p><a class="back" href="/">${html(words.back)}</a></p>
</main>
</body>
</html>
`;
}

const DATA = new URL("../../journal/library/data/", import.meta.url);
const SCRIPT = fileURLToPath(new URL("../src/safety/helpPage.ts", import.meta.url));
const read = (address: URL) => readFileSync(fileURLToPath(address), "utf8");

const wordsIn = (language: Language, name: string): unknown =>
  JSON.parse(read(new URL(`${language}/${name}.json`, DATA)));

function checkedCountries(language: Language): Country[] {
  const { entries } = wordsIn(language, "helplines") as { entries: Country[] };
  const problems = problemsOf(entries, new Date());
  if (problems.length === 0) return entries;
  throw new Error(`helplines.json holds what may not ship:\n${problems.join("\n")}`);
}

/** The page's script by itself: it shares nothing with the app, so it neither waits for it nor weighs on it. */
async function scriptOf(root: string): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      write: false,
      modulePreload: { polyfill: false },
      target: ["chrome123", "safari17.5", "firefox128"],
      rolldownOptions: { input: SCRIPT, output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

/** Builds `/help.html`, and its like in each language, from our own words and the help lines somebody has checked; fails on any other line. */
export function helpPage(): Plugin {
  let root = "";
  return {
    name: "aftershift-help-page",
    apply: "build",
    configResolved(config) {
      root = config.root;
    },
    async generateBundle() {
      const emit = (name: string, source: string) =>
        this.getFileName(this.emitFile({ type: "asset", name, source }));
      const css = emit("help.css", read(new URL("./help.css", import.meta.url)));
      const script = emit("help.js", await scriptOf(root));
      for (const language of ALL_LANGUAGES) {
        const { safety } = wordsIn(language, "copy") as { safety: SafetyWords };
        const page = helpHtml(safety, checkedCountries(language), { css, script }, language);
        const fileName = helpAddress(language).slice(1);
        this.emitFile({ type: "asset", fileName, source: page });
      }
      this.emitFile({ type: "asset", fileName: "site.json", source: JSON.stringify(NO_SITE) });
    },
  };
}
