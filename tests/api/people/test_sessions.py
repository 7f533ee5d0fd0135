"""A session holds exactly as long as its row does, whatever was remembered of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session

from api.clock import now
from api.sessions import SessionStore
from journal.people.queries import person_by_id
from tests.device import API, signed_in


def status(http: Any) -> int:
    """What `me/` answers."""
    return int(http.get(f"{API}/me/").status_code)


def test_a_session_that_is_over_is_signed_out_at_once(ana: Any) -> None:
    http = signed_in(ana)
    assert status(http) == 200
    Session.objects.update(expire_date=now() - timedelta(seconds=1))
    assert status(http) == 401


def test_a_session_that_was_ended_elsewhere_is_signed_out_at_once(ana: Any, ben: Any) -> None:
    http, bens = signed_in(ana), signed_in(ben)
    assert (status(http), status(bens)) == (200, 200)
    Session.objects.filter(session_key=http.cookies["sessionid"].value).delete()
    assert (status(http), status(bens)) == (401, 200)


def test_a_session_of_another_password_is_signed_out(ana: Any) -> None:
    http = signed_in(ana)
    ana.set_password("another-quiet-evening-8")
    ana.save()
    assert status(http) == 401


def test_a_closed_account_is_signed_out(ana: Any) -> None:
    http = signed_in(ana)
    ana.is_active = False
    ana.save()
    assert status(http) == 401


def test_a_made_up_session_is_nobodys(ana: Any) -> None:
    http = signed_in(ana)
    http.cookies["sessionid"] = "x" * 32
    assert status(http) == 401
    row = Session.objects.get()
    row.session_data = row.session_data[:-1] + ("A" if row.session_data[-1] != "A" else "B")
    row.save()
    http.cookies["sessionid"] = row.session_key
    assert status(http) == 401


@pytest.mark.django_db
def test_what_a_request_changes_in_a_session_and_does_not_save_is_gone() -> None:
    kept = SessionStore()
    kept["records"] = [{"at": 1}]
    kept.save()
    first = SessionStore(kept.session_key)
    first["records"].append({"at": 2})
    first["records"][0]["at"] = 3
    assert SessionStore(kept.session_key)["records"] == [{"at": 1}]


@pytest.mark.django_db
def test_the_short_way_to_a_person_gives_the_same_person(ana: Any, coach: Any) -> None:
    for person in (ana, coach):
        found = person_by_id(person.pk)
        assert found == person
        fields = [field.attname for field in type(person)._meta.concrete_fields]
        assert [getattr(found, name) for name in fields] == [getattr(person, name) for name in fields]
        assert [type(getattr(found, name)) for name in fields] == [
            type(getattr(person, name)) for name in fields
        ]
