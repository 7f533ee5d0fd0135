import { expect, test } from "vitest";
import { groupsOf, plainCode } from "./shownCode.ts";

test("a code is read as people write it", () => {
  expect(plainCode("o1li abcd-ef")).toBe("0111ABCDEF");
});

test("a code is shown in groups of four", () => {
  expect(groupsOf("04HMASR3K0QJ7CSG")).toEqual(["04HM", "ASR3", "K0QJ", "7CSG"]);
});
