import { JournalTrouble } from "../errors.ts";

/** Any answer of the server, good or not. */
export type Reply = { status: number; body: unknown; retryAfter: number | undefined };
export type Ask = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  query?: Record<string, string | number>;
  body?: object;
  timeoutMs?: number;
  /** Goes out even while the page is being closed. */
  outlivesPage?: boolean;
};

/** Asks the server once; throws a `JournalTrouble` of code `offline` when no answer comes. */
export type Send = (ask: Ask) => Promise<Reply>;

/** What a page gives by itself, and a script has to bring. */
export type Surroundings = {
  fetch: typeof fetch;
  cookies: () => string;
  base: string;
  /** The language of the screens, so that a mail the server sends speaks it too. */
  language?: () => string;
};

const TIMEOUT_MS = 20_000;
const CSRF_COOKIES = [/(?:^|;\s*)__Host-csrftoken=([^;]+)/, /(?:^|;\s*)csrftoken=([^;]+)/];
const CONFIG = "/_allauth/browser/v1/config";

export function openHttp(around: Surroundings = page()): Send {
  const once = (ask: Ask) => askOnce(around, ask);
  return async (ask) => {
    if (ask.method !== undefined && ask.method !== "GET" && csrfIn(around.cookies()) === "") {
      await once({ path: CONFIG });
    }
    const reply = await once(ask);
    if (reply.status !== 403 || codeOf(reply) !== "csrf-failed") return reply;
    await once({ path: CONFIG }); // the cookie had turned: read it anew, and once more
    return once(ask);
  };
}

type Page = { cookie: string; documentElement?: { lang: string } };

function page(): Surroundings {
  const { document } = globalThis as { document?: Page };
  return {
    fetch: (...ask) => fetch(...ask),
    cookies: () => document?.cookie ?? "",
    base: "",
    language: () => document?.documentElement?.lang ?? "",
  };
}

/** Whether this browser has been at the server's door before: it left a cookie that a page can see. */
export function hasBeenHere(around: Surroundings = page()): boolean {
  return csrfIn(around.cookies()) !== "";
}

async function askOnce(around: Surroundings, ask: Ask): Promise<Reply> {
  const { fetch, cookies, base, language } = around;
  const { method = "GET", path, query = {}, body, timeoutMs = TIMEOUT_MS } = ask;
  const keepalive = ask.outlivesPage === true;
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, `${value}`]),
  );
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  try {
    const answer = await fetch(`${base}${path}${search.size > 0 ? `?${search}` : ""}`, {
      method,
      ...json,
      headers: {
        ...headersFor(method, cookies(), body !== undefined),
        ...spokenIn(language?.() ?? ""),
      },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      keepalive,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: answer.status, body: await jsonOf(answer), retryAfter: secondsIn(answer) };
  } catch (cause) {
    throw new JournalTrouble("offline", { cause });
  }
}

function headersFor(method: string, cookies: string, hasBody: boolean): Record<string, string> {
  return {
    Accept: "application/json",
    ...(hasBody ? { "Content-Type": "application/json" } : {}),
    ...(method === "GET" ? {} : { "X-CSRFToken": csrfIn(cookies) }),
  };
}

const spokenIn = (language: string): Record<string, string> =>
  language === "" ? {} : { "Accept-Language": language };

/** Signing in turns the token, so the cookie is read at every request. */
function csrfIn(cookies: string): string {
  const found = CSRF_COOKIES.map((pattern) => pattern.exec(cookies)?.[1]).find(Boolean);
  return found === undefined ? "" : decodeURIComponent(found);
}

/** A body that breaks off is no answer: it throws, as a lost connection does. */
async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!/json/.test(answer.headers.get("Content-Type") ?? "")) return undefined;
  return JSON.parse(text);
}

function secondsIn(answer: Response): number | undefined {
  const said = answer.headers.get("Retry-After");
  if (said === null) return undefined;
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** The stable code of a problem, or "" where the answer is none. */
export function codeOf({ body }: Reply): string {
  const type = (body as { type?: unknown } | undefined)?.type;
  return typeof type === "string" ? type.replace(/^\/problems\//, "") : "";
}
