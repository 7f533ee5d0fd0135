"""At once, on a real database with real threads: one answer to an invitation, no two events of one number, no opening
after a take-back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from client.ck1 import invites, ledger
from journal.sharing.models import LedgerEvent, Pairing
from tests.conftest import PASSWORD
from tests.device import API
from tests.forge import new_id
from tests.pairs import Party, copy_for, given, invitation, paired, party

THREADS = 6
pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db(transaction=True)]


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """Does all of them, each in a thread and on a connection of its own, begun together."""
    ready = Barrier(len(acts))

    def one(act: Callable[[], Any]) -> Any:
        try:
            ready.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


@pytest.fixture
def sams(django_user_model: Any) -> Party:
    return party(django_user_model.objects.create_user("sam@example.org", PASSWORD, is_coach=True))


@pytest.fixture
def anas(django_user_model: Any) -> Party:
    return party(django_user_model.objects.create_user("ana@example.org", PASSWORD))


def test_of_many_who_accept_one_invitation_at_once_one_is_first(sams: Party, django_user_model: Any) -> None:
    make = django_user_model.objects.create_user
    agents = [party(make(f"agent{number}@example.org", PASSWORD)) for number in range(THREADS)]
    invite = invitation(sams)

    def accept(agent: Party) -> int:
        token = invites.sign_accept(invite, agent.id, agent.bag.enc, agent.bag.sig)
        status: int = agent.http.put(
            f"{API}/pairings/{invite.id}/", {"accept": token}, format="json"
        ).status_code
        return status

    statuses = at_once([lambda agent=agent: accept(agent) for agent in agents])
    assert sorted(statuses) == [201, *[409] * (THREADS - 1)]
    assert str(Pairing.objects.get().agent_id) == agents[statuses.index(201)].id


def test_many_openings_at_once_are_one_chain_without_a_gap(anas: Party, sams: Party) -> None:
    paired(anas, sams)
    copies = [given(anas, sams) for _ in range(THREADS)]
    answers = at_once([lambda copy=copy: [copy.open().status_code for _ in range(3)] for copy in copies])
    assert answers == [[200] * 3] * THREADS
    answer = anas.get("ledger/", account=anas.id, epoch=anas.device.epoch).json()
    place, read = ledger.follow(ledger.START, answer["events"], anas.id)
    assert (place.n, place.hash) == (answer["n"], answer["hash"])
    assert [event["event"] for event in read].count("delivered") == 3 * THREADS


def test_one_opening_sent_many_times_at_once_counts_once(anas: Party, sams: Party) -> None:
    paired(anas, sams)
    copy, opening = given(anas, sams), new_id()
    assert {answer.status_code for answer in at_once([lambda: copy.open(opening)] * THREADS)} == {200}
    assert anas.happened().count("delivered") == 1


def test_no_opening_is_written_down_after_the_take_back_that_came_first(anas: Party, sams: Party) -> None:
    paired(anas, sams)
    for _ in range(4):
        copy = given(anas, sams)
        acts: list[Callable[[], Any]] = [copy.open] * 3 + [copy.take_back]
        opened = [answer.status_code for answer in at_once(acts)[:3]]
        assert copy.open().status_code == 404
        events = [event for event in anas.ledger() if event.get("item") == copy.item]
        assert events[-1]["event"] == "withdrawn"
        assert [event["event"] for event in events].count("delivered") == opened.count(200)
    assert LedgerEvent.objects.filter(ledger_id=anas.id).count() == anas.ledger()[-1]["n"]


def test_the_same_copy_given_many_times_at_once_is_given_once(anas: Party, sams: Party) -> None:
    paired(anas, sams)
    copy = copy_for(anas, sams)
    statuses = [answer.status_code for answer in at_once([copy.give] * THREADS)]
    assert sorted(statuses) == [*[200] * (THREADS - 1), 201]
    assert anas.happened() == ["keycard", "consent"]
