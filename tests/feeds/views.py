"""The model's devices against the real server: every request through the real views, every token of the real form."""

import base64
import json
from typing import Any

from django.contrib.auth import get_user_model
from django.core.cache import cache
from rest_framework.test import APIClient

from journal.feeds.models import Revision
from journal.keys.models import Keycard, Vault
from tests.api.keys.rotating import Keys, new_keys
from tests.conftest import PASSWORD
from tests.feeds.parts import Answer, Ask, Body, Emptied, Whole
from tests.feeds.rewind import Kept, kept_now, put_back
from tests.feeds.server import POISON, Feed, Stored
from tests.feeds.world import World
from tests.forge import body_header, hash_of, jwe, slot_for

API = "/api/v1"
LOGIN = "/_allauth/browser/v1/auth/login"


class RealServer:
    """Answers as `Server` does, by asking the views; the accounts are real people, signed in for real."""

    def __init__(self, accounts: list[str]) -> None:
        cache.clear()
        make = get_user_model().objects.create_user
        self.people = {one: make(f"{one.lower()}@example.org", PASSWORD) for one in accounts}
        self.nobody = APIClient(headers={"host": "localhost"})
        self.http = {account: _signed_in(person) for account, person in self.people.items()}
        self.bodies: dict[str, Body] = {}
        self.slots: dict[tuple[str, int], str] = {}
        self.vaults: dict[str, tuple[Keys, list[str]]] = {}
        self.names: dict[str, str] = {}
        self.kept: Kept | None = None
        for account in accounts:
            self._first_vault(account)

    def close(self) -> None:
        """Takes the people, and everything of theirs, away."""
        for person in self.people.values():
            person.delete()

    def _first_vault(self, account: str) -> None:
        keys = new_keys(str(self.people[account].pk), 1, prev=None)
        made = self.http[account].post(
            f"{API}/vault/", {**keys.vault, "keycard": keys.keycard}, format="json"
        )
        assert made.status_code == 201, made.content
        self._remember(f"{account} 1", keys, [keys.keycard])

    def _remember(self, bag: str, keys: Keys, cards: list[str]) -> None:
        self.vaults[bag], self.names[keys.vault["keybag"]] = (keys, cards), bag

    # --- requests --------------------------------------------------------------------------
    def answer(self, who: str | None, ask: Ask) -> Answer:
        """One request through the views."""
        http = self.nobody if who is None else self.http[who]
        says = {**ask.says, "account": str(self.people[ask.says["account"]].pk)}
        answer: Answer = getattr(self, f"_{ask.to}")(http, says)
        return answer

    def _push(self, http: Any, says: dict[str, Any]) -> Answer:
        says = {**says, "revs": [self.sent(one) for one in says["revs"]]}
        return _said(http.post(f"{API}/feed/push/", says, format="json"), self._pushed)

    _share = _push  # a copy that is pushed is stored, and served to nobody: sharing has tests of its own

    def _pushed(self, said: dict[str, Any]) -> dict[str, Any]:
        results = [
            {
                "status": one["status"],
                "seq": one.get("seq"),
                "code": one.get("problem", {}).get("type", "").removeprefix("/problems/"),
            }
            for one in said["results"]
        ]
        return {"epoch": said["epoch"], "results": results}

    def _changes(self, http: Any, says: dict[str, Any]) -> Answer:
        return _said(http.get(f"{API}/feed/changes/", says), self._page)

    def _page(self, said: dict[str, Any]) -> dict[str, Any]:
        revs = [(one["seq"], self.read(one)) for one in said["revs"]]
        return {**said, "revs": revs, "digest": lambda: int(said["digest"], 16)}

    def _ids(self, http: Any, says: dict[str, Any]) -> Answer:
        return _said(http.get(f"{API}/feed/ids/", says), dict)

    def _vault(self, http: Any, _says: dict[str, Any]) -> Answer:
        return _said(
            http.get(f"{API}/vault/"), lambda said: {"gen": said["gen"], "bag": self.names[said["keybag"]]}
        )

    def _rotate(self, http: Any, says: dict[str, Any]) -> Answer:
        person, bag = says["account"], says["bag"]
        if bag not in self.vaults:
            cards = self._cards_now(person)
            keys = new_keys(person, says["next"], prev=cards[-1])
            self._remember(bag, keys, [*cards, keys.keycard])
        keys, cards = self.vaults[bag]
        gen = self._other_story(person, cards, says["gen"])
        body = {"gen": gen, "epoch": says["epoch"], "head": says["head"]}
        between = {"between": cards[gen:-1]} if cards[gen:-1] else {}
        body |= {"vault": keys.vault, "keycard": keys.keycard, **between}
        return _said(http.post(f"{API}/vault/rotate/", body, format="json"), dict)

    def _cards_now(self, person: str) -> list[str]:
        kept = Vault.objects.get(person=person)
        return self.vaults[self.names[kept.keybag]][1]

    def _other_story(self, person: str, cards: list[str], gen: int) -> int:
        """Where a backup was put back and the keys were renewed twice, the operator drops the earlier story."""
        now = self._cards_now(person)
        if cards[: len(now)] == now or gen != len(now):
            return gen
        for model in (Vault, Keycard):
            model.objects.filter(person=person).delete()
        return 0

    # --- tokens ----------------------------------------------------------------------------
    def sent(self, one: Whole | Emptied) -> dict[str, Any]:
        """A revision in the form in which it travels."""
        if isinstance(one, Whole):
            return {"body": one.body.token, "slot": self.slot(one.body, one.gen)}
        dates = {"day": one.day, "written": one.day} if one.day else {}
        facts = {name: value for name, value in one._asdict().items() if value is not None}
        return {**facts, "parents": list(one.parents), **dates}

    def slot(self, body: Body, gen: int) -> str:
        """The slot of this body under this generation, the same each time."""
        if (body.rev, gen) not in self.slots:
            self.slots[body.rev, gen] = slot_for(body.token, body.item, body.rev, kid=f"gen:{gen}")
        return self.slots[body.rev, gen]

    def read(self, one: dict[str, Any]) -> Whole | Emptied:
        """What the server hands out; a token nobody here has sealed is told by its hash."""
        if "body" not in one:
            return Emptied(
                one["rev"], one["item"], one["kind"], tuple(one["parents"]), one["sha"], one.get("day")
            )
        return Whole(self.bodies[one["body"]], _generation(one["slot"]))

    # --- what the bookkeeper looks at ------------------------------------------------------
    @property
    def feeds(self) -> dict[str, Feed]:
        """The tables as they are."""
        return {account: self._feed(person) for account, person in self.people.items()}

    def _feed(self, person: Any) -> Feed:
        person.refresh_from_db()
        vault = Vault.objects.get(person=person)
        feed = Feed(person.feed.epoch, vault.gen, self.names[vault.keybag])
        rows = Revision.objects.filter(feed__owner=person).order_by("seq")
        for at, row in enumerate(rows):
            parents = tuple(rev for rev in row.parents.split(",") if rev)
            facts = (row.rev, row.item, row.kind, parents, row.deletion, row.day and row.day.isoformat())
            body = None if row.body is None else self.bodies[row.body]
            feed.rows.append(Stored(row.seq, *facts, row.sha, body, 0))
            feed.by_rev[row.rev] = at
            feed.items.setdefault(row.item, {})[row.rev] = at
        return feed

    def inbox(self, _account: str) -> list[Body]:
        """Nothing is handed over here."""
        return []

    def backup(self) -> None:
        """The rows of everybody here."""
        self.kept = kept_now(list(self.people.values()))

    def restore(self) -> bool:
        """Puts them back, as an operator would."""
        if self.kept is not None:
            put_back(list(self.people.values()), self.kept)
        return self.kept is not None


class RealWorld(World):
    """A world whose server is the real one."""

    servers = RealServer  # type: ignore[assignment]

    def sealed(self, body: Body) -> Body:
        """A real token around random bytes."""
        dates = {"day": body.day, "written": body.day}
        facts = {"item": body.item, "rev": body.rev, "kind": body.kind, "parents": list(body.parents)}
        size = 100 if body.token == POISON else 256
        header = body_header(**facts, **dates, **{"del": body.deletion})
        token = jwe(header, key=0, size=size) + ("\0" if body.token == "\0" else "")
        known = body._replace(token=token, sha=hash_of(token))
        self.server.bodies[token] = known
        return known


def _signed_in(person: Any) -> APIClient:
    """By password, just now: renewing keys asks for that."""
    http = APIClient(headers={"host": "localhost"})
    answer = http.post(LOGIN, {"email": person.email, "password": PASSWORD}, format="json")
    assert answer.status_code == 200, answer.content
    return http


def _said(answer: Any, read: Any) -> Answer:
    """The real answer as the model's."""
    said = answer.json()
    if answer.status_code == 200:
        return Answer(200, read(said))
    code = said.get("type", "").removeprefix("/problems/")
    return Answer(answer.status_code, {**said, "code": code})


def _generation(slot: str) -> int:
    part = slot.split(".", maxsplit=1)[0]
    kid: str = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["kid"]
    return int(kid.removeprefix("gen:"))
