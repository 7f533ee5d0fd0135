"""Two devices at the very same moment, on a real database: one of them wins, and nothing is half done."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from journal.keys.models import Keycard, Vault, Wrap
from tests.api.keys.rotating import asked, cards_of, fresh, new_keys, vault_of
from tests.api.keys.test_link import left, new_session
from tests.api.keys.test_vault import wrap
from tests.device import API, Device
from tests.forge import sealed

RACERS = 4
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Runs all from one starting line; their answers."""
    line, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place: int, call: Callable[[], Any]) -> None:
        try:
            line.wait(timeout=20)
            answers[place] = call()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def post(device: Device, address: str, body: dict[str, Any]) -> Callable[[], Any]:
    """A call that is still to be made."""
    return lambda: device.http.post(f"{API}/{address}", body, format="json")


def test_of_rotations_that_race_one_wins_whole(ana: Any) -> None:
    devices = [fresh(ana) for _ in range(RACERS)]
    first = cards_of(devices[0])
    made = [new_keys(devices[0].account, 2, prev=first[0]) for _ in devices]
    calls = [
        post(device, "vault/rotate/", asked(device, new)) for device, new in zip(devices, made, strict=True)
    ]
    statuses = [answer.status_code for answer in at_once(*calls)]
    assert sorted(statuses) == [200] + [409] * (RACERS - 1)
    winner = made[statuses.index(200)]
    assert vault_of(devices[0]) == winner.vault
    assert cards_of(devices[0]) == [*first, winner.keycard]
    assert (Vault.objects.count(), Wrap.objects.count(), Keycard.objects.count()) == (1, 1, 2)


def test_the_same_rotation_sent_twice_at_once_is_one(ana: Any) -> None:
    devices = [fresh(ana) for _ in range(2)]
    new = new_keys(devices[0].account, 2, prev=cards_of(devices[0])[0])
    request = asked(devices[0], new)
    answers = at_once(*[post(device, "vault/rotate/", request) for device in devices])
    assert [answer.status_code for answer in answers] == [200, 200]
    assert Keycard.objects.count() == 2


@pytest.mark.parametrize("_again", range(3))
def test_a_push_and_a_rotation_never_both_succeed(ana: Any, _again: int) -> None:
    pushing, rotating = fresh(ana), fresh(ana)
    new = new_keys(pushing.account, 2, prev=cards_of(pushing)[0])
    pushed, rotated = at_once(
        lambda: pushing.push(sealed()), post(rotating, "vault/rotate/", asked(rotating, new))
    )
    assert sorted([pushed.status_code, rotated.status_code]) == [200, 409]


@pytest.mark.parametrize("_again", range(3))
def test_no_way_back_to_an_older_root_survives_a_rotation(ana: Any, _again: int) -> None:
    adding, rotating = fresh(ana), fresh(ana)
    new = new_keys(adding.account, 2, prev=cards_of(adding)[0])
    body = {"gen": 1, "token": wrap(adding.account, kid="recovery:7")}
    _added, rotated = at_once(
        lambda: adding.http.put(f"{API}/vault/wraps/recovery:7/", body, format="json"),
        post(rotating, "vault/rotate/", asked(rotating, new)),
    )
    assert rotated.status_code == 200
    assert vault_of(adding) == new.vault


def test_a_message_that_two_ask_for_goes_to_one(ana: Any) -> None:
    devices, session = [fresh(ana) for _ in range(RACERS)], new_session()
    token = left(devices[0], session)
    address = f"{API}/link/{session}/"
    answers = at_once(*[lambda one=one: one.http.get(address) for one in devices])  # type: ignore[misc]
    assert sorted(answer.status_code for answer in answers) == [200] + [404] * (RACERS - 1)
    assert [answer.json()["token"] for answer in answers if answer.status_code == 200] == [token]
