"""Every refusal has one shape, whoever refuses."""

from typing import Any

import pytest
from django.test import Client
from rest_framework.test import APIClient

from api.parsing import strict_json
from tests.api.people.test_me import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/api/nothing", "/api/v1/nothing/", "/robots.txt", "/assets/gone-12345678.js", "/a.b"]
)
def test_an_unknown_address_is_a_problem(address: str) -> None:
    answer = Client(headers={"host": "localhost"}).get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["request_id"] == answer["X-Request-ID"]


def test_an_unknown_host_is_a_problem() -> None:
    answer = Client(headers={"host": "evil.example"}).get("/api/v1/me/")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"zone": "UTC", "zone": "UTC"}', "twice"),
        (b'{"zone": "U\\u0000"}', "NUL"),
        (b'{"zone": "\x00"}', "strict JSON"),
        (b'{"zone": "\\ud800"}', "surrogate"),
        (b'{"zone": NaN}', "NaN"),
        (b"[" * 100_000, "depth"),
        (b"[" * 66 + b"]" * 66, "deeper"),
        (b"\xff\xfe", "UTF-8"),
        (b"1" * 5000, "too long"),
        (b'{"zone": ', "strict JSON"),
    ],
)
def test_json_with_two_meanings_or_none_is_refused(ana: Any, raw: bytes, reason: str) -> None:
    answer = signed_in(ana).generic("PATCH", "/api/v1/me/", raw, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/malformed-json")
    assert reason in answer.json()["detail"]


def test_a_refusal_never_repeats_what_was_sent(ana: Any) -> None:
    secret = "they-shouted-at-me"
    for raw in (f'{{"{secret}": 1}}x', f'{{"zone": "{secret}"}}', f'"{secret}'):
        answer = signed_in(ana).generic("PATCH", "/api/v1/me/", raw, content_type="application/json")
        assert answer.status_code == 400
        assert secret not in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["They shouted", "x - at `They shouted", "They shouted - at `$.x", "`They shouted`"]
)
def test_the_name_of_a_member_that_nobody_declared_is_not_repeated_either(ana: Any, name: str) -> None:
    for given in ({name: 1}, {"account": "", "epoch": "e", "gen": 1, "revs": [{name: 1}]}):
        answer = signed_in(ana).post("/api/v1/feed/push/", given, format="json")
        assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid")
        assert "shouted" not in answer.content.decode()


def test_two_megabytes_are_too_large(ana: Any) -> None:
    raw = b'{"zone": "' + b"x" * 2_000_000 + b'"}'
    answer = signed_in(ana).generic("PATCH", "/api/v1/me/", raw, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")


def test_another_media_type_method_or_accept_is_a_problem(ana: Any) -> None:
    client: APIClient = signed_in(ana)
    assert client.generic("PATCH", "/api/v1/me/", b"a=b", content_type="text/plain").status_code == 415
    assert client.delete("/api/v1/me/").json()["type"] == "/problems/method-not-allowed"
    assert client.get("/api/v1/me/", headers={"accept": "text/html"})["Content-Type"] == "application/json"


def test_64_levels_are_fine() -> None:
    assert strict_json(b"[" * 64 + b"]" * 64)
