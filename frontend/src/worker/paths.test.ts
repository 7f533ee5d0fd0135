import { expect, test } from "vitest";
import { isAppPath } from "./paths.ts";

test("the app answers its own addresses, known or not", () => {
  expect(["/", "/journal", "/me", "/no/such/page", "/apiary"].filter(isAppPath)).toHaveLength(5);
});

test("the app never answers for the server", () => {
  const theirs = ["/api/docs/", "/_allauth/x", "/accounts/", "/admin", "/static/a", "/assets/a"];
  expect([...theirs, "/llms.txt", "/help.html", "/readyz"].filter(isAppPath)).toEqual([]);
});
