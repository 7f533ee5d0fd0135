"""A consent is verified at receipt: each way in which it can be wrong is refused by a code of its own, and nothing is stored."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from client.ck1 import consents
from journal.library.queries import languages
from journal.sharing.models import Copy
from tests.api.sharing.test_pairings import code
from tests.device import stored
from tests.forge import new_id
from tests.pairs import Party, copy_for, given, invitation, shown_in

DAY = consents.DAY_S
TODAY = consents.to_the_day(int(time.time()))
HASH = "A" * 43

WRONG: dict[str, dict[str, Any]] = {
    "consent-expired": {"issued_at": TODAY - 30 * DAY, "valid_until": TODAY - DAY},
    "consent-too-long": {"valid_until": TODAY + 91 * DAY},
    "unknown-purpose": {"purpose": "performance-review"},
    "unknown-notice": {"notice": consents.Notice("1", "en", HASH)},
    "consent-scope": {"scope": consents.Scope(new_id(), new_id(), HASH)},
}


def refused(agent: Party, coach: Party, expected: str, **changes: Any) -> None:
    """It is refused with this code, and nothing of it is kept."""
    before = stored(agent.device.person), agent.ledger()
    answer = copy_for(agent, coach, **changes).give()
    assert (code(answer), answer.status_code) == (expected, 400), answer.json()
    assert (stored(agent.device.person), agent.ledger()) == before
    assert Copy.objects.count() == 0


@pytest.mark.parametrize("expected", WRONG)
def test_what_is_wrong_is_refused_by_name(pair: tuple[Party, Party], expected: str) -> None:
    refused(*pair, expected, **WRONG[expected])


@pytest.mark.parametrize(
    "changes",
    [
        {"issued_at": TODAY + 2 * DAY},
        {"issued_at": TODAY + 60},
        {"issued_at": TODAY - DAY, "valid_until": TODAY + 90 * DAY},
    ],
    ids=["from the day after tomorrow", "with the minute", "more than 90 days with yesterday"],
)
def test_a_time_that_no_consent_has(pair: tuple[Party, Party], changes: dict[str, int]) -> None:
    refused(*pair, "consent-too-long", **changes)


@pytest.mark.parametrize("lang", languages())
def test_a_notice_is_good_in_the_language_in_which_it_was_shown(pair: tuple[Party, Party], lang: str) -> None:
    shown = shown_in(lang)
    for other in {*languages(), "fr"} - {lang}:
        refused(*pair, "unknown-notice", notice=replace(shown, lang=other))
    refused(*pair, "unknown-notice", notice=replace(shown, version="2"))
    assert given(*pair, notice=shown)


def test_another_signature_is_a_forgery(pair: tuple[Party, Party], bens: Party) -> None:
    anas, sams = pair
    for other in (bens, sams):
        refused(anas, sams, "consent-forged", sig=other.bag.sig)
    copy = copy_for(anas, sams)
    head, payload, signature = copy.request["consent"].split(".")
    flipped = ("B" if signature[5] != "B" else "C").join((signature[:5], signature[6:]))
    assert code(copy.give(consent=f"{head}.{payload}.{flipped}")) == "consent-forged"


@pytest.mark.parametrize("what", ["own", "reader", "reader_kid"])
def test_a_consent_between_others_is_foreign(pair: tuple[Party, Party], bens: Party, what: str) -> None:
    values = {"own": bens.id, "reader": bens.id, "reader_kid": bens.bag.enc.kid}
    refused(*pair, "consent-foreign", **{what: values[what]})


def test_nobody_unverified_is_shared_with(pair: tuple[Party, Party]) -> None:
    refused(*pair, "bad-header", verified="no")


Mix = Callable[[Any, Any], dict[str, str]]
MIXED: dict[str, Mix] = {
    "another's consent": lambda _one, two: {"consent": two.request["consent"]},
    "another's grant": lambda _one, two: {"grant": two.request["grant"]},
    "both of another": lambda _one, two: {name: two.request[name] for name in ("grant", "consent")},
    "another's body": lambda _one, two: {name: two.request[name] for name in ("body", "slot")},
}


@pytest.mark.parametrize("how", MIXED)
def test_what_belongs_to_another_copy_does_not_fit(pair: tuple[Party, Party], how: str) -> None:
    one, two = copy_for(*pair), copy_for(*pair)
    answer = one.give(**MIXED[how](one, two))
    assert code(answer) in {"consent-foreign", "consent-scope", "bad-grant"}
    assert Copy.objects.count() == 0


def test_a_consent_is_good_once(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    first = given(anas, sams)
    again = copy_for(anas, sams, jti=first.consent.jti).give()
    assert (again.status_code, code(again)) == (409, "consent-replayed")
    first.take_back()
    assert first.give().json()["served"] is False
    another = copy_for(anas, sams)
    another.body = replace(another.body, revision=first.body.revision)
    mixed = first.give(consent=another.request["consent"], grant=another.request["grant"])
    assert code(mixed) == "already-shared"


def test_nothing_is_shared_without_a_pairing_or_to_changed_keys(
    anas: Party, sams: Party, bens: Party
) -> None:
    assert code(copy_for(anas, sams).give()) == "not-paired"
    invitation(sams)
    assert code(copy_for(anas, sams).give()) == "not-paired"


def test_an_older_key_of_the_coach_is_refused(pair: tuple[Party, Party], bens: Party) -> None:
    anas, sams = pair
    sams.bag = bens.bag
    assert code(copy_for(anas, sams).give()) == "key-changed"


def test_the_feeds_own_rules_hold(pair: tuple[Party, Party]) -> None:
    copy = copy_for(*pair)
    assert copy.give(account=new_id()).status_code == 409
    assert copy.give(epoch="0" * 32).status_code == 410
    assert code(copy.give(gen=2)) == "stale-vault"
    assert copy.give(slot=copy_for(*pair).request["slot"]).status_code == 400
    assert copy.give(note="x").status_code == 400
    assert copy.give().status_code == 201
