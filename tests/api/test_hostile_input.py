"""Every address, every method, everything that should not be sent: a problem each time, never a 5xx, nothing stored."""

import json
from typing import Any

import pytest

from tests.addresses import SOMEBODY, every_address
from tests.api.people.test_me import signed_in

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SECRET = "they-shouted-at-me"
HOSTILE: dict[str, bytes] = {
    "a number": b"7",
    "a list": b"[]",
    "a list of lists": b"[[[[]]]]",
    "null": b"null",
    "an unknown member": json.dumps({SECRET: 1}).encode(),
    "plain words": json.dumps({"body": SECRET, "slot": SECRET}).encode(),
    "wrong types": json.dumps(
        {"account": 1, "epoch": [], "gen": "x", "revs": {}, "body": None, "slot": 3, "keybag": 1}
    ).encode(),
    "too long": json.dumps({"body": "x" * 200_000, "slot": "x" * 200_000, "token": "x" * 200_000}).encode(),
    "huge numbers": b'{"gen": 1e400, "account": 99999999999999999999999999}',
    "NUL": b'{"body": "\\u0000", "epoch": "\\u0000"}',
    "a member twice": b'{"body": "x", "body": "y"}',
    "deep": b'{"revs":' * 200 + b"1" + b"}" * 200,
    "half a letter": b'{"body": "\\ud800"}',
    "no JSON": b"\xff\xfe" + SECRET.encode(),
    "two megabytes": b'{"body": "' + b"x" * 2_000_000 + b'"}',
}
QUERIES = ("?limit=x", "?limit=-1", "?limit=99999999999999999999", "?cursor=%00", "?before=%F0%9F", "?from=2026-13-01", "?day", "?x=1", "?lang=../..", "?epoch=a&epoch=b")  # fmt: skip
NOT_IDS = ("x", "..%2f..", "%00", SOMEBODY.upper(), SOMEBODY[:-1], "0", "' OR 1=1")


def assert_refused(answer: Any, what: str) -> None:
    """A 4xx problem that does not repeat what was sent; reading is allowed to succeed."""
    assert answer.status_code < 500, (what, answer.content[:300])
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json", what
        assert answer.json()["type"].startswith("/problems/"), what
        assert SECRET not in answer.content.decode(), what


@pytest.mark.parametrize("method", METHODS)
def test_every_address_refuses_every_hostile_body(ana: Any, method: str) -> None:
    client = signed_in(ana)
    for address in every_address():
        for name, body in HOSTILE.items():
            answer = client.generic(method, address, body, content_type="application/json")
            assert_refused(answer, f"{method} {address} with {name}")
            if method in {"POST", "PUT", "PATCH"}:
                assert answer.status_code >= 400, f"{method} {address} took {name}"


def test_every_address_stands_strange_queries_and_ids(ana: Any) -> None:
    client = signed_in(ana)
    for address in every_address():
        for query in QUERIES:
            assert_refused(client.get(address + query), address + query)
    for wrong in NOT_IDS:
        for address in every_address(wrong):
            for method in METHODS:
                assert_refused(
                    client.generic(method, address, b"{}", content_type="application/json"),
                    f"{method} {address}",
                )


def test_what_is_somebody_elses_is_not_there(ana: Any, ben: Any) -> None:
    client = signed_in(ana)
    for address in every_address(str(ben.id)):
        if str(ben.id) in address:
            asked = f"?account={ana.id}&epoch=" if "/feed/" in address else ""
            assert client.get(address + asked).status_code in {404, 405, 410}, address


def test_nothing_hostile_was_stored(ana: Any) -> None:
    client = signed_in(ana)
    before = client.get("/api/v1/me/what-you-know/").json()
    for address in every_address():
        for body in HOSTILE.values():
            client.generic("PUT", address, body, content_type="application/json")
            client.generic("POST", address, body, content_type="application/json")
    after = client.get("/api/v1/me/what-you-know/").json()
    assert after.get("revisions") == before.get("revisions")
    assert after["people"] == before["people"]


def test_nobody_signed_in_is_told_so_before_anything_is_looked_at(client: Any, db: None) -> None:
    public = {f"/api/v1/{name}/" for name in ("triggers", "feelings", "techniques", "prompts", "prompts/today", "goal-templates", "drills", "library")}  # fmt: skip
    for address in set(every_address()) - public:
        for method in METHODS:
            answer = client.generic(
                method,
                address,
                HOSTILE["no JSON"],
                content_type="application/json",
                headers={"host": "localhost"},
            )
            assert answer.status_code == 401, f"{method} {address}"
            assert answer.json()["type"] == "/problems/not-signed-in"
