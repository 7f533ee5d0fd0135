import { expect, test } from "vitest";
import { type Shift, shiftsIn, usualTimes } from "./ics.ts";

const WINDOW = { first: "2026-11-01", last: "2026-12-31", zone: "Europe/Berlin" };

const calendar = (...events: string[][]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
  ].join("\r\n");

const days = (...lines: string[]) => shiftsIn(calendar(lines), WINDOW).map(({ day }) => day);
const short = (...lines: string[]) => days(...lines).map((day) => day.slice(5));

test("a single shift has its day and its times, by the wall of its zone", () => {
  const night = [
    "DTSTART;TZID=Europe/Berlin:20261122T220000",
    "DTEND;TZID=Europe/Berlin:20261123T060000",
  ];
  expect(shiftsIn(calendar(night), WINDOW)).toEqual([{ day: "2026-11-22", from: 1320, to: 360 }]);
  const utc = ["DTSTART:20261122T233000Z", "DTEND:20261123T073000Z"];
  expect(shiftsIn(calendar(utc), WINDOW)).toEqual([{ day: "2026-11-23", from: 30, to: 510 }]);
  const lasting = ["DTSTART:20261122T220000", "DURATION:PT8H30M"];
  expect(shiftsIn(calendar(lasting), WINDOW)).toEqual([{ day: "2026-11-22", from: 1320, to: 390 }]);
});

test("whole days are every day up to the end, which is not one of them", () => {
  const lines = ["DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261127"];
  expect(days(...lines)).toEqual(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]);
  expect(days("DTSTART;VALUE=DATE:20261123")).toEqual(["2026-11-23"]);
});

test("a rule by week: weekdays, every second week, so many times, or until a day", () => {
  const monday = "DTSTART:20261102T090000";
  expect(short(monday, "RRULE:FREQ=WEEKLY;BYDAY=FR,MO;COUNT=5")).toEqual([
    ...["11-02", "11-06", "11-09", "11-13", "11-16"],
  ]);
  expect(short(monday, "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261130T235959Z")).toEqual([
    ...["11-02", "11-16", "11-30"],
  ]);
  const wednesday = "DTSTART:20261104T090000";
  expect(short(wednesday, "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261111")).toEqual([
    ...["11-04", "11-09", "11-11"],
  ]);
});

test("a rule by day: every eighth of them, or only on some weekdays", () => {
  const first = "DTSTART:20261102T090000";
  expect(short(first, "RRULE:FREQ=DAILY;INTERVAL=8;COUNT=3")).toEqual(["11-02", "11-10", "11-18"]);
  expect(short(first, "RRULE:FREQ=DAILY;BYDAY=SA;UNTIL=20261115")).toEqual(["11-07", "11-14"]);
  expect(days(first, "RRULE:FREQ=DAILY").at(-1)).toBe("2026-12-31");
});

test("what was taken out, cancelled or moved is not there, and folded lines are one", () => {
  const series = ["UID:a", "DTSTART:20261102T090000", "RRULE:FREQ=DAILY;CO", " UNT=4"];
  const left = [...series, "EXDATE:20261103T090000,20261104T090000"];
  expect(short(...left)).toEqual(["11-02", "11-05"]);
  const moved = ["UID:a", "RECURRENCE-ID:20261103T090000", "DTSTART:20261120T090000"];
  const off = ["UID:b", "DTSTART:20261125T090000", "STATUS:CANCELLED"];
  const found = shiftsIn(calendar(series, moved, off), WINDOW).map(({ day }) => day.slice(5));
  expect(found).toEqual(["11-02", "11-04", "11-05", "11-20"]);
});

test("a parameter in quotes may hold a colon, and names may be small", () => {
  expect(days('dtstart;X-NOTE="a:b;c":20261102T090000')).toEqual(["2026-11-02"]);
});

test.each([
  ["a picture", "\u0089PNG", "unreadable"],
  ["an event without a start", calendar(["SUMMARY:x"]), "unreadable"],
  ["a day that is none", calendar(["DTSTART:20260231T090000"]), "unreadable"],
  ["an event that never ends", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261102", "unreadable"],
  ["a rule by month", calendar(["DTSTART:20261102T09", "RRULE:FREQ=DAILY"]), "unreadable"],
  ["a rule by month", calendar(["DTSTART:20261102", "RRULE:FREQ=MONTHLY"]), "rule"],
  ["nothing in sight", calendar(["DTSTART:20200102"]), "empty"],
  ["no event", calendar(), "empty"],
])("%s is refused, and why is said", (_what, text, code) => {
  expect(() => shiftsIn(text, WINDOW)).toThrow(expect.objectContaining({ code }));
});

test("the usual times are those of most shifts", () => {
  const shift = (from?: number, to?: number): Shift =>
    from === undefined || to === undefined
      ? { day: "2026-11-22" }
      : { day: "2026-11-22", from, to };
  const shifts = [shift(1320, 360), shift(1320, 360), shift(360, 840), shift()];
  expect(usualTimes(shifts)).toEqual({ from: 1320, to: 360 });
  expect(usualTimes([shift()])).toBeUndefined();
});
