"""The library's addresses: public, by language, told apart by their hash, and strict about what is asked."""

import json
from typing import Any

import pytest
from django.test import Client

from api.clock import now
from journal.library import queries

ADDRESSES = {
    "triggers/": queries.triggers,
    "feelings/": queries.feelings,
    "techniques/": queries.techniques,
    "prompts/": queries.prompts,
    "goal-templates/": queries.goal_templates,
    "drills/": queries.drills,
    "library/": lambda lang: queries.library(lang, today=now().date()),
}
TODAYS = "prompts/today/?phase=after-shift&date=2026-11-21"
EVERY = [*ADDRESSES, TODAYS]


@pytest.fixture
def get(client: Client) -> Any:
    """Asks an address of the API, signed out."""
    return lambda address, **headers: client.get(f"/api/v1/{address}", headers=headers)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_answer_is_the_catalogue_word_for_word(get: Any, address: str) -> None:
    answer = get(address)
    body = answer.json()
    assert answer.status_code == 200
    assert body.pop("language") == "en"
    assert f'"{body.pop("version")}"' == answer["ETag"]
    assert body == json.loads(json.dumps(ADDRESSES[address]("en")))


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_language_is_answered_word_for_word_too_and_told_apart(get: Any, address: str) -> None:
    answer = get(f"{address}?lang=es-CO")
    body = answer.json()
    assert body.pop("language") == answer["Content-Language"] == "es"
    assert f'"{body.pop("version")}"' == answer["ETag"] != get(address)["ETag"]
    assert body == json.loads(json.dumps(ADDRESSES[address]("es")))
    assert get(address, **{"Accept-Language": "es-MX,en;q=0.5"})["ETag"] == answer["ETag"]


@pytest.mark.parametrize("address", EVERY)
def test_it_is_public_and_may_be_kept(get: Any, address: str) -> None:
    answer = get(address)
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["Vary"] == "Accept-Language"
    assert answer["Content-Language"] == "en"
    assert not answer.cookies


@pytest.mark.parametrize("address", EVERY)
def test_who_has_the_words_gets_none(get: Any, address: str) -> None:
    etag = get(address)["ETag"]
    for known in (etag, f"W/{etag}", f'"another", {etag}', "*"):
        again = get(address, **{"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == etag
    assert get(address, **{"If-None-Match": '"another"'}).status_code == 200


@pytest.mark.parametrize("address", ["triggers/?lang=en", "triggers/?lang=EN-gb", "triggers/?lang=xx-YY"])
def test_an_unknown_language_is_english_and_says_so(get: Any, address: str) -> None:
    answer = get(address)
    assert answer.status_code == 200
    assert answer["Content-Language"] == answer.json()["language"] == "en"


@pytest.mark.parametrize("accepted", ["", "de-AT,de;q=0.9", "en;q=x", "*", "q=1;;,", "," * 5000, "ü"])
def test_any_accept_language_is_answered(get: Any, accepted: str) -> None:
    assert get("triggers/", **{"Accept-Language": accepted})["Content-Language"] == "en"


@pytest.mark.parametrize("address", EVERY)
def test_an_unknown_or_repeated_parameter_is_refused(get: Any, address: str) -> None:
    join = "&" if "?" in address else "?"
    for more, code in (("page=2", "unknown-parameter"), ("lang=en&lang=en", "repeated-parameter")):
        answer = get(f"{address}{join}{more}")
        assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{code}")
        assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("lang", ["", "%00", "e", "..%2Freview", "en_GB", "x" * 36, "en%0A-"])
def test_what_is_no_language_tag_is_refused(get: Any, lang: str) -> None:
    answer = get(f"triggers/?lang={lang}")
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid")
    assert list(answer.json()["errors"]) == ["lang"]


@pytest.mark.parametrize("address", EVERY)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_writes_here(client: Client, address: str, method: str) -> None:
    answer = getattr(client, method)(f"/api/v1/{address}", data="{}", content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (405, "/problems/method-not-allowed")


def test_the_days_prompt_is_the_librarys(get: Any) -> None:
    body = get(TODAYS).json()
    assert (body["phase"], body["date"]) == ("after-shift", "2026-11-21")
    assert body["prompt"] in queries.prompts("en")["prompts"]
    assert get(TODAYS).json() == body
    assert get(TODAYS.replace("-21", "-22")).json()["prompt"] != body["prompt"]


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("", ["date", "phase"]),
        ("phase=after-shift", ["date"]),
        ("date=2026-11-21", ["phase"]),
        ("phase=at-night&date=2026-11-21", ["phase"]),
        ("phase=after-shift&date=2026-02-30", ["date"]),
        ("phase=after-shift&date=20261121", ["date"]),
        ("phase=after-shift&date=2026-1-1", ["date"]),
        ("phase=after-shift&date=2026-11-21T10:00", ["date"]),
        ("phase=after-shift&date=%00", ["date"]),
    ],
)
def test_a_day_and_a_phase_are_needed_in_one_form(get: Any, query: str, wrong: list[str]) -> None:
    answer = get(f"prompts/today/?{query}")
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid")
    assert sorted(answer.json()["errors"]) == wrong


def test_what_waits_for_a_review_is_served_nowhere(get: Any) -> None:
    for address in EVERY:
        text = get(address).content.decode()
        for held in ("caller-in-danger", '"ships"', "988lifeline", "116123", "85258"):
            assert held not in text
