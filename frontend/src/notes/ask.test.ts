import { expect, test } from "vitest";
import {
  type Answered,
  answeredAsk,
  askedOf,
  askLines,
  askOf,
  isOver,
  moved,
  standingOf,
} from "./ask.ts";

const ask = (more: Record<string, unknown> = {}) =>
  askOf({ v: 1, t: "ask-work", happens: "No gap between calls", ...more });
const said = (state: Answered["state"]): Answered => ({ name: "Sam", state, text: "" });
const none = { answers: [], readers: [] };
const out = { answers: [], readers: ["Sam"] };

test("it is mine until somebody is asked, by a copy or aloud", () => {
  expect(standingOf(ask(), none)).toBe("mine");
  expect(standingOf(ask(), out)).toBe("shared");
  expect(standingOf(ask({ state: "shared" }), none)).toBe("shared");
  expect(standingOf(ask({ state: "what a later app says" }), none)).toBe("mine");
});

test("what the coach said last stands, and what the person says stands above it", () => {
  const answers = [said("looking"), said(undefined), said("cannot"), said(undefined)];
  expect(standingOf(ask(), { ...out, answers })).toBe("cannot");
  expect(standingOf(ask({ state: "shared" }), { ...none, answers })).toBe("cannot");
  expect(standingOf(ask({ state: "done" }), { ...out, answers })).toBe("done");
  expect(standingOf(ask({ state: "let-go" }), { ...out, answers })).toBe("let-go");
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

test("asked is whoever holds a copy, unless the person says that somebody else was", () => {
  expect(askedOf(ask({ whom: "My team lead" }), out)).toEqual(["Sam"]);
  expect(askedOf(ask({ whom: "My team lead", state: "shared" }), out)).toEqual(["My team lead"]);
  expect(askedOf(ask(), none)).toEqual([]);
});

test("an answer moves an ask that is open, says who was asked, and leaves what is over as it is", () => {
  const answer = { ...said("cannot"), text: "Not before spring" };
  const [day, reason] = ["2026-11-20", "Not before spring"];
  expect(answeredAsk(ask({ whom: "My team lead" }), answer, day)).toEqual({
    ...{ state: "cannot", whom: "Sam", asked_on: day, reason },
  });
  const aloud = ask({ state: "shared", whom: "My team lead", asked_on: "2026-11-02" });
  expect(answeredAsk(aloud, answer, day)).toEqual({
    ...{ state: "cannot", asked_on: "2026-11-02", reason },
  });
  expect(answeredAsk(ask({ state: "let-go" }), answer, day)).toEqual({ reason });
  expect(answeredAsk(ask(), said(undefined), day)).toEqual({});
});
