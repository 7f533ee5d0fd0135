import { expect, test } from "vitest";
import { type Country, type HelpLine, helpHtml, type SafetyWords, shippable } from "./help-page.ts";

const TODAY = new Date("2026-11-21T12:00:00Z");
const line: HelpLine = {
  name: "A line",
  tel: "116123",
  official_url: "https://example.org",
  verified_on: "2026-11-01",
  verified_by: "R. Checker",
};
const country = (...lines: HelpLine[]): Country => ({ country: "AT", emergency: "112", lines });
const words: SafetyWords = {
  title: "Title",
  intro: "Intro",
  emergency: "Call {emergency}.",
  talk: "Talk",
  "no-number": "See findahelpline.com.",
  checked: "Checked on {date}.",
  private: "Private",
  "next-minute": "Breathe",
  back: "Back",
};

test("a line that somebody checked lately ships", () => {
  expect(shippable([country(line)], TODAY)).toEqual([country(line)]);
});

test("a line without a check, without a checker, or checked too long ago does not ship", () => {
  const wrong = [
    { ...line, verified_on: null },
    { ...line, verified_by: null },
    { ...line, verified_by: "" },
    { ...line, verified_on: "2026-05-24" },
    { ...line, verified_on: "2027-01-01" },
    { ...line, verified_on: "lately" },
  ];
  expect(shippable([country(...wrong)], TODAY)).toEqual([]);
  expect(shippable([country({ ...line, verified_on: "2026-05-25" })], TODAY)).toHaveLength(1);
});

test("a number that cannot be dialled does not ship", () => {
  expect(shippable([country({ ...line, tel: "0800 HELP" })], TODAY)).toEqual([]);
  expect(shippable([country({ ...line, sms: "85258;x" })], TODAY)).toEqual([]);
});

test("a country shows its own numbers, and never as words of a page", () => {
  const html = helpHtml(words, [country({ ...line, name: "<b>A</b> & co" })], "assets/help.css");
  expect(html).toContain('<a class="call" href="tel:112">112</a>');
  expect(html).toContain('href="tel:116123"');
  expect(html).toContain("&lt;b&gt;A&lt;/b&gt; &amp; co");
  expect(html).toContain("Austria");
});

test("without a checked line there is the general text, and no number", () => {
  const html = helpHtml(words, [], "assets/help.css");
  expect(html).toContain("findahelpline.com");
  expect(html).not.toMatch(/tel:|sms:|<script/);
});
