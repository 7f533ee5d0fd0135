"""The protocol's server, as page by page it is promised: a set of revisions for each account, nothing overwritten."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.feeds.parts import Answer, Ask, Body, Deletion, Emptied, Whole, covers, digest_of

POISON = "poison"


class Stored(NamedTuple):
    """A revision as the server keeps it."""

    seq: int
    rev: str
    item: str
    kind: str
    parents: tuple[str, ...]
    deletion: Deletion
    day: str | None
    sha: str
    body: Body | None
    gen: int


@dataclass
class Feed:
    """One account's revisions, its vault's generation and name, and the copies handed over."""

    epoch: str
    gen: int = 1
    bag: str = "1"
    rows: list[Stored] = field(default_factory=list)
    by_rev: dict[str, int] = field(default_factory=dict)
    items: dict[str, dict[str, int]] = field(default_factory=dict)
    grants: dict[str, str] = field(default_factory=dict)
    owner_came: bool = True

    def copy(self) -> "Feed":
        """As a backup takes it."""
        items = {item: dict(revs) for item, revs in self.items.items()}
        rows, by_rev, grants = list(self.rows), dict(self.by_rev), dict(self.grants)
        return Feed(self.epoch, self.gen, self.bag, rows, by_rev, items, grants)

    def of_item(self, item: str) -> dict[str, Stored]:
        """One item's revisions."""
        return {rev: self.rows[at] for rev, at in self.items.get(item, {}).items()}


class Server:
    """Answers one request after the other; `who` is the account the session stands for."""

    def __init__(self, accounts: list[str]) -> None:
        self.epochs = 0
        self.feeds = {account: Feed(self.new_epoch()) for account in accounts}
        self.kept: dict[str, Feed] | None = None

    def new_epoch(self) -> str:
        """A name never used before."""
        self.epochs += 1
        return f"e{self.epochs}"

    def answer(self, who: str | None, ask: Ask) -> Answer:
        """Authorizes first: no session 401, another account 409, another epoch 410, then the request itself."""
        if who is None:
            return Answer(401, {})
        says = ask.says
        if says["account"] != who:
            return Answer(409, {"code": "account-mismatch"})
        feed = self.feeds[who]
        if ask.to == "vault":
            return Answer(200, {"gen": feed.gen, "bag": feed.bag})
        if not self.epoch_fits(feed, says):
            return Answer(410, {"code": "feed-reset", "epoch": feed.epoch})
        handler = getattr(self, ask.to)
        answer: Answer = handler(feed, says)
        return answer

    def epoch_fits(self, feed: Feed, says: dict[str, Any]) -> bool:
        """An empty epoch with cursor 0 is a first sync; a cursor beyond the head is of another time."""
        first = says["epoch"] == "" and says.get("cursor") == 0
        return first or (says["epoch"] == feed.epoch and says.get("cursor", 0) <= len(feed.rows))

    def changes(self, feed: Feed, says: dict[str, Any]) -> Answer:
        """A page in seq order."""
        start = says["cursor"]
        rows = self.visible(feed, feed.rows[start : start + says["limit"]])
        end = min(start + says["limit"], len(feed.rows))
        page = {"epoch": feed.epoch, "cursor": end, "more": end < len(feed.rows), "revs": rows}
        return Answer(200, page | self.stamp(feed))

    def stamp(self, feed: Feed) -> dict[str, Any]:
        """What every answer says of the feed. The digest is worked out only when somebody asks."""
        return {"epoch": feed.epoch, "digest": lambda: digest_of(row.rev for row in feed.rows)}

    def visible(self, _feed: Feed, rows: list[Stored]) -> list[tuple[int, Whole | Emptied]]:
        """Committed rows, as they travel."""
        return [(row.seq, _served(row)) for row in rows]

    def ids(self, feed: Feed, says: dict[str, Any]) -> Answer:
        """Every rev after the cursor."""
        return Answer(
            200, {"epoch": feed.epoch, "ids": [row.rev for row in feed.rows[says["cursor"] :]], "more": False}
        )

    def push(self, feed: Feed, says: dict[str, Any]) -> Answer:
        """Each revision for itself; the emptied ones last, for they lean on tombstones in the batch."""
        if says["gen"] != feed.gen:
            return Answer(409, {"code": "stale-vault"})
        revs: list[Whole | Emptied] = says["revs"]
        if any(isinstance(one, Whole) and "\0" in one.body.token for one in revs):
            return Answer(400, {"code": "malformed"})
        results: dict[int, dict[str, Any]] = {}
        for at, one in sorted(enumerate(revs), key=lambda pair: isinstance(pair[1], Emptied)):
            results[at] = self.take(feed, one)
        feed.owner_came = True
        return Answer(200, {"results": [results[at] for at in range(len(revs))]} | self.stamp(feed))

    def take(self, feed: Feed, one: Whole | Emptied) -> dict[str, Any]:
        """Stores one revision, finds it known, or refuses it."""
        named = one.body if isinstance(one, Whole) else one
        known = self.known(feed, named.rev)
        if known is not None:
            return _done("duplicate", known) if known.sha == named.sha else _rejected("rev-reused")
        if problem := self.why_not(feed, one):
            return _rejected(problem)
        return _done("applied", self.store(feed, one))

    def known(self, feed: Feed, rev: str) -> Stored | None:
        """The revision of this rev, for ever."""
        at = feed.by_rev.get(rev)
        return None if at is None else feed.rows[at]

    def why_not(self, feed: Feed, one: Whole | Emptied) -> str | None:
        """What is wrong with it, if anything is."""
        if isinstance(one, Emptied):
            return None if one.rev in covers(feed.of_item(one.item)) else "no-tombstone"
        if one.gen > feed.gen:
            return "later-generation"
        return "malformed" if one.body.token.startswith(POISON) else None

    def store(self, feed: Feed, one: Whole | Emptied) -> Stored:
        """Appends it; what lies above a tombstone, whichever came first, is emptied."""
        seq = len(feed.rows) + 1
        if isinstance(one, Whole):
            rev, item, kind, parents, deletion, day, sha, *_ = one.body
            new = Stored(seq, rev, item, kind, parents, deletion, day, sha, one.body, one.gen)
        else:
            rev, item, kind, parents, sha, day = one
            new = Stored(seq, rev, item, kind, parents, "no", day, sha, None, 0)
        feed.by_rev[rev] = len(feed.rows)
        feed.items.setdefault(item, {})[rev] = len(feed.rows)
        feed.rows.append(new)
        self.empty(feed, item)
        return feed.rows[seq - 1]

    def empty(self, feed: Feed, item: str) -> None:
        """Takes the words above every tombstone of an item, and the grants to read them."""
        rows = feed.of_item(item)
        if all(row.deletion == "no" for row in rows.values()):
            return
        for rev, how in covers(rows).items():
            feed.grants.pop(rev, None)
            if rev in rows and rows[rev].deletion != "forget":
                day = None if how == "forget" else rows[rev].day
                feed.rows[rows[rev].seq - 1] = rows[rev]._replace(body=None, day=day)

    def share(self, feed: Feed, says: dict[str, Any]) -> Answer:
        """Hands a copy over: stored as any revision, served with its grant unless it is taken back already."""
        answer = self.push(feed, says)
        for one, result in zip(says["revs"], answer.says.get("results", ()), strict=False):
            if result["status"] != "rejected":
                self.grant(feed, one)
        return answer

    def grant(self, feed: Feed, one: Whole) -> None:
        """From now on the coach may open it, if its words are still there."""
        stored = self.known(feed, one.body.rev)
        if stored is not None and stored.body is not None:
            feed.grants[one.body.rev] = one.body.grant

    def inbox(self, account: str) -> list[Body]:
        """What a coach can open now; after a restore nothing before the owner has been here."""
        feed = self.feeds[account]
        found = [feed.rows[feed.by_rev[rev]].body for rev in feed.grants if rev in feed.by_rev]
        return [body for body in found if body is not None] if feed.owner_came else []

    def rotate(self, feed: Feed, says: dict[str, Any]) -> Answer:
        """New keys, if the feed is as the device knew it; ends every grant."""
        if feed.bag == says["bag"]:
            return Answer(200, {})
        if says["gen"] != feed.gen:
            return Answer(409, {"code": "stale-vault"})
        if says["head"] != len(feed.rows):
            return Answer(409, {"code": "feed-moved", "epoch": feed.epoch, "head": len(feed.rows)})
        feed.gen, feed.bag = says["next"], says["bag"]
        feed.grants.clear()
        return Answer(200, {})

    def backup(self) -> None:
        """Keeps everything as it is."""
        self.kept = {account: feed.copy() for account, feed in self.feeds.items()}

    def restore(self) -> bool:
        """Puts the backup back: every feed begins anew. False where there is none."""
        if self.kept is None:
            return False
        self.feeds = {account: feed.copy() for account, feed in self.kept.items()}
        for feed in self.feeds.values():
            feed.epoch, feed.owner_came = self.new_epoch(), False
        return True


def _served(row: Stored) -> Whole | Emptied:
    if row.body is not None:
        return Whole(row.body, row.gen)
    return Emptied(row.rev, row.item, row.kind, row.parents, row.sha, row.day)


def _done(status: str, row: Stored) -> dict[str, Any]:
    return {"status": status, "seq": row.seq}


def _rejected(code: str) -> dict[str, Any]:
    return {"status": "rejected", "code": code}
