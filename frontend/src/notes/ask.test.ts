import { expect, test } from "vitest";
import { type Answered, askLines, askOf, isOver, moved, standingOf } from "./ask.ts";

const ask = (more: Record<string, unknown> = {}) =>
  askOf({ v: 1, t: "ask-work", happens: "No gap between calls", ...more });
const said = (state: Answered["state"]): Answered => ({ name: "Sam", state, text: "" });
const none = { answers: [], isOut: false };

test("it is mine until somebody is asked, by a copy or aloud", () => {
  expect(standingOf(ask(), none)).toBe("mine");
  expect(standingOf(ask(), { answers: [], isOut: true })).toBe("shared");
  expect(standingOf(ask({ state: "shared" }), none)).toBe("shared");
  expect(standingOf(ask({ state: "what a later app says" }), none)).toBe("mine");
});

test("what the coach said last stands, and what the person says stands above it", () => {
  const answers = [said("looking"), said(undefined), said("cannot"), said(undefined)];
  expect(standingOf(ask(), { answers, isOut: true })).toBe("cannot");
  expect(standingOf(ask({ state: "shared" }), { answers, isOut: false })).toBe("cannot");
  expect(standingOf(ask({ state: "done" }), { answers, isOut: true })).toBe("done");
  expect(standingOf(ask({ state: "let-go" }), { answers, isOut: true })).toBe("let-go");
});

test("the day on which it was asked is noted once, and taken away with the asking", () => {
  const today = "2026-11-21";
  expect(moved(ask(), "shared", today)).toEqual({ state: "shared", asked_on: today });
  const asked = ask({ state: "shared", asked_on: "2026-11-02" });
  expect(moved(asked, "looking", today)).toEqual({ state: "looking", asked_on: "2026-11-02" });
  expect(moved(asked, "mine", today)).toEqual({ state: "mine", asked_on: null });
  expect(moved(ask(), "let-go", today)).toEqual({ state: "let-go", asked_on: null });
});

test("done, cannot and let go are over; a note of another kind never is", () => {
  const over = ["mine", "shared", "looking", "done", "cannot", "let-go"].filter((state) =>
    isOver({ v: 1, t: "ask-work", happens: "x", state }),
  );
  expect(over).toEqual(["done", "cannot", "let-go"]);
  expect(isOver({ v: 1, t: "lesson", text: "x", state: "done" })).toBe(false);
});

test("it goes from hand to hand as its own words, and as nothing else", () => {
  const whole = ask({ does: "I carry it on", helps: "Two minutes", whom: "Sam", reason: "No" });
  expect(askLines(whole)).toBe("No gap between calls\nI carry it on\nTwo minutes");
});
