"""Leaving: asked with a fresh sign-in, taken back within days, and then everything of the person is gone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection

from api.leaving.erasing import erase_due
from journal.feeds.highwater import note_high_water, renew_if_restored
from journal.leaving.rules import days_in
from journal.people.actions import set_team
from tests.api.keys.rotating import LOGIN
from tests.conftest import PASSWORD
from tests.device import API
from tests.forge import sealed
from tests.pairs import Copy, Party, accept, given, invitation, party

IN_A_WEEK = timedelta(days=7)


@pytest.fixture
def anas(ana: Any) -> Party:
    return again_at_the_door(party(ana))


@pytest.fixture
def sams(coach: Any) -> Party:
    return party(coach)


def again_at_the_door(one: Party) -> Party:
    """Signs in with the password."""
    one.http.logout()
    body = {"email": one.device.person.email, "password": PASSWORD}
    assert one.http.post(LOGIN, body, format="json").status_code == 200
    return one


def leave(one: Party, **members: str) -> Any:
    return one.post("leaving/", {"account": one.id, **members})


def stay(one: Party) -> Any:
    return one.http.delete(f"{API}/leaving/", {"account": one.id}, format="json")


def shared(anas: Party, sams: Party) -> Copy:
    """A copy at the coach."""
    assert accept(anas, invitation(sams)).status_code == 201
    copy = given(anas, sams)
    assert copy.open().status_code == 200
    return copy


def rows_naming(person: str) -> list[str]:
    """The tables in which a person's id still stands, however it is written."""
    found = []
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            if any(person in str(value) or person.replace("-", "") in str(value) for value in row):
                found.append(model._meta.label)
                break
    return found


def test_who_leaves_has_seven_days_and_shares_nothing_any_more(anas: Party, sams: Party) -> None:
    copy = shared(anas, sams)
    assert anas.get("leaving/").json() == {"erase_on": None}
    day = (datetime.now(UTC) + IN_A_WEEK).date().isoformat()
    assert leave(anas).json() == {"erase_on": day}
    assert (copy.open().status_code, sams.get("inbox/").json()["results"]) == (404, [])
    assert (anas.ledger()[-1]["event"], anas.ledger()[-1]["why"]) == ("withdrawn", "pairing-ended")
    assert anas.get("me/what-you-know/").json()["leaving"] == [{"erase_on": day}]
    assert erase_due(datetime.now(UTC) + IN_A_WEEK - timedelta(days=1)) == 0
    assert leave(anas).json() == {"erase_on": day}
    assert anas.device.statuses(sealed()) == ["applied"]


def test_it_needs_a_fresh_sign_in_and_the_right_account(anas: Party, ana: Any, ben: Any) -> None:
    assert leave(anas, account=str(ben.pk)).status_code == 409
    anas.http.logout()
    assert leave(anas).status_code == 401
    anas.http.force_login(ana)
    refused = leave(anas)
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/reauthenticate")
    assert anas.get("leaving/").json() == {"erase_on": None}


def test_who_stays_after_all_keeps_everything(anas: Party) -> None:
    assert anas.device.statuses(sealed()) == ["applied"]
    leave(anas)
    assert stay(anas).json() == {"erase_on": None}
    assert erase_due(datetime.now(UTC) + IN_A_WEEK) == 0
    assert len(anas.device.everything()) == 1
    assert stay(anas).status_code == 200


def test_then_nothing_of_the_person_is_left_in_any_table(anas: Party, sams: Party, ana: Any) -> None:
    shared(anas, sams)
    set_team(name="Nights", lead=sams.device.person.email, add=[ana.email], lead_may_read=False)
    assert anas.device.statuses(sealed()) == ["applied"]
    again_at_the_door(anas)
    assert len(rows_naming(anas.id)) > 8
    leave(anas)
    assert erase_due(datetime.now(UTC) + IN_A_WEEK) == 1
    assert rows_naming(anas.id) == []
    assert Session.objects.count() == 1, "only the coach's is left"
    assert not EmailAddress.objects.exists()
    assert not UserSession.objects.exists()
    assert anas.get("me/").status_code == 401
    assert sams.get("inbox/").json()["results"] == []
    connection.check_constraints()


def test_a_coach_may_leave_too(anas: Party, sams: Party) -> None:
    copy = shared(anas, sams)
    leave(again_at_the_door(sams))
    erase_due(datetime.now(UTC) + IN_A_WEEK)
    assert anas.ledger()[-1]["event"] == "withdrawn"
    assert anas.get("pairings/").json()["results"] == []
    assert copy.take_back().status_code in {200, 201}


def test_a_line_the_power_cut_off_harms_no_other(tmp_path: Path, anas: Party, settings: Any) -> None:
    settings.LEAVING_BOOK = book = tmp_path / "leaving"
    book.write_text(f"{anas.id} 2026-1")  # the power went
    day = leave(anas).json()["erase_on"]
    assert [str(one) for one in days_in(book.read_text().splitlines()).values()] == [day]
    assert day in book.read_text().splitlines()[-1]
    assert anas.device.person.email not in book.read_text()


def test_what_is_erased_is_not_taken_for_a_restore(anas: Party, sams: Party, settings: Any) -> None:
    assert anas.device.statuses(sealed(), sealed()) == ["applied", "applied"]
    note_high_water(settings.HIGH_WATER)
    leave(anas)
    assert erase_due(datetime.now(UTC) + IN_A_WEEK) == 1
    assert renew_if_restored(settings.HIGH_WATER) == 0
    assert sams.device.changes(0).status_code == 200
