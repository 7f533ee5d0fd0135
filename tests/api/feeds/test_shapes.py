"""The form of a request is refused as a whole, with the member named; never a 500."""

from typing import Any

import pytest

from tests.device import API, Device, stored
from tests.forge import sealed

GOOD = {"account": "a", "epoch": "e", "gen": 1, "revs": []}


@pytest.mark.parametrize(
    ("body", "member"),
    [
        ([], "non_field_errors"),
        ("words", "non_field_errors"),
        (None, "non_field_errors"),
        ({}, "non_field_errors"),
        ({**GOOD, "revs": None}, "revs"),
        ({**GOOD, "revs": {}}, "revs"),
        ({**GOOD, "revs": ["words"]}, "revs[0]"),
        ({**GOOD, "revs": [{"body": 5}]}, "revs[0].body"),
        ({**GOOD, "revs": [{}, {"slot": []}]}, "revs[1].slot"),
        ({**GOOD, "revs": [{"text": "They shouted."}]}, "revs[0].text"),
        ({**GOOD, "revs": [{"parents": [1]}]}, "revs[0].parents[0]"),
        ({**GOOD, "revs": [{}] * 101}, "revs"),
        ({**GOOD, "gen": 0}, "gen"),
        ({**GOOD, "gen": "1"}, "gen"),
        ({**GOOD, "gen": 1.5}, "gen"),
        ({**GOOD, "gen": True}, "gen"),
        ({**GOOD, "gen": 10**40}, "gen"),
        ({**GOOD, "epoch": ""}, "epoch"),
        ({**GOOD, "account": None}, "account"),
        ({**GOOD, "account": "x" * 65}, "account"),
        ({**GOOD, "words": 1}, "words"),
    ],
)
def test_a_push_of_another_form_names_the_member(device: Device, body: Any, member: str) -> None:
    before = stored(device.person)
    answer = device.http.post(f"{API}/feed/push/", body, format="json")
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid")
    assert list(answer.json()["errors"]) == [member]
    assert stored(device.person) == before


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b'{"account":"a","account":"b","epoch":"e","gen":1,"revs":[]}',
        b'{"account":"\\u0000","epoch":"e","gen":1,"revs":[]}',
        b'{"account":"\\ud800","epoch":"e","gen":1,"revs":[]}',
        b'{"account":"a","epoch":"e","gen":NaN,"revs":[]}',
        b'{"revs":' + b"[" * 5000 + b"]" * 5000 + b"}",
        b"\xff\xfe",
    ],
)
@pytest.mark.parametrize("address", ["feed/push/", "vault/"])
def test_what_is_no_strict_json_is_refused(device: Device, address: str, raw: bytes) -> None:
    answer = device.http.post(f"{API}/{address}", raw, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/malformed-json")


@pytest.mark.parametrize("address", ["feed/push/", "vault/"])
def test_more_than_an_address_takes_is_413(device: Device, address: str) -> None:
    raw = b'{"epoch":"' + b"x" * 5_000_000 + b'"}'
    answer = device.http.post(f"{API}/{address}", raw, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")


def test_a_full_push_of_ordinary_entries_fits(device: Device) -> None:
    assert set(device.statuses(*[sealed(size=1024) for _ in range(100)])) == {"applied"}
    assert set(device.statuses(*[sealed(size=65_536) for _ in range(11)])) == {"applied"}


def test_only_json_is_taken(device: Device) -> None:
    answer = device.http.post(f"{API}/feed/push/", {"revs": "x"}, format="multipart")
    assert (answer.status_code, answer.json()["type"]) == (415, "/problems/unsupported-media-type")
    assert device.http.get(f"{API}/feed/push/").status_code == 405
