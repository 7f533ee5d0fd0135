"""Invitations, consents, replies and ledgers of both clients open here; a changed one does not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contract import vectors
from tests.contract.pieces import Failure

LEAVES = (
    ("own", "own"),
    ("invite.text", "invite.text"),
    ("invite.id", "invite.id"),
    ("invite.accept", "invite.accept"),
    ("consent.token", "consent.token"),
    ("reply.token", "reply.token"),
    ("reply.of", "reply.of"),
    ("ledger.hash", "ledger.hash"),
)


@pytest.fixture(params=vectors.SHARING, ids=lambda path: path.stem)
def content(request: pytest.FixtureRequest) -> Any:
    """What one side made."""
    file: Path = request.param
    return json.loads(file.read_text(encoding="utf-8"))


def test_every_piece_opens(content: Any) -> None:
    assert vectors.check(json.dumps(content).encode()).endswith("open")


@pytest.mark.parametrize(("path", "where"), LEAVES)
def test_one_changed_letter_is_refused(content: Any, path: str, where: str) -> None:
    *way, name = path.split(".")
    holder = content[way[0]] if way else content
    text = holder[name]
    for place in range(0, len(text), max(1, len(text) // 40)):
        holder[name] = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        with pytest.raises(Failure) as failure:
            vectors.check(json.dumps(content).encode())
        assert where == "own" or failure.value.where.startswith(where.split(".", maxsplit=1)[0])


def test_a_ledger_with_an_event_edited_left_out_or_moved_leads_elsewhere(content: Any) -> None:
    events = content["ledger"]["events"]
    changed = [
        [events[0].replace("2026", "2025"), *events[1:]],
        events[1:],
        [*events[1:], events[0]],
        events[:-1],
    ]
    for wrong in changed:
        content["ledger"]["events"] = wrong
        with pytest.raises(Failure):
            vectors.check(json.dumps(content).encode())
