"""What a coach must never see: each line of it, held against everything the API gives a coach who has a copy."""

import json
from typing import Any

import pytest

from tests.addresses import every_address
from tests.device import API
from tests.forge import DAY, header_of, rev_of, sealed
from tests.pairs import Copy, Party, given, paired


@pytest.fixture
def told(pair: tuple[Party, Party], bens: Party, coach: Any) -> tuple[Copy, dict[str, Any], Party, str]:
    """Ana has written, ticked, made a schedule, and shared two copies, one of which she took back; all that Sam is told."""
    anas, sams = pair
    kept = [sealed(), sealed(), sealed(kind="note", day=None, written=None)]
    anas.device.push(*kept)
    copy, gone = given(anas, sams), given(anas, sams)
    gone.take_back()
    everything = {address: sams.http.get(address) for address in every_address(anas.id)}
    everything["open"] = copy.open()
    everything["reply"] = copy.reply()
    text = " ".join(answer.content.decode() for answer in everything.values())
    secrets = {"gone": gone.item, **{f"entry {n}": header_of(one)["item"] for n, one in enumerate(kept)}}
    secrets |= {f"rev {n}": rev_of(one) for n, one in enumerate(kept)}
    assert [name for name, secret in secrets.items() if secret in text] == []
    return copy, everything, anas, text


def test_private_entries_and_their_number_are_not_told(told: tuple[Copy, dict[str, Any], Party, str]) -> None:
    _copy, everything, anas, text = told
    assert anas.device.epoch not in text
    assert set(everything["reply"].json()) == {"status", "rev"}
    assert DAY not in text, "the day of an entry"


def test_streaks_last_use_and_settings_are_not_told(told: tuple[Copy, dict[str, Any], Party, str]) -> None:
    _copy, _everything, anas, text = told
    for member in (anas.device.person.email, anas.device.person.zone, "last_seen"):
        assert member not in text.replace("last_seen_at", "")


def test_a_copy_tells_the_day_it_was_shared_and_no_time(
    told: tuple[Copy, dict[str, Any], Party, str],
) -> None:
    copy, everything, _anas, _text = told
    (row,) = everything[f"{API}/inbox/"].json()["results"]
    assert set(row) == {"item", "rev", "owner", "grant", "shared_on", "until", "opened", "answered"}
    assert (row["item"], len(row["shared_on"]), row["until"] % 86_400) == (copy.item, 10, 0)


def test_the_body_says_nothing_of_days_or_parents(told: tuple[Copy, dict[str, Any], Party, str]) -> None:
    _copy, everything, _anas, _text = told
    header = header_of(everything["open"].json())
    assert set(header) == {"alg", "enc", "typ", "kid", "item", "rev", "parents", "kind", "del"}
    assert header["parents"] == []


def test_what_was_shared_with_another_coach_stays_with_that_one(
    pair: tuple[Party, Party], bens: Party
) -> None:
    anas, sams = pair
    bens.device.person.is_coach = True
    bens.device.person.save()
    paired(anas, bens)
    other = given(anas, bens)
    mine = given(anas, sams)
    assert [row["item"] for row in sams.get("inbox/").json()["results"]] == [mine.item]
    shown = json.dumps([sams.get("pairings/").json(), sams.get(f"keycards/{anas.id}/").json()])
    assert bens.id not in shown
    assert other.item not in shown
    assert sams.post(f"copies/{other.item}/open/", {"opening": mine.item}).status_code == 404
