// What a model server says between two people: pairings, copies, an inbox. It believes everybody.
import type { ModelServer } from "../feeds/modelServer.ts";
import { problem, reply } from "../feeds/modelServer.ts";
import type { Ask, Reply, Send } from "../http/request.ts";

type Json = Record<string, unknown>;
type Pairing = {
  invite: string;
  coach: string;
  agent: string | null;
  state: string;
  lead: boolean | null;
  accept: string | null;
};
type Copy = { item: string; owner: string; reader: string; body: string; grant: string };

/** Beside a model server; what it keeps may be looked at, and lied about. */
export class ModelBetween {
  readonly pairings = new Map<string, Pairing>();
  readonly copies = new Map<string, Copy>();
  /** Every copy that was ever taken, with its consent. */
  readonly consents = new Map<string, string>();
  /** Keycards shown in place of somebody's own. */
  readonly cards = new Map<string, readonly string[]>();
  readonly #server: ModelServer;

  constructor(server: ModelServer) {
    this.#server = server;
  }

  /** The way from one browser to the server, and past it to this. */
  send(inner: Send = this.#server.browser()): Send {
    return async (ask) => {
      const path = ask.path.replace("/api/v1/", "");
      if (!/^(pairings|copies|inbox|ledger|keycards|feed\/push)\//.test(path)) return inner(ask);
      const me = (await inner({ path: "/api/v1/me/" })).body as { id?: string } | undefined;
      return me?.id === undefined ? inner(ask) : this.#answer(ask, path, me.id, inner);
    };
  }

  async #answer(ask: Ask, path: string, me: string, inner: Send): Promise<Reply> {
    const [room = "", name = "", act = ""] = path.split("/");
    if (room === "keycards") return reply(200, { keycards: this.#cardsOf(name) });
    if (room === "pairings") return this.#pairing(ask, name, me);
    if (room === "inbox") return reply(200, { results: this.#inboxOf(me) });
    if (room === "ledger") return this.#ledger(ask, me);
    if (room === "feed") return this.#pushed(await inner(ask), ask);
    return name === "" ? this.#give(ask.body as Json, me, inner) : this.#read(ask, name, act, me);
  }

  #read(ask: Ask, name: string, act: string, me: string): Reply {
    const copy = this.copies.get(name);
    if (copy === undefined || copy.reader !== me) return problem(404, "not-found");
    return act === "open" ? reply(200, copy) : this.#replied(copy, ask.body as Json);
  }

  #cardsOf(person: string): readonly string[] {
    const member = this.#server.members.find(({ id }) => id === person);
    return this.cards.get(person) ?? member?.keycards ?? [];
  }

  #pairing({ method, body }: Ask, name: string, me: string): Reply {
    if (name === "" && method === "POST") return this.#opened(String((body as Json)["invite"]), me);
    const all = [...this.pairings.values()];
    const mine = all.filter(({ coach, agent }) => [coach, agent].includes(me));
    if (name === "") return reply(200, { results: mine });
    const found = this.pairings.get(name);
    if (found === undefined) return problem(404, "not-found");
    if (method === "DELETE") this.pairings.delete(name);
    if (method === "PUT") {
      Object.assign(found, { agent: me, state: "accepted", accept: (body as Json)["accept"] });
    }
    return reply(method === "DELETE" ? 204 : 200, found);
  }

  #opened(invite: string, coach: string): Reply {
    const rest = { agent: null, state: "open", lead: null, accept: null };
    this.pairings.set(invite, { invite, coach, ...rest });
    return reply(201, { leads: [] });
  }

  #inboxOf(me: string): Json[] {
    const mine = [...this.copies.values()].filter(({ reader }) => reader === me);
    const about = { shared_on: "2026-11-21", until: 1, opened: false, answered: false };
    return mine.map(({ item, owner, grant }) => ({ item, owner, grant, ...about }));
  }

  #ledger({ query }: Ask, account: string): Reply {
    const epoch = query?.["epoch"] ?? "";
    const stamp = { account, epoch, server_now: new Date(this.#server.now).toISOString() };
    return reply(200, { ...stamp, n: 0, hash: "", more: false, served: true, events: [] });
  }

  async #give(given: Json, owner: string, inner: Send): Promise<Reply> {
    const { body, slot, grant, consent, ...where } = given;
    const pushed = { ...where, revs: [{ body, slot }] };
    const said = await inner({ method: "POST", path: "/api/v1/feed/push/", body: pushed });
    if (said.status !== 200) return said;
    const { item } = headerOf(String(body));
    const row = { item: String(item), owner, body: String(body), grant: String(grant) };
    const isOver = this.#feedOf(owner).some(({ del, item: of }) => of === item && del !== "no");
    this.consents.set(row.item, String(consent));
    if (!isOver)
      this.copies.set(row.item, { ...row, reader: String(headerOf(row.grant)["reader"]) });
    const [{ seq }] = (said.body as { results: [Json] }).results;
    return reply(201, { ...(said.body as Json), seq });
  }

  /** A copy's tombstone ends it. */
  #pushed(said: Reply, { body }: Ask): Reply {
    for (const { body: token } of (body as { revs: { body?: string }[] }).revs) {
      const { item, del } = token === undefined ? {} : headerOf(token);
      if (said.status === 200 && del !== "no") this.copies.delete(String(item));
    }
    return said;
  }

  #replied({ owner }: Copy, { body }: Json): Reply {
    const header = headerOf(String(body));
    this.#feedOf(owner).push({ ...header, body, slot: null } as never);
    return reply(201, {});
  }

  #feedOf(owner: string) {
    return this.#server.feeds.get(owner)?.revs ?? [];
  }
}

function headerOf(token: string): Json {
  return JSON.parse(atob((token.split(".")[0] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
}
