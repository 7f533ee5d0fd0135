"""Devices are sessions: they are listed, one ends another, and when they were last here is kept nowhere."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from tests.api.people.test_signing_in import ALLAUTH, browser, post
from tests.conftest import PASSWORD

SESSIONS = f"{ALLAUTH}/auth/sessions"
pytestmark = pytest.mark.django_db


def signed_in(person: Any, agent: str) -> Client:
    """A browser of this name with a session of its own."""
    client = browser()
    client.defaults["HTTP_USER_AGENT"] = agent
    answer = post(client, f"{ALLAUTH}/auth/login", {"email": person.email, "password": PASSWORD})
    assert answer.status_code == 200
    return client


def shown(client: Client) -> list[dict[str, Any]]:
    """The devices as they are listed."""
    found: list[dict[str, Any]] = client.get(SESSIONS).json()["data"]
    return found


def end(client: Client, *ids: int) -> Any:
    """Ends sessions by their ids."""
    token = client.cookies["csrftoken"].value
    return client.delete(
        SESSIONS, {"sessions": list(ids)}, content_type="application/json", headers={"x-csrftoken": token}
    )


def test_every_device_is_listed_and_one_knows_itself(ana: Any, ben: Any) -> None:
    phone, laptop = signed_in(ana, "Phone"), signed_in(ana, "Laptop")
    signed_in(ben, "Bens phone")
    for client, own in ((phone, "Phone"), (laptop, "Laptop")):
        rows = shown(client)
        assert sorted(row["user_agent"] for row in rows) == ["Laptop", "Phone"]
        assert [row["user_agent"] for row in rows if row["is_current"]] == [own]


def test_a_device_that_was_ended_is_signed_out_at_once(ana: Any) -> None:
    lost, laptop = signed_in(ana, "Lost phone"), signed_in(ana, "Laptop")
    (other,) = [row["id"] for row in shown(laptop) if not row["is_current"]]
    assert lost.get("/api/v1/me/").status_code == 200
    answer = end(laptop, other)
    assert [row["user_agent"] for row in answer.json()["data"]] == ["Laptop"]
    for address in ("/api/v1/me/", "/api/v1/vault/", "/api/v1/feed/ids/?account=x&epoch="):
        refused = lost.get(address)
        assert (refused.status_code, refused.json()["type"]) == (401, "/problems/not-signed-in")
    assert laptop.get("/api/v1/me/").status_code == 200
    assert Session.objects.count() == 1


def test_nobody_ends_or_sees_anybody_elses_device(ana: Any, ben: Any) -> None:
    anas, bens = signed_in(ana, "Anas phone"), signed_in(ben, "Bens phone")
    (row,) = shown(anas)
    assert end(bens, row["id"]).status_code == 400
    assert [one["user_agent"] for one in shown(bens)] == ["Bens phone"]
    assert anas.get("/api/v1/me/").status_code == 200


def test_signed_out_there_is_no_list() -> None:
    assert browser().get(SESSIONS).status_code == 401


def test_when_a_device_was_last_here_is_not_kept(ana: Any) -> None:
    phone = signed_in(ana, "Phone")
    before = UserSession.objects.values().get()
    for address in ("/api/v1/me/", SESSIONS, "/api/v1/me/what-you-know/"):
        phone.get(address)
    kept = UserSession.objects.values().get()
    assert kept == before
    assert kept["last_seen_at"] - kept["created_at"] < timedelta(seconds=1)
    assert "last_seen_at" not in shown(phone)[0]
