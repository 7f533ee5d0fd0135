import { JournalTrouble } from "../errors.ts";
import {
  answerOf,
  isMembers,
  listIn,
  type Members,
  members,
  orThrow,
  refusalOf,
  textIn,
  troubleOf,
} from "./answers.ts";
import type { Reply, Send } from "./request.ts";

export type Me = {
  id: string;
  email: string;
  language: string;
  zone: string;
  day_start_hour: number;
  roles: string[];
};

/** Nobody who leaves waits long for a server that does not answer. */
const LEAVING_TIMEOUT_MS = 5000;
const AUTH = "/_allauth/browser/v1/auth";
/** allauth's words for what can go wrong, in ours. */
const CODES: [RegExp, string][] = [
  [/^email_taken$/, "email-taken"],
  [/^email_password_mismatch$/, "wrong-password"],
  [/^incorrect_code$/, "mail-code-wrong"],
  [/^too_many_login_attempts$/, "rate-limited"],
  [/^password_|^min_length$|^max_length$/, "weak-password"],
];

export async function signUp(send: Send, email: string, password: string): Promise<void> {
  await enter(send, "signup", { email, password });
}

export async function signIn(send: Send, email: string, password: string): Promise<void> {
  await enter(send, "login", { email, password });
}

/** The code from the mail; 409 where it was tried too often, or asked for too long ago. */
export async function confirmEmail(send: Send, code: string): Promise<void> {
  const reply = await send({ method: "POST", path: `${AUTH}/email/verify`, body: { key: code } });
  if (reply.status === 409) throw new JournalTrouble("mail-code-over");
  checkEntered(reply);
}

export async function resendEmailCode(send: Send): Promise<void> {
  const reply = await send({ method: "POST", path: `${AUTH}/email/verify/resend` });
  if (reply.status === 409 || reply.status === 403) throw new JournalTrouble("mail-code-over");
  if (reply.status >= 300) throw troubleOf(refusalOf(reply));
}

/** The page is going: nobody waits for the answer. */
export function endAtOnce(send: Send): Promise<void> {
  return send({ method: "DELETE", path: `${AUTH}/session`, outlivesPage: true }).then(
    () => undefined,
    () => undefined, // said at the next start
  );
}

export async function signOut(send: Send): Promise<void> {
  const path = `${AUTH}/session`;
  const reply = await send({ method: "DELETE", path, timeoutMs: LEAVING_TIMEOUT_MS });
  if (reply.status !== 401 && reply.status >= 300) throw troubleOf(refusalOf(reply));
}

export async function readMe(send: Send): Promise<Me> {
  return orThrow(
    answerOf(await send({ path: "/api/v1/me/" }), (body) => ({
      id: textIn(body, "id"),
      email: textIn(body, "email"),
      language: textIn(body, "language"),
      zone: textIn(body, "zone"),
      day_start_hour: Number(body["day_start_hour"] ?? 4),
      roles: listIn(body, "roles").filter((role) => typeof role === "string"),
    })),
  );
}

/** Somebody who is signed in already is signed out first: the one who types is the one meant. */
async function enter(send: Send, flow: string, credentials: object): Promise<void> {
  const ask = { method: "POST", path: `${AUTH}/${flow}`, body: credentials } as const;
  const first = await send(ask);
  if (first.status !== 409) return checkEntered(first);
  await signOut(send);
  checkEntered(await send(ask));
}

function checkEntered(reply: Reply): void {
  if (reply.status === 200) return;
  if (reply.status === 401) throw new JournalTrouble(pendingStep(reply.body));
  if (reply.status !== 400) throw troubleOf(refusalOf(reply));
  throw new JournalTrouble(codeOfErrors(reply.body));
}

function codeOfErrors(body: unknown): string {
  const errors = isMembers(body) && Array.isArray(body["errors"]) ? body["errors"] : [];
  const codes = errors.filter(isMembers).map(codeOfError);
  return codes.find((code) => code !== undefined) ?? "server-trouble";
}

function codeOfError({ code, param }: Members): string | undefined {
  const known = CODES.find(([pattern]) => pattern.test(String(code)));
  return known?.[1] ?? { email: "bad-email", password: "weak-password" }[String(param)];
}

/** allauth answers 401 while a step is missing: the e-mail to confirm, a second factor. */
function pendingStep(body: unknown): string {
  const data = isMembers(body) && isMembers(body["data"]) ? body["data"] : {};
  const flows = Array.isArray(data["flows"]) ? data["flows"].filter(isMembers) : [];
  const pending = flows.find((flow) => flow["is_pending"] === true);
  return pending && members(pending)["id"] === "mfa_authenticate"
    ? "second-factor"
    : "confirm-email";
}
