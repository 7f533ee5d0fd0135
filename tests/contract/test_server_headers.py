"""The server takes exactly the headers that have their form; it opens nothing, so any bytes will do for the words."""

import json
from base64 import urlsafe_b64encode
from datetime import date
from typing import Any

import pytest

from journal.errors import JournalError
from journal.feeds.rules import read_body
from journal.kinds import KINDS
from tests.contract.forms import changed, faults, samples

TOMORROW = date(2026, 11, 22)
HELD = samples("header")
WORDS_BYTES = 256


def _token(header: dict[str, Any]) -> str:
    """A body that nobody can open, under this header."""
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    parts = (text, b"", bytes(12), bytes(WORDS_BYTES), bytes(16))
    return ".".join(urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


def _takes(header: dict[str, Any]) -> bool:
    try:
        read_body(_token(header), kinds=KINDS, tomorrow=TOMORROW)
    except JournalError:
        return False
    return True


@pytest.mark.parametrize("header", HELD["valid"], ids=lambda header: f"{header['kind']}-{header['del']}")
def test_what_has_its_form_is_taken(header: dict[str, Any]) -> None:
    assert _takes(header)


@pytest.mark.parametrize("case", HELD["invalid"], ids=lambda case: case["why"])
def test_what_has_not_is_refused(case: dict[str, Any]) -> None:
    assert not _takes(changed(HELD["valid"][0], case))


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("deletion", ["no", "keep-day", "forget"])
@pytest.mark.parametrize("members", [(), ("of",), ("day", "written"), ("of", "day", "written"), ("day",)])
def test_server_and_schema_agree_on_every_kind(kind: str, deletion: str, members: tuple[str, ...]) -> None:
    facts = {"of": HELD["valid"][3]["of"], "day": "2026-11-21", "written": "2026-11-21"}
    header = changed(HELD["valid"][4], {"with": {"kind": kind, "del": deletion}})
    header |= {name: facts[name] for name in members}
    for sample in HELD["valid"]:
        if sample["kind"] == kind and "pub" in sample and deletion == "no":
            header["pub"] = sample["pub"]
    assert _takes(header) == (faults("header", header) == []), header
