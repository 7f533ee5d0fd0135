import { readdirSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { amountLabel, andList, monthLabel, percentLabel, t as say, wallClock } from "./calendar.ts";
import { clockLabel, dayLabel } from "./dates.ts";
import { first, t } from "./first.ts";
import { ALL_LANGUAGES } from "./languages.ts";
import { languageAmong, regionOf, speech } from "./speech.ts";
import { heard, part, speak, speaking } from "./t.ts";

afterEach(() => speak("en"));

test.each([
  [["es-MX", "en"], "es"],
  [["de-AT", "es-419", "en"], "es"],
  [["EN-gb", "es"], "en"],
  [["fil", "hi"], "en"],
  [[], "en"],
] as const)("of %j %s is spoken", (tags, language) => {
  expect(languageAmong(tags)).toBe(language);
});

test("dates are written as where the person lives, whatever the phone's language", () => {
  expect(regionOf("es", ["en-US", "es-MX"])).toBe("es-MX");
  expect(regionOf("es", ["en-US"])).toBe("es-US");
  expect(regionOf("en", ["de-AT"])).toBe("en-AT");
  expect(regionOf("es", ["en"])).toBe("es");
  expect(regionOf("es", ["*"])).toBe("es");
});

test("a sentence, its plural and its number change with the language", async () => {
  await speak("es");
  expect(t("act.save")).toBe("Guardar");
  expect(t("state.waiting", { n: 1 })).toBe("1 entrada espera en este teléfono");
  expect(t("state.waiting", { n: 0 })).toBe("0 entradas esperan en este teléfono");
  // Spanish has a third form, for millions; where nothing is written for it the last one stands in.
  expect(t("state.waiting", { n: 1_000_000 })).toMatch(/^1.000.000 entradas esperan/);
  await speak("en");
  expect(t("act.save")).toBe("Save");
});

test("days, clocks, lists and shares are the language's own", async () => {
  await speak("es");
  speech.value = { language: "es", region: "es-MX" };
  expect(dayLabel("2026-11-20", "2026-11-21")).toBe("Ayer");
  expect(dayLabel("2026-11-14", "2026-11-21")).toBe("Sábado, 14 de noviembre");
  expect(clockLabel("2026-11-21T22:10:00Z", "UTC")).toMatch(/^10:10\sp\.m\.$/);
  expect(wallClock("09:30")).toMatch(/^9:30\sa\.m\.$/);
  expect(monthLabel("2026-11-14")).toBe("Noviembre de 2026");
  expect(andList(["lunes", "martes", "jueves"])).toBe("lunes, martes y jueves");
  expect(percentLabel(0.62)).toMatch(/^62\s?%$/);
  expect(amountLabel(2.5)).toBe("2.5");
  expect(say("month.after")).toBe("El mes siguiente");
});

test("where a language's file can't be had, English stands in until it can", async () => {
  let asked = 0;
  const late = () => {
    asked += 1;
    return asked === 1
      ? Promise.reject(new TypeError("no connection"))
      : Promise.resolve({ default: { "late.word": "palabra" } });
  };
  await speak("es");
  const lateT = speaking(part({ "late.word": "word" }, { es: late }));
  await heard();
  expect(lateT("late.word")).toMatch(/^(word|palabra)$/);
  await heard();
  expect(lateT("late.word")).toBe("palabra");
});

test("whoever changes their mind at once hears the language named last", async () => {
  const spanish = speak("es");
  const back = speak("en");
  await Promise.all([spanish, back]);
  expect(t("act.save")).toBe("Save");
  expect(speech.value.language).toBe("en");
  expect(first.said.value).toBe(first.english);
});

test("a folder stands for each language, and none beside them", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...ALL_LANGUAGES].sort());
});
