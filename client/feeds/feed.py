"""The feed's addresses: what is asked, what is answered, and the answers that change the way on."""

from dataclasses import dataclass

from client.ck1.bodies import ID
from client.feeds.rows import Row
from client.session import Answer, Members, Session
from client.trouble import Alarmed, Refused, Stopped

FIRST_PAGE = 500
PAGE = 200
EMPTIED = ("of", "day", "written")


class FeedReset(Exception):
    """The server was restored: its feed has another epoch."""

    def __init__(self, epoch: str) -> None:
        super().__init__(epoch)
        self.epoch = epoch


class StaleVault(Exception):
    """The vault's generation is not the one this push was made for; 0 when there is no vault."""

    def __init__(self, generation: int) -> None:
        super().__init__(generation)
        self.generation = generation


class BatchRefused(Exception):
    """The request as a whole was refused: too large, or not understood."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Served:
    """A revision as the server gives it: with its tokens, or (after a tombstone) with its header alone."""

    seq: int
    rev: str
    body: str | None
    slot: str | None
    header: Members


@dataclass(frozen=True)
class Page:
    epoch: str
    cursor: int
    more: bool
    digest: str | None
    revs: list[Served]


@dataclass(frozen=True)
class Result:
    """What became of one pushed revision."""

    status: str
    code: str


class Feed:
    """One account's feed through one session. Every answer is checked to be of this account and epoch."""

    def __init__(self, session: Session, account: str) -> None:
        self._session = session
        self._account = account

    def changes(self, epoch: str, cursor: int, limit: int | None = None) -> Page:
        """A page of revisions after the cursor; an empty epoch starts at the beginning."""
        size = limit or (PAGE if epoch else FIRST_PAGE)
        answer = self._ask("GET", "feed/changes/", epoch=epoch, cursor=cursor, limit=size)
        members = self._checked(answer, epoch)
        revs = [_served(row) for row in _rows(members, "revs")]
        digest = members.get("digest")
        return Page(
            _text(members, "epoch"),
            _whole(members, "cursor"),
            members.get("more") is True,
            digest if isinstance(digest, str) else None,
            revs,
        )

    def ids(self, epoch: str) -> list[str]:
        """Every rev of the feed; the first has seq 1."""
        revs: list[str] = []
        while True:
            members = self._checked(self._ask("GET", "feed/ids/", epoch=epoch, cursor=len(revs)), epoch)
            page = members.get("ids")
            if not isinstance(page, list) or not all(isinstance(rev, str) and ID.match(rev) for rev in page):
                raise not_understood("ids")
            revs += page
            if members.get("more") is not True or not page:
                return revs

    def push(self, epoch: str, generation: int, rows: list[Row]) -> list[Result]:
        """Offer revisions; what became of each, in their order."""
        body = {
            "account": self._account,
            "epoch": epoch,
            "gen": generation,
            "revs": [offered(row) for row in rows],
        }
        answer = self._session.api("POST", "feed/push/", body)
        if answer.status in (400, 413):
            raise BatchRefused(answer.code)
        results = [_result(row) for row in _rows(self._checked(answer, epoch), "results")]
        if len(results) != len(rows):
            raise not_understood("results")
        return results

    def give(self, epoch: str, generation: int, row: Row, share: Members) -> Result:
        """Give a copy to its reader; what became of it."""
        body = {"account": self._account, "epoch": epoch, "gen": generation, **offered(row), **share}
        answer = self._session.api("POST", "copies/", body)
        changed = answer.status == 409 and answer.code not in ("account-mismatch", "stale-vault")
        if answer.status in (400, 413) or changed:
            raise BatchRefused(answer.code)
        return _result(self._checked(answer, epoch))

    def _ask(self, method: str, path: str, **query: str | int) -> Answer:
        return self._session.api(method, path, account=self._account, **query)

    def _checked(self, answer: Answer, epoch: str) -> Members:
        if not answer.ok:
            self._raise_for(answer)
        if answer.members.get("account") != self._account:
            raise mixed_up()
        found = answer.members.get("epoch")
        if epoch and found != epoch:
            raise Alarmed(
                "wrong-epoch", "The server answered for another epoch than it was asked for. Nothing kept."
            )
        return answer.members

    def _raise_for(self, answer: Answer) -> None:
        epoch, generation = answer.members.get("epoch"), answer.members.get("gen")
        if answer.code == "account-mismatch":
            raise mixed_up()
        if answer.code == "feed-reset" and isinstance(epoch, str):
            raise FeedReset(epoch)
        if answer.code == "stale-vault":
            raise StaleVault(generation if isinstance(generation, int) else 0)
        if answer.status == 426:
            raise Stopped("update-needed", "The server asks for a newer client. Everything here is kept.")
        raise Refused(answer.code or "refused", f"The server refused: {answer.detail}")


def offered(row: Row) -> Members:
    """A revision as it is pushed: body and slot, or the header of an emptied one."""
    if row.body is not None:
        return {"body": row.body, "slot": row.slot}
    members: Members = {"rev": row.rev, "item": row.item, "kind": row.kind, "parents": list(row.parents)}
    members["sha"] = row.sha
    return members | {name: getattr(row, name) for name in EMPTIED if getattr(row, name) is not None}


def not_understood(name: str) -> Stopped:
    """The answer is none this client knows."""
    return Stopped(
        "not-understood", f"The server's answer is not understood (“{name}”). Is this the right address?"
    )


def mixed_up() -> Stopped:
    """Two accounts would mix."""
    return Stopped(
        "account-mismatch", "The session is another account's than this folder. Nothing was sent or taken."
    )


def _served(row: Members) -> Served:
    body, slot = row.get("body"), row.get("slot")
    rev = _text(row, "rev")
    if not ID.match(rev):
        raise not_understood("rev")
    return Served(
        _whole(row, "seq"),
        rev,
        body if isinstance(body, str) else None,
        slot if isinstance(slot, str) else None,
        {name: value for name, value in row.items() if name not in ("seq", "body", "slot")},
    )


def _result(row: Members) -> Result:
    status, problem = _text(row, "status"), row.get("problem")
    if status not in ("applied", "duplicate", "rejected"):
        raise not_understood("status")
    code = str(problem.get("type", "")) if isinstance(problem, dict) else ""
    return Result(status, code.removeprefix("/problems/") or "refused")


def _rows(members: Members, name: str) -> list[Members]:
    value = members.get(name)
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise not_understood(name)
    return value


def _text(members: Members, name: str) -> str:
    value = members.get(name)
    if not isinstance(value, str):
        raise not_understood(name)
    return value


def _whole(members: Members, name: str) -> int:
    value = members.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise not_understood(name)
    return value
