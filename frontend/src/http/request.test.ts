import { expect, test } from "vitest";
import { openHttp, type Surroundings } from "./request.ts";
import { signIn, signUp } from "./session.ts";

type Asked = { path: string; method: string; token: string | undefined };

/** A server of a few lines: answers are taken in turn, what was asked is kept. */
function serverOf(answers: Response[], cookies: () => string = () => "csrftoken=one") {
  const asked: Asked[] = [];
  const fetch = async (address: string, { method, headers }: RequestInit) => {
    const token = (headers as Record<string, string>)["X-CSRFToken"];
    asked.push({ path: address, method: method ?? "", token });
    return answers.shift() ?? Promise.reject(new TypeError("gone"));
  };
  const around: Surroundings = { fetch: fetch as typeof globalThis.fetch, cookies, base: "" };
  return { send: openHttp(around), asked };
}

const problem = (code: string, status: number, headers = {}) =>
  Response.json({ type: `/problems/${code}`, status }, { status, headers });

test("the token is read at each request, and the secure cookie wins", async () => {
  let cookies = "a=b; csrftoken=one";
  const { send, asked } = serverOf([Response.json({}), Response.json({})], () => cookies);
  await send({ method: "POST", path: "/x", body: {} });
  cookies = "csrftoken=old; __Host-csrftoken=two%3D";
  await send({ method: "POST", path: "/x", body: {} });
  expect(asked.map((one) => one.token)).toEqual(["one", "two="]);
});

test("a turned token is read anew, and asked once more only", async () => {
  const answers = [problem("csrf-failed", 403), Response.json({}), problem("csrf-failed", 403)];
  const { send, asked } = serverOf(answers);
  expect(await send({ method: "POST", path: "/x", body: {} })).toMatchObject({ status: 403 });
  expect(asked.map((one) => one.method)).toEqual(["POST", "GET", "POST"]);
});

test("no answer, and an answer that breaks off, are the same trouble", async () => {
  const broken = new Response('{"a":', { headers: { "Content-Type": "application/json" } });
  const { send } = serverOf([broken]);
  await expect(send({ path: "/x" })).rejects.toMatchObject({ code: "offline" });
  await expect(send({ path: "/x" })).rejects.toMatchObject({ code: "offline" });
});

test("a wait is told in seconds", async () => {
  const { send } = serverOf([problem("busy", 503, { "Retry-After": "7" })]);
  expect(await send({ path: "/x" })).toMatchObject({ status: 503, retryAfter: 7 });
});

test.each([
  ["email_taken", "email", "email-taken"],
  ["password_too_common", "password", "weak-password"],
  ["invalid", "email", "bad-email"],
  ["email_password_mismatch", "password", "wrong-password"],
])("sign-up says %s on %s in our own word", async (code, param, ours) => {
  const { send } = serverOf([Response.json({ errors: [{ code, param }] }, { status: 400 })]);
  await expect(signUp(send, "a@b.example", "x")).rejects.toMatchObject({ code: ours });
});

test("who is signed in already is signed out first", async () => {
  const answers = [
    Response.json({}, { status: 409 }),
    Response.json({}, { status: 401 }),
    Response.json({}),
  ];
  const { send, asked } = serverOf(answers);
  await signIn(send, "a@b.example", "x");
  expect(asked.map((one) => one.method)).toEqual(["POST", "DELETE", "POST"]);
});
