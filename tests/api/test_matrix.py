"""Who may do what: every address × method × person × state of the object, from the URL conf itself.

An address that stands in the URL conf and not in `KINDS` fails; so does whoever is given a word, an id or a count of
somebody else's, and whoever changes a row of somebody else's.
"""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client as Browser
from rest_framework.test import APIClient

from api.urls import v1
from journal.keys.models import Keycard, Vault, Wrap
from journal.people.actions import set_team
from journal.people.models import Person
from journal.sharing.models import Copy as CopyRow
from journal.sharing.models import LedgerEvent, Pairing
from tests.conftest import PASSWORD
from tests.device import API, signed_in, stored
from tests.forge import header_of, new_id, sealed
from tests.pairs import Copy, Party, copy_for, given, invitation, paired, party

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
OTHERS = ("nobody", "other agent", "coach with a copy", "coach without", "lead", "staff")
STATES = ("own", "absent", "taken back", "expired")
PUBLIC, MINE, COACH, COPY, PAIRING, KEYS = "public", "mine", "coach", "copy", "pairing", "keys"
KINDS = {
    "entries/": MINE, "entries/<uuid:item>/": MINE, "habits/": MINE, "habits/<uuid:item>/": MINE,
    "habits/<uuid:habit>/ticks/": MINE, "habits/<uuid:habit>/ticks/<uuid:item>/": MINE,
    "goals/": MINE, "goals/<uuid:item>/": MINE,
    "goals/<uuid:goal>/reviews/": MINE, "goals/<uuid:goal>/reviews/<uuid:item>/": MINE,
    "notes/": MINE, "notes/<uuid:item>/": MINE, "streaks/": MINE, "me/": MINE, "me/what-you-know/": MINE,
    "feed/push/": MINE, "feed/changes/": MINE, "feed/ids/": MINE, "feed/items/<uuid:item>/": MINE,
    "vault/": MINE, "vault/wraps/<str:kid>/": MINE, "vault/rotate/": MINE, "link/<str:session>/": MINE,
    "triggers/": PUBLIC, "feelings/": PUBLIC, "techniques/": PUBLIC, "prompts/": PUBLIC, "prompts/today/": PUBLIC,
    "goal-templates/": PUBLIC, "drills/": PUBLIC, "library/": PUBLIC,
    "keycards/<uuid:person>/": KEYS, "pairings/": MINE, "pairings/<str:invite>/": PAIRING,
    "copies/": MINE, "copies/<uuid:item>/open/": COPY, "copies/<uuid:item>/replies/": COPY,
    "copies/<uuid:item>/take-back/": MINE, "inbox/": COACH, "ledger/": MINE,
    "leaving/": MINE,
}  # fmt: skip
ROUTES = [str(found.pattern) for found in v1]


@dataclass
class World:
    """Ana with something in every state, and everybody who is not Ana."""

    ana: Party
    who: dict[str, APIClient]
    copies: dict[str, Copy]
    items: dict[str, str]
    invite: str
    secrets: dict[str, str] = field(default_factory=dict)
    sent: dict[str, list[str | None]] = field(default_factory=dict)

    def address(self, route: str, state: str) -> str:
        """The route with Ana's own objects in it, in this state."""
        copy = self.copies.get(state)
        parts = {
            "<uuid:item>": copy.item
            if copy and route.startswith("copies")
            else self.items.get(_subject(route), ""),
            "<uuid:habit>": self.items["habits"],
            "<uuid:goal>": self.items["goals"],
            "<str:kid>": "recovery:1",
            "<str:session>": "A" * 22,
            "<uuid:person>": self.ana.id,
            "<str:invite>": self.invite,
        }
        for part, value in parts.items():
            route = route.replace(part, value if state != "absent" else new_id())
        return f"{API}/{route}"

    def rows(self) -> list[Any]:
        """Everything that is Ana's."""
        tables = [
            Person.objects.filter(pk=self.ana.id),
            CopyRow.objects.filter(owner_id=self.ana.id),
            Pairing.objects.filter(agent_id=self.ana.id),
            LedgerEvent.objects.filter(ledger_id=self.ana.id),
            Vault.objects.filter(person_id=self.ana.id),
            Wrap.objects.filter(vault_id=self.ana.id),
            Keycard.objects.filter(person_id=self.ana.id),
        ]
        return [stored(self.ana.device.person), *(list(table.order_by("pk").values()) for table in tables)]

    def bodies(self, state: str) -> list[str | None]:
        """What a thief would send: nothing, and what Ana herself would."""
        if state not in self.sent:
            self.sent[state] = [None, *map(json.dumps, bodies_for(self, state))]
        return self.sent[state]


def _subject(route: str) -> str:
    return "ticks" if "ticks" in route else "reviews" if "reviews" in route else route.split("/", 1)[0]


@pytest.fixture
def world(ana: Any, ben: Any, coach: Any, django_user_model: Any) -> World:
    make = django_user_model.objects.create_user
    kim, lee = (make(f"{name}@example.org", PASSWORD, is_coach=True) for name in ("kim", "lee"))
    root = django_user_model.objects.create_superuser("root@example.org", PASSWORD)
    anas, sams, lees = party(ana), party(coach), party(lee)
    paired(anas, sams)
    paired(anas, lees)
    set_team(name="Nights", lead=lee.email, add=[ana.email], lead_may_read=True)
    given(anas, lees)
    set_team(name="Nights", lead=lee.email, add=[], lead_may_read=False)
    copies = {"own": given(anas, sams), "taken back": given(anas, sams), "expired": given(anas, sams)}
    copies["taken back"].take_back()
    CopyRow.objects.filter(item=copies["expired"].item).update(exp=1)
    who = dict(
        zip(
            OTHERS,
            [APIClient(headers={"host": "localhost"}), *map(signed_in, (ben, coach, kim, lee, root))],
            strict=True,
        )
    )
    world = World(anas, who, copies, _written(anas), Pairing.objects.get(coach=coach).invite)
    world.secrets = _secrets(world)
    return world


def _written(anas: Party) -> dict[str, str]:
    """One item of every kind that has an address; by address."""
    habit, goal = new_id(), new_id()
    plain = {"day": None, "written": None}
    revs = {
        "entries": sealed(), "habits": sealed(kind="habit", item=habit, **plain), "notes": sealed(kind="note", **plain),
        "goals": sealed(kind="goal", item=goal, **plain), "ticks": sealed(kind="tick", of=habit),
        "reviews": sealed(kind="review", of=goal),
    }  # fmt: skip
    assert set(anas.device.statuses(*revs.values())) == {"applied"}
    items = {name: str(header_of(rev)["item"]) for name, rev in revs.items()}
    return {**items, "feed": items["entries"], "copies": items["entries"]}


def _secrets(world: World) -> dict[str, str]:
    """What nobody else may be given: Ana's address, the tokens and revs of everything, the ids of what she keeps."""
    feed = world.ana.device.everything()
    found = {f"body of {rev}": row["body"][-60:] for rev, row in feed.items() if "body" in row}
    found |= {f"rev {rev}": rev for rev in feed} | {
        f"{name} item": item for name, item in world.items.items()
    }
    return {**found, "address": world.ana.device.person.email, "epoch": world.ana.device.epoch}


def bodies_for(world: World, state: str) -> list[Any]:
    """What Ana herself would send."""
    copy = world.copies.get(state) or world.copies["own"]
    rev = sealed()
    push = {"account": world.ana.id, "epoch": world.ana.device.epoch, "gen": 1, "revs": [rev]}
    kept = copy_for(world.ana, copy.coach)
    return [push, rev, kept.request, copy.tombstone(), {"opening": new_id()}, {"body": copy.reply_token("x")},
            {"account": world.ana.id, "epoch": world.ana.device.epoch}, {"language": "de"}]  # fmt: skip


def allowed(kind: str, who: str, method: str, state: str) -> bool:
    """Where somebody else is let in, and may be told what is Ana's."""
    if kind == COPY:
        return (who, method, state) == ("coach with a copy", "POST", "own")
    if kind == COACH:
        return (who, method) == ("coach with a copy", "GET")
    if kind == KEYS:
        return method == "GET" and who in ("coach with a copy", "lead") and state != "absent"
    return (
        kind == PAIRING and who == "coach with a copy" and method in ("GET", "DELETE") and state != "absent"
    )


def test_every_address_has_its_place_in_the_matrix() -> None:
    assert set(ROUTES) == set(KINDS), "say who may use the new address"


@pytest.mark.parametrize("route", ROUTES)
def test_nobody_is_given_or_changes_what_is_anothers(world: World, route: str) -> None:
    kind, before = KINDS[route], world.rows()
    states = STATES if route.startswith("copies/<") else STATES[:2] if "<" in route else STATES[:1]
    for who in OTHERS:
        for method in METHODS:
            for state in states:
                if allowed(kind, who, method, state):
                    continue
                _check_cell(world, (route, method, who, state))
    assert world.rows() == before, route


def _check_cell(world: World, cell: tuple[str, str, str, str]) -> None:
    route, method, who, state = cell
    for body in _sent(world, cell):
        answer = world.who[who].generic(method, world.address(route, state), **_json(body))
        if who == "nobody" and KINDS[route] != PUBLIC:
            assert answer.status_code == 401, (cell, answer.content[:200])
        if method == "GET" and "<" in route and KINDS[route] != PUBLIC:
            assert answer.status_code in (401, 404, 405, 400), (cell, answer.content[:200])
        assert answer.status_code < 500, cell
        told = answer.content.decode()
        sent = body or ""
        assert [
            what for what, secret in world.secrets.items() if secret in told and secret not in sent
        ] == [], cell


def _sent(world: World, cell: tuple[str, str, str, str]) -> list[str | None]:
    """All that Ana would send where it is about sharing, a push and a revision elsewhere."""
    route, method, _who, state = cell
    if method in ("GET", "PATCH", "DELETE"):
        return [None]
    is_sharing = route.split("/", 1)[0] in ("pairings", "copies", "inbox", "ledger", "keycards")
    return world.bodies(state)[: None if is_sharing else 3]


def _json(body: str | None) -> dict[str, Any]:
    return {} if body is None else {"data": body, "content_type": "application/json"}


@pytest.mark.parametrize(
    ("state", "status"), [("own", 200), ("taken back", 404), ("expired", 404), ("absent", 404)]
)
def test_a_coach_opens_and_answers_what_a_live_consent_names_and_nothing_else(
    world: World, state: str, status: int
) -> None:
    copy = world.copies.get(state) or copy_for(world.ana, world.copies["own"].coach)
    opened = copy.open()
    assert opened.status_code == status
    assert copy.reply().status_code == (201 if status == 200 else 404)
    assert set(opened.json()) == (
        {"body", "grant"} if status == 200 else {"type", "title", "status", "detail", "request_id"}
    )


@pytest.mark.parametrize("who", [who for who in OTHERS if who != "nobody"])
def test_an_inbox_shows_a_coachs_own_copies_alone(world: World, who: str) -> None:
    answer = world.who[who].get(f"{API}/inbox/")
    if who in ("other agent", "staff"):
        assert answer.status_code == 404
    else:
        expected = [world.copies["own"].item] if who == "coach with a copy" else []
        assert [row["item"] for row in answer.json()["results"]] == expected


def test_an_open_invitation_tells_a_stranger_nothing_but_its_coach(world: World) -> None:
    invite = invitation(world.copies["own"].coach)
    told = world.who["other agent"].get(f"{API}/pairings/{invite.id}/").json()
    assert (told["agent"], told["accept"], told["state"]) == (None, None, "open")


def test_there_is_no_other_door(world: World) -> None:
    browser = Browser(headers={"host": "localhost"})
    browser.force_login(Person.objects.get(email="root@example.org"))
    for address in (
        "/admin/",
        "/api/v1/people/",
        "/api/v1/users/",
        f"/api/v1/people/{world.ana.id}/",
        "/api/v1/teams/",
    ):
        assert browser.get(address).status_code == 404, address
