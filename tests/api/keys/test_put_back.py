"""After a restore: a device of a later generation puts its vault and keycards back."""

from typing import Any

import pytest

from journal.keys.models import Keycard, Vault, Wrap
from tests.api.keys.rotating import Keys, cards_of, fresh, new_keys, rotate, vault_of
from tests.device import Device


@pytest.fixture
def device(ana: Any) -> Device:
    """Ana's phone; she has just signed in."""
    return fresh(ana)


def story(device: Device, last: int) -> list[Keys]:
    """The keys of the generations after the first, each following the one before."""
    made: list[Keys] = []
    prev = cards_of(device)[-1]
    for gen in range(2, last + 1):
        made.append(new_keys(device.account, gen, prev=prev))
        prev = made[-1].keycard
    return made


def cards(story: list[Keys]) -> list[str]:
    """Their keycards."""
    return [one.keycard for one in story]


@pytest.mark.parametrize("last", [3, 6])
def test_the_keycards_in_between_come_along(device: Device, last: int) -> None:
    first, made = cards_of(device), story(device, last)
    answer = rotate(device, made[-1], gen=1, between=cards(made[:-1]))
    assert answer.status_code == 200
    assert vault_of(device) == made[-1].vault
    assert cards_of(device) == [*first, *cards(made)]


def test_a_server_that_lost_everything_gets_it_back(device: Device) -> None:
    first, made = cards_of(device), story(device, 3)
    for model in (Wrap, Vault, Keycard):
        model.objects.all().delete()
    answer = rotate(device, made[-1], gen=0, between=[*first, made[0].keycard])
    assert answer.status_code == 200
    assert vault_of(device) == made[-1].vault
    assert cards_of(device) == [*first, *cards(made)]


def test_without_a_vault_the_generation_is_told(device: Device) -> None:
    made = story(device, 2)
    for model in (Wrap, Vault, Keycard):
        model.objects.all().delete()
    answer = rotate(device, made[0])
    assert (answer.status_code, answer.json()["gen"]) == (409, None)


@pytest.mark.parametrize("mistake", ["left out", "in another order", "of another story", "one too many"])
def test_a_broken_chain_is_refused_whole(device: Device, mistake: str) -> None:
    made, other = story(device, 4), story(device, 4)
    two, three = made[0].keycard, made[1].keycard
    between = {
        "left out": [two],
        "in another order": [three, two],
        "of another story": [two, other[1].keycard],
        "one too many": [two, three, made[2].keycard],
    }[mistake]
    before = vault_of(device), cards_of(device)
    answer = rotate(device, made[-1], gen=1, between=between)
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/bad-keycard")
    assert (vault_of(device), cards_of(device)) == before


def test_an_earlier_generation_never_replaces_a_later_one(device: Device) -> None:
    made = story(device, 3)
    rotate(device, made[0])
    rotate(device, made[1])
    for gen in (0, 1, 2):
        answer = rotate(device, new_keys(device.account, gen + 1, prev=None), gen=gen)
        assert answer.status_code in {400, 409}
    assert vault_of(device) == made[1].vault
