"""`me/`: language, zone, day start, roles."""

from typing import Any

import pytest
from rest_framework.test import APIClient


def signed_in(person: Any) -> APIClient:
    """A client with the person's session."""
    client = APIClient(headers={"host": "localhost"})
    client.force_login(person)
    return client


def test_settings_change_one_by_one(ana: Any) -> None:
    client = signed_in(ana)
    answer = client.patch("/api/v1/me/", {"zone": "America/Bogota", "day_start_hour": 11}, format="json")
    assert answer.status_code == 200
    assert (answer.json()["zone"], answer.json()["day_start_hour"]) == ("America/Bogota", 11)
    assert (
        client.patch("/api/v1/me/", {"language": "es-MX"}, format="json").json()["zone"] == "America/Bogota"
    )


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"zone": "Berlin"}, "unknown-zone"),
        ({"zone": "../etc/passwd"}, "unknown-zone"),
        ({"language": "english please"}, "unknown-language"),
        ({"day_start_hour": 13}, "bad-day-start"),
        ({"day_start_hour": -1}, "bad-day-start"),
        ({"day_start_hour": "late"}, "invalid"),
        ({"day_start_hour": 10**30}, "bad-day-start"),
        ({"email": "other@example.org"}, "invalid"),
        ({"zone": None}, "invalid"),
        ([], "invalid"),
        ("zone", "invalid"),
    ],
)
def test_a_wrong_setting_is_refused_and_nothing_changes(ana: Any, given: Any, code: str) -> None:
    answer = signed_in(ana).patch("/api/v1/me/", given, format="json")
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{code}")
    ana.refresh_from_db()
    assert (ana.zone, ana.language, ana.day_start_hour) == ("Europe/Berlin", "en", 4)


def test_what_is_said_of_me_is_kept_nowhere_on_the_way(ana: Any) -> None:
    http = signed_in(ana)
    answers = [http.get(f"/api/v1/{address}") for address in ("me/", "me/what-you-know/", "vault/")]
    answers.append(http.patch("/api/v1/me/", {}, format="json"))
    assert [answer["Cache-Control"] for answer in answers] == ["no-store"] * 4


def test_a_coach_is_an_agent_too(coach: Any) -> None:
    assert signed_in(coach).get("/api/v1/me/").json()["roles"] == ["agent", "coach"]


def test_what_you_know_shows_the_real_row_and_only_mine(ana: Any, ben: Any) -> None:
    known = signed_in(ana).get("/api/v1/me/what-you-know/")
    assert known.json()["people"][0]["email"] == ana.email
    assert str(ben.id) not in known.content.decode()
    assert "pbkdf2" not in known.content.decode()
