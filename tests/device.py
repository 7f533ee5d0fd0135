"""A device in tests: one signed-in person, their feed, and what it knows of it."""

from dataclasses import dataclass
from typing import Any

from rest_framework.test import APIClient

from journal.feeds.models import Awaited, Feed, Revision
from tests.forge import Rev, vault_for

API = "/api/v1"


@dataclass
class Device:
    """Speaks for one person through the real views; makes the vault when it is new."""

    person: Any
    http: APIClient
    epoch: str = ""

    @property
    def account(self) -> str:
        """The person's id."""
        return str(self.person.pk)

    def push(self, *revs: Rev, **members: Any) -> Any:
        """Sends revisions; `members` replace what a push says of itself."""
        body = {"account": self.account, "epoch": self.epoch, "gen": 1, "revs": list(revs), **members}
        return self.http.post(f"{API}/feed/push/", body, format="json")

    def statuses(self, *revs: Rev) -> list[str]:
        """Sends revisions; what became of each: its status, or the code of its problem."""
        answer = self.push(*revs)
        assert answer.status_code == 200, answer.content
        return [
            result["problem"]["type"].removeprefix("/problems/") if "problem" in result else result["status"]
            for result in answer.json()["results"]
        ]

    def changes(self, cursor: int = 0, **query: Any) -> Any:
        """One page."""
        query = {"account": self.account, "epoch": self.epoch, "cursor": cursor, **query}
        return self.http.get(f"{API}/feed/changes/", query)

    def everything(self) -> dict[str, Rev]:
        """The whole feed by rev, read page by page."""
        found: dict[str, Rev] = {}
        cursor, more = 0, True
        while more:
            page = self.changes(cursor).json()
            found |= {rev["rev"]: rev for rev in page["revs"]}
            cursor, more = page["cursor"], page["more"]
        return found

    def digest(self) -> str:
        """The feed's digest."""
        head = self.changes(0).json()
        while head["more"]:
            head = self.changes(head["cursor"]).json()
        return str(head["digest"])


def signed_in(person: Any) -> APIClient:
    """A client with the person's session."""
    client = APIClient(headers={"host": "localhost"})
    client.force_login(person)
    return client


def device_of(person: Any) -> Device:
    """A device whose vault is made and whose feed is known."""
    device = Device(person, signed_in(person))
    made = device.http.post(f"{API}/vault/", vault_for(device.account), format="json")
    assert made.status_code in {200, 201, 409}, made.content
    device.epoch = device.changes(0).json()["epoch"]
    return device


def stored(person: Any) -> list[dict[str, Any]]:
    """Every row that a push could write for a person, as it is in the tables."""
    return [
        *Feed.objects.filter(owner=person).values("epoch", "head", "digest", "size"),
        *Revision.objects.filter(feed__owner=person).order_by("seq").values(),
        *Awaited.objects.filter(feed__owner=person).order_by("rev").values("rev", "item", "kind", "cover"),
    ]
