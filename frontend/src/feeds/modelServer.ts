// A model of the protocol for tests: one server, several devices, and a place to break things.
import { hashOf } from "../crypto/ck1/bytes.ts";
import { newId } from "../crypto/ids.ts";
import { JournalTrouble } from "../errors.ts";
import type { Ask, Reply, Send } from "../http/request.ts";
import { digestOf } from "./digest.ts";

type Stored = {
  rev: string;
  item: string;
  kind: string;
  parents: string[];
  del: string;
  day?: string;
  written?: string;
  of?: string;
  sha: string;
  body: string | null;
  slot: string | null;
};
type Vault = {
  gen: number;
  keybag: string;
  wraps: { kid: string; token: string }[];
  keycard: string;
};
type Member = {
  id: string;
  email: string;
  password: string;
  vault: Vault | null;
  keycards: string[];
  eraseOn?: string;
};
type Session = { member: Member | null; shownAt: number };
type Feed = { epoch: string; revs: Stored[] };
type Json = Record<string, unknown>;

/** Comes between a device and the server; calling `go` lets the request through. */
export type Fault = (ask: Ask, go: () => Promise<Reply>) => Promise<Reply>;

export class ModelServer {
  readonly members: Member[] = [];
  readonly feeds = new Map<string, Feed>();
  readonly links = new Map<string, string>();
  now = Date.parse("2026-11-21T22:10:00Z");
  /** Applied to each request in turn; one fault a request. */
  faults: Fault[] = [];
  /** A lie told in every page of changes. */
  lie: (revs: Json[]) => Json[] = (revs) => revs;
  /** Codes with which revisions are refused, by rev. */
  readonly refuse = new Map<string, string>();
  asked: string[] = [];

  /** A browser of its own, with a session of its own. */
  browser(): Send {
    const session: Session = { member: null, shownAt: 0 };
    return async (ask) => {
      this.asked.push(`${ask.method ?? "GET"} ${ask.path}`);
      const go = () => this.#answer(ask, session);
      const fault = this.faults.shift();
      return fault ? fault(ask, go) : go();
    };
  }

  feedOf(email: string): Feed {
    const member = this.members.find((one) => one.email === email);
    const feed = member && this.feeds.get(member.id);
    if (!feed) throw new Error(`nobody is called ${email}`);
    return feed;
  }

  /** Back to what there was `keep` revisions ago, under a new epoch. */
  restore(email: string, keep: number): void {
    const feed = this.feedOf(email);
    feed.revs = feed.revs.slice(0, keep);
    feed.epoch = newId();
  }

  async #answer(ask: Ask, session: Session): Promise<Reply> {
    const [, room = "", ...rest] = /(_allauth|api\/v1)\/(.*)/.exec(ask.path) ?? [];
    const path = rest.join("");
    const body = (ask.body ?? {}) as Json;
    if (path.endsWith("reauthenticate")) return recognised(session, body, this.now);
    if (room === "_allauth") return this.#door(path, ask, session, body);
    if (session.member === null) return problem(401, "sign-in-needed");
    if (/^(vault|link)\//.test(path)) return this.#vault(session, path, ask.method, body);
    const own = ownReply(session.member, path, ask.method);
    if (own !== null) return own;
    const query = { ...ask.query, ...body } as Json;
    return this.#feed(session.member, path, query);
  }

  #door(path: string, ask: Ask, session: Session, body: Json): Reply {
    const { email, password } = body as { email: string; password: string };
    const known = this.members.find((one) => one.email === email);
    if (path.endsWith("signup")) {
      if (known) return errors("email_taken", "email");
      session.member = { id: newId(), email, password, vault: null, keycards: [] };
      this.members.push(session.member);
      this.feeds.set(session.member.id, { epoch: newId(), revs: [] });
    }
    if (path.endsWith("login")) {
      if (known?.password !== password) return errors("email_password_mismatch", "password");
      session.member = known;
    }
    session.shownAt = this.now;
    if (ask.method === "DELETE") session.member = null;
    return reply(session.member ? 200 : 401, {});
  }

  #vault(session: Session, path: string, method: string | undefined, body: Json): Reply {
    const member = session.member as Member;
    const isRecent = this.now - session.shownAt <= RECENT_MS;
    if (path === "vault/rotate/") {
      return isRecent ? this.#rotate(member, body) : problem(401, "reauthenticate");
    }
    if (path.startsWith("link/")) return this.#link(`${member.id} ${path}`, method, body);
    return vaultReply(member, path, method, body);
  }

  #link(name: string, method: string | undefined, body: Json): Reply {
    const token = this.links.get(name);
    if (method === "PUT") this.links.set(name, String(body["token"]));
    else this.links.delete(name);
    if (method === "PUT") return reply(201, {});
    return token === undefined ? problem(404, "not-found") : reply(200, { token });
  }

  #rotate(member: Member, body: Json): Reply {
    const feed = this.feeds.get(member.id) as Feed;
    const next = { ...(body["vault"] as Vault), keycard: String(body["keycard"]) };
    if (member.vault?.keybag === next.keybag) return reply(200, {});
    if (body["epoch"] !== feed.epoch) return problem(410, "feed-reset", { epoch: feed.epoch });
    if (body["gen"] !== (member.vault?.gen ?? 0)) return problem(409, "stale-vault");
    const head = feed.revs.length;
    if (body["head"] !== head) return problem(409, "feed-moved", { head });
    member.vault = next;
    member.keycards.push(...((body["between"] ?? []) as string[]), next.keycard);
    return reply(200, {});
  }

  async #feed({ id, vault }: Member, path: string, query: Json): Promise<Reply> {
    const feed = this.feeds.get(id) as Feed;
    if (query["account"] !== id) return problem(409, "account-mismatch");
    const isFirst = query["epoch"] === "" && query["cursor"] === 0;
    if (query["epoch"] !== feed.epoch && !isFirst) {
      return problem(410, "feed-reset", { epoch: feed.epoch });
    }
    const server_now = new Date(this.now).toISOString();
    const stamp = { account: id, epoch: feed.epoch, server_now };
    if (path === "feed/changes/") return reply(200, { ...stamp, ...this.#page(feed, query) });
    if (path === "feed/ids/") {
      const ids = feed.revs.slice(Number(query["cursor"])).map((row) => row.rev);
      return reply(200, { ...stamp, cursor: feed.revs.length, more: false, ids });
    }
    const gen = vault?.gen ?? null;
    if (query["gen"] !== gen) return problem(409, "stale-vault", { gen });
    const results = await this.#takeAll(feed, query["revs"] as Json[]);
    return reply(200, { ...stamp, head: feed.revs.length, results });
  }

  async #takeAll(feed: Feed, revs: Json[]): Promise<Json[]> {
    const results = [];
    for (const rev of revs) results.push(await this.#take(feed, rev));
    for (const rev of feed.revs) empty(feed, rev);
    return results;
  }

  #page(feed: Feed, query: Json): Json {
    const cursor = Number(query["cursor"]);
    const revs = feed.revs.slice(cursor, cursor + Number(query["limit"]));
    const end = cursor + revs.length;
    const served = this.lie(revs.map((row, at) => ({ seq: cursor + at + 1, ...shown(row) })));
    if (end < feed.revs.length) return { cursor: end, more: true, revs: served };
    const digest = digestOf(feed.revs.map((row) => row.rev));
    return { cursor: end, more: false, digest, revs: served };
  }

  async #take(feed: Feed, offered: Json): Promise<Json> {
    const row = await storedOf(offered);
    const at = feed.revs.findIndex((one) => one.rev === row.rev);
    const code = this.refuse.get(row.rev) ?? this.#reason(feed, row, at);
    if (code) return { status: "rejected", problem: { type: `/problems/${code}` } };
    if (at >= 0) return { status: "duplicate", rev: row.rev, seq: at + 1 };
    feed.revs.push(row);
    return { status: "applied", rev: row.rev, seq: feed.revs.length };
  }

  #reason(feed: Feed, row: Stored, at: number): string | undefined {
    if (at >= 0 && feed.revs[at]?.sha !== row.sha) return "rev-reused";
    const tomorrow = new Date(this.now + 86_400_000).toISOString().slice(0, 10);
    return (row.written ?? "") > tomorrow ? "bad-dates" : undefined;
  }
}

const SETTINGS = { language: "en", zone: "UTC", day_start_hour: 4, roles: ["agent"] };

/** A fault that loses the request, and one that loses only the answer. */
export const requestLost: Fault = async () => {
  throw new JournalTrouble("offline");
};
export const answerLost: Fault = async (_, go) => {
  await go();
  throw new JournalTrouble("offline");
};
export const through: Fault = (_, go) => go();

export function reply(status: number, body: object, retryAfter?: number): Reply {
  return { status, body, retryAfter };
}

export function problem(status: number, code: string, more: Json = {}, retryAfter?: number): Reply {
  return reply(status, { type: `/problems/${code}`, status, ...more }, retryAfter);
}

/** Who the person is has to have been shown as lately as this for what concerns all keys. */
const RECENT_MS = 300_000;

function recognised(session: Session, { password }: Json, now: number): Reply {
  if (session.member === null) return problem(401, "sign-in-needed");
  if (session.member.password !== password) return errors("incorrect_password", "password");
  session.shownAt = now;
  return reply(200, {});
}

function errors(code: string, param: string): Reply {
  return reply(400, { errors: [{ code, param }] });
}

function vaultReply(member: Member, path: string, method: string | undefined, body: Json): Reply {
  const { vault } = member;
  const [, kid] = /^vault\/wraps\/(.+)\/$/.exec(path) ?? [];
  if (kid !== undefined && vault !== null) return wrapReply(vault, kid, method, body);
  if (method !== "POST") return vault ? reply(200, vault) : problem(404, "no-vault");
  return vaultMade(member, body);
}

function vaultMade(member: Member, body: Json): Reply {
  const { vault } = member;
  if (vault !== null && vault.keybag !== body["keybag"]) return problem(409, "vault-exists");
  if (vault === null) member.keycards = [String(body["keycard"])];
  member.vault ??= body as unknown as Vault;
  return reply(vault ? 200 : 201, {});
}

function wrapReply(vault: Vault, kid: string, method: string | undefined, body: Json): Reply {
  const name = decodeURIComponent(kid);
  vault.wraps = vault.wraps.filter((wrap) => wrap.kid !== name);
  if (method !== "PUT") return reply(204, {});
  vault.wraps.push({ kid: name, token: String(body["token"]) });
  return reply(201, {});
}

async function storedOf(offered: Json): Promise<Stored> {
  if (offered["body"] === undefined) {
    return { del: "no", ...(offered as Omit<Stored, "del">), body: null, slot: null };
  }
  const body = String(offered["body"]);
  const header = JSON.parse(
    atob((body.split(".")[0] ?? "").replaceAll("-", "+").replaceAll("_", "/")),
  );
  return { ...header, body, slot: String(offered["slot"]), sha: await hashOf(body) };
}

function shown(row: Stored): Json {
  const { rev, item, kind, parents, sha, of, day, written, body, slot } = row;
  return body === null ? { rev, item, kind, parents, sha, of, day, written } : { rev, body, slot };
}

function empty(feed: Feed, tombstone: Stored): void {
  const waiting = tombstone.del === "no" ? [] : [...tombstone.parents];
  for (let rev = waiting.pop(); rev !== undefined; rev = waiting.pop()) {
    const at = feed.revs.findIndex((one) => one.rev === rev);
    const row = feed.revs[at];
    if (!row) continue;
    if (row.del !== "forget") feed.revs[at] = bared(row, tombstone.del);
    waiting.push(...row.parents);
  }
}

function bared(row: Stored, del: string): Stored {
  const { day: _day, written: _written, of: _of, ...rest } = { ...row, body: null, slot: null };
  return del === "forget" ? rest : { ...row, body: null, slot: null };
}

/** What is read of oneself. */
function ownReply(member: Member, path: string, method = "GET"): Reply | null {
  if (path === "me/") return reply(200, { ...member, ...SETTINGS });
  if (path.startsWith("keycards/")) return reply(200, { keycards: member.keycards });
  if (path !== "leaving/") return null;
  if (method === "POST") member.eraseOn = "2026-11-28";
  if (method === "DELETE") delete member.eraseOn;
  return reply(200, { erase_on: member.eraseOn ?? null });
}
