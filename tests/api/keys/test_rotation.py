"""`vault/rotate/`: new keys for everything to come; all of it or nothing, and only by whoever is there."""

import time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from client.ck1 import keycards
from journal.feeds.actions import renew_epochs
from journal.keys.models import Keycard, Vault, Wrap
from tests.api.keys.rotating import Keys, asked, cards_of, fresh, new_keys, rotate, vault_of
from tests.api.keys.test_vault import keybag, wrap
from tests.conftest import PASSWORD
from tests.device import API, Device, signed_in, stored
from tests.forge import header_of, new_id, rev_of, sealed, slot_for

REAUTHENTICATE = "/_allauth/browser/v1/auth/reauthenticate"


@pytest.fixture
def device(ana: Any) -> Device:
    """Ana's phone; she has just signed in."""
    return fresh(ana)


def second(device: Device) -> Keys:
    """Keys that follow those the server has."""
    return new_keys(device.account, 2, prev=cards_of(device)[-1])


def rows() -> list[Any]:
    """Everything that is kept of keys."""
    return [*Vault.objects.values(), *Wrap.objects.order_by("pk").values(), *Keycard.objects.values()]


def problem_of(answer: Any) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def test_a_rotation_replaces_vault_and_wraps_and_adds_the_keycard(device: Device) -> None:
    new, before = second(device), cards_of(device)
    answer = rotate(device, new)
    assert (answer.status_code, answer.json()) == (200, new.vault)
    assert vault_of(device) == new.vault
    assert cards_of(device) == [*before, new.keycard]
    assert [keycards.open_keycard(card).gen for card in cards_of(device)] == [1, 2]


def test_slots_of_what_was_acknowledged_stay_and_new_ones_are_of_the_new_generation(device: Device) -> None:
    old = sealed()
    device.push(old)
    before = stored(device.person)
    rotate(device, second(device))
    assert stored(device.person) == before
    assert problem_of(device.push(sealed(), gen=1)) == (409, "stale-vault")
    later = sealed()
    later["slot"] = slot_for(later["body"], header_of(later)["item"], rev_of(later), kid="gen:2")
    assert device.push(later, gen=2).json()["results"][0]["status"] == "applied"
    assert device.everything()[rev_of(old)]["slot"] == old["slot"]


def test_a_lost_answer_is_asked_for_again_and_changes_nothing(device: Device) -> None:
    new = second(device)
    request = asked(device, new)
    rotate(device, new)
    device.push(sealed(), gen=2)
    before = rows()
    again = device.http.post(f"{API}/vault/rotate/", request, format="json")
    assert (again.status_code, again.json(), rows()) == (200, new.vault, before)


def test_another_rotation_of_the_same_generation_comes_too_late(device: Device) -> None:
    first, other = second(device), second(device)
    rotate(device, first)
    before = rows()
    answer = rotate(device, other)
    assert (*problem_of(answer), answer.json()["gen"]) == (409, "stale-vault", 2)
    assert rows() == before


def test_what_came_meanwhile_has_to_be_read_first(device: Device) -> None:
    new = second(device)
    request = asked(device, new)
    device.push(sealed())
    before = rows()
    answer = device.http.post(f"{API}/vault/rotate/", request, format="json")
    assert (*problem_of(answer), answer.json()["head"]) == (409, "feed-moved", 1)
    assert rows() == before
    assert rotate(device, new).status_code == 200


def test_after_a_restore_the_epoch_has_to_be_adopted_first(device: Device) -> None:
    new, before = second(device), rows()
    renew_epochs()
    answer = rotate(device, new)
    assert problem_of(answer) == (410, "feed-reset")
    assert rows() == before
    assert rotate(device, new, epoch=answer.json()["epoch"]).status_code == 200


@pytest.mark.parametrize("how", ["session without a sign-in", "sign-in too long ago", "signed out"])
def test_without_the_password_of_this_moment_nothing_rotates(
    device: Device, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    request, before = asked(device, second(device)), rows()
    http, code = device.http, "reauthenticate"
    if how == "session without a sign-in":
        http = signed_in(device.person)
    elif how == "sign-in too long ago":
        real = time.time
        monkeypatch.setattr("api.people.recent.now", lambda: _Instant(real() + 301))
    else:
        http.logout()
        code = "not-signed-in"
    answer = http.post(f"{API}/vault/rotate/", request, format="json")
    assert problem_of(answer) == (401, code)
    assert answer["WWW-Authenticate"]
    assert rows() == before


class _Instant(float):
    """Some other time."""

    def timestamp(self) -> float:
        return float(self)


def test_giving_the_password_again_is_enough(device: Device) -> None:
    http = signed_in(device.person)
    request = asked(device, second(device))
    assert http.post(REAUTHENTICATE, {"password": "not this one"}, format="json").status_code == 400
    assert problem_of(http.post(f"{API}/vault/rotate/", request, format="json")) == (401, "reauthenticate")
    assert http.post(REAUTHENTICATE, {"password": PASSWORD}, format="json").status_code == 200
    assert http.post(f"{API}/vault/rotate/", request, format="json").status_code == 200


@pytest.mark.parametrize(
    ("record", "status"),
    [
        ({"method": "code", "email": "ana@example.org"}, 401),
        ({"method": "mfa", "type": "totp"}, 401),
        ({"method": "mfa", "type": "webauthn"}, 200),
        ({"method": "password"}, 200),
    ],
)
def test_a_mailbox_is_not_enough_and_a_passkey_is(
    device: Device, record: dict[str, Any], status: int
) -> None:
    session = device.http.session
    session["account_authentication_methods"] = [{"at": time.time(), **record}]
    session.save()
    assert rotate(device, second(device)).status_code == status


def wrong(device: Device) -> dict[str, tuple[dict[str, Any], str]]:
    """What is changed in a rotation, and the code that refuses it."""
    me, last = device.account, cards_of(device)[-1]
    new, other = second(device), new_keys(new_id(), 2, prev=last)
    vault = new.vault
    return {
        "no later generation": ({"vault": {**vault, "gen": 1}}, "bad-header"),
        "a generation left out": ({"vault": {**vault, "gen": 3}}, "bad-keycard"),
        "a keybag of another": ({"vault": {**vault, "keybag": keybag(kid="gen:1")}}, "bad-header"),
        "a keybag of a later": ({"vault": {**vault, "keybag": keybag(kid="gen:3")}}, "bad-header"),
        "a keybag with more": (
            {"vault": {**vault, "keybag": keybag(kid="gen:2", zip="DEF")}},
            "unknown-header",
        ),
        "plain words": ({"vault": {**vault, "keybag": "They shouted."}}, "malformed"),
        "somebody else's wrap": ({"vault": other.vault}, "bad-wrap"),
        "a wrap twice": (
            {"vault": {**vault, "wraps": [{"kid": "recovery:1", "token": wrap(me)}] * 2}},
            "bad-wrap",
        ),
        "somebody else's keycard": ({"keycard": other.keycard}, "bad-keycard"),
        "a keycard of another": ({"keycard": new_keys(me, 3, prev=last).keycard}, "bad-keycard"),
        "a keycard after none": ({"keycard": new_keys(me, 2, prev=None).keycard}, "bad-keycard"),
        "a keycard after itself": ({"keycard": new_keys(me, 2, prev=new.keycard).keycard}, "bad-keycard"),
        "a keycard cut short": ({"keycard": new.keycard[:-2]}, "bad-keycard"),
        "a keycard too many": ({"between": [last]}, "bad-keycard"),
        "no epoch": ({"epoch": ""}, "invalid"),
        "a head below nothing": ({"head": -1}, "invalid"),
        "a generation as text": ({"gen": "1"}, "invalid"),
        "an unknown member": ({"words": "x"}, "invalid"),
        "an unknown member inside": ({"vault": {**vault, "keycard": new.keycard}}, "invalid"),
    }


# The names alone; each test makes the tokens of its own person.
WRONG = """no later generation|a generation left out|a keybag of another|a keybag of a later|a keybag with more|plain words
somebody else's wrap|a wrap twice|somebody else's keycard|a keycard of another|a keycard after none|a keycard after itself
a keycard cut short|a keycard too many|no epoch|a head below nothing|a generation as text|an unknown member
an unknown member inside""".replace("\n", "|").split("|")


@pytest.mark.parametrize("name", WRONG)
def test_a_rotation_that_is_none_changes_nothing(device: Device, name: str) -> None:
    assert list(wrong(device)) == WRONG
    change, code = wrong(device)[name]
    before = rows()
    assert problem_of(rotate(device, second(device), **change)) == (400, code)
    assert rows() == before


def test_nobody_rotates_for_anybody_else(device: Device, ben: Any) -> None:
    bens = fresh(ben)
    before = vault_of(device)
    assert problem_of(rotate(bens, second(device)))[0] == 400
    assert rotate(bens, second(bens)).status_code == 200
    assert vault_of(device) == before
    assert len(cards_of(device)) == 1


@pytest.mark.parametrize("ways", [0, 3])
def test_statements_are_few_whatever_the_number_of_wraps(device: Device, ways: int) -> None:
    new = second(device)
    new.vault["wraps"] = [
        {"kid": f"recovery:{number}", "token": wrap(device.account, kid=f"recovery:{number}")}
        for number in range(1, ways + 1)
    ]
    request = asked(device, new)
    with CaptureQueriesContext(connection) as captured:
        assert device.http.post(f"{API}/vault/rotate/", request, format="json").status_code == 200
    assert len(captured) <= 26
