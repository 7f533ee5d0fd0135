"""A root on its way to a second device."""

import json
import uuid
from typing import Any

import pytest

from client.ck1 import keys, link
from client.ck1.encoding import Refusal, b64, compact, unb64

OWNER = str(uuid.uuid4())
ROOT = keys.new_root()


def refused(token: str, pair: keys.KeyPair, session: str, person: str = OWNER) -> str:
    with pytest.raises(Refusal) as refusal:
        link.open_link(token, pair, session, person)
    return refusal.value.code


def with_header(token: str, **members: Any) -> str:
    """The token with its header changed."""
    head, rest = token.split(".", 1)
    header = json.loads(unb64(head)) | members
    return f"{b64(compact(header))}.{rest}"


def test_what_is_shown_is_read_and_the_root_arrives() -> None:
    shown, pair = link.new_shown()
    assert link.read_shown(shown.text) == shown
    token = link.seal_link(ROOT, 3, OWNER, link.read_shown(shown.text))
    assert link.open_link(token, pair, shown.session, OWNER) == (ROOT, 3)


def test_each_link_has_a_key_and_a_name_of_its_own() -> None:
    texts = {link.new_shown()[0].text for _ in range(20)}
    assert len(texts) == len({text.split(":")[1] for text in texts}) == 20


def test_nobody_else_opens_it_and_nothing_in_it_can_be_changed() -> None:
    shown, pair = link.new_shown()
    token = link.seal_link(ROOT, 1, OWNER, shown)
    other = keys.new_key_pair()
    assert refused(token, other, shown.session) == "does-not-open"
    assert refused(token, pair, "another-session-of-mine") == "swapped"
    assert refused(token, pair, shown.session, str(uuid.uuid4())) == "swapped"
    for change in ({"gen": 2}, {"own": str(uuid.uuid4())}, {"epk": other.public}):
        assert refused(with_header(token, **change), pair, shown.session) == "does-not-open"
    for change in ({"zip": "DEF"}, {"kid": "x"}, {"apu": "x"}):
        assert refused(with_header(token, **change), pair, shown.session) == "unknown-header"
    assert refused(with_header(token, typ="ck1-root+jwe"), pair, shown.session) == "bad-header"
    private = {**other.public, "d": b64(bytes(32))}
    assert refused(with_header(token, epk=private), pair, shown.session) == "bad-header"
    assert refused(token[:-4], pair, shown.session) in {"does-not-open", "malformed"}


def test_what_holds_no_root_is_refused() -> None:
    shown, pair = link.new_shown()
    token = link.seal_link(keys.Root(b"short"), 1, OWNER, shown)
    assert refused(token, pair, shown.session) == "malformed"
