import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { helpHtml, type SafetyWords } from "./help-page.ts";
import {
  type Country,
  type HelpLine,
  type PlaceWords,
  placesHtml,
  problemsOf,
} from "./help-places.ts";

const CONTRACT = new URL("../../tests/contract/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, CONTRACT), "utf8");
const sample = JSON.parse(read("help-places.json")) as { countries: Country[]; words: PlaceWords };

const TODAY = new Date("2026-11-21T12:00:00Z");
const line: HelpLine = {
  name: "A line",
  tel: "116123",
  hours: "24/7",
  official_url: "https://line.example",
  verified_on: "2026-11-01",
  verified_by: "R. Checker",
};
const country = (...lines: HelpLine[]): Country => ({
  country: "AT",
  name: "Austria",
  zones: ["Europe/Vienna"],
  emergency: "112",
  lines,
});
const words: SafetyWords = {
  ...sample.words,
  title: "Title",
  intro: "Intro",
  person: "Somebody: {trusted_contact}.",
  "call-person": "Call",
  "text-person": "Text",
  more: "More:",
  private: "Private",
  "minute-title": "A minute",
  "minute-steps": ["Feet", "Breath"],
  "minute-go": "Go",
  "minute-end": "End",
  back: "Back",
};
const files = { css: "assets/help.css", script: "assets/help.js" };

test("a line that somebody checked lately ships, to its last day", () => {
  expect(problemsOf([country(line)], TODAY)).toEqual([]);
  expect(problemsOf([country({ ...line, verified_on: "2026-05-25" })], TODAY)).toEqual([]);
});

test.each([
  { verified_on: null },
  { verified_by: null },
  { verified_by: "" },
  { verified_on: "2026-05-24" },
  { verified_on: "2027-01-01" },
  { verified_on: "lately" },
  { tel: "0800 HELP" },
  { sms: "85258;x" },
])("the build fails on a line with %j, and names it", (change) => {
  const [why = "", ...others] = problemsOf([country(line, { ...line, ...change })], TODAY);
  expect(why).toMatch(/^AT: A line: /);
  expect(others).toEqual([]);
});

test("a country needs a line, a zone of its own and an emergency number", () => {
  expect(problemsOf([country()], TODAY)).toEqual(["AT: has no line"]);
  expect(problemsOf([{ ...country(line), zones: [] }], TODAY)).toHaveLength(1);
  expect(problemsOf([{ ...country(line), emergency: "help" }], TODAY)).toHaveLength(1);
  const twice = problemsOf([country(line), { ...country(line), country: "XX" }], TODAY);
  expect(twice).toEqual(["Europe/Vienna is named by two countries"]);
});

test("the countries are written as the server writes them, letter for letter", () => {
  expect(placesHtml(sample.countries, sample.words)).toBe(read("help-places.html").trim());
});

test("a country shows its own numbers between the marks, and never as words of a page", () => {
  const page = helpHtml(words, [country({ ...line, name: "<b>A</b> & co" })], files);
  const [before = "", places = "", after = ""] = page.split(/<!--\/?places-->/);
  expect(places).toContain('<a class="call first" href="tel:112">Call 112</a>');
  expect(places).toContain('href="tel:116123"');
  expect(places).toContain("&lt;b&gt;A&lt;/b&gt; &amp; co");
  expect(before + after).not.toMatch(/(?:tel|sms):\d/);
});

test("without a checked line there is the general text, and no number", () => {
  const page = helpHtml(words, [], files);
  expect(page).toContain("findahelpline.com");
  expect(page).toContain(words["no-number"]);
  expect(page).not.toMatch(/(?:tel|sms):[^"]/);
});

test("the one script is our own file, and the minute can be read without it", () => {
  const page = helpHtml(words, [], files);
  expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/help.js">']);
  expect(page).toContain("<li>Feet</li>\n<li>Breath</li>");
});

test("each language has a page of its own, which leads to the others", () => {
  const page = helpHtml(words, [], files, "es");
  expect(page).toContain('<html lang="es" dir="ltr">');
  expect(page).toContain('<a href="/help.html" lang="en" hreflang="en">English</a>');
  expect(helpHtml(words, [], files)).toContain('href="/help.es.html" lang="es"');
});
