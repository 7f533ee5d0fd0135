"""Promise 1 against tokens that ask for weaker or for costlier work: refused from the header, before a key is touched.

That no work is begun is shown, rather than how long it takes: a clock says something of a busy machine, too. `make bench`
prints how long the slowest of them takes; 50 ms are allowed.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from client.ck1 import grants, keybags, keys, replies, slots
from client.ck1.encoding import Refusal, b64, compact, unb64
from journal.errors import JournalError
from journal.feeds.rules import Offered, read
from journal.kinds import KINDS
from tests.client.weaker import BOMB, Untouched, every_weaker_token, refusal_of
from tests.forge import DAY, new_id, sealed
from tests.journal.feeds.test_rules import TOMORROW


def test_every_wish_for_other_work_is_refused_by_the_header_alone() -> None:
    refused = {which: refusal_of(token, shape) for which, token, shape in every_weaker_token()}
    assert len(refused) > 120
    assert {
        which: code for which, code in refused.items() if code not in ("bad-header", "unknown-header")
    } == {}


NOBODY: Any = Untouched()
OPENERS: dict[str, Callable[[str], object]] = {
    "body": lambda token: slots.open_revision(token, token, slots.Ring(1, NOBODY)),
    "slot": lambda token: slots.open_slot(token, slots.Ring(1, NOBODY)),
    "grant": lambda token: grants.open_grant(token, grants.Reader(new_id(), NOBODY, new_id(), {})),
    "reply": lambda token: replies.open_sealed_reply(token, new_id(), [NOBODY]),
}


@pytest.mark.parametrize("kind", OPENERS)
def test_the_openers_themselves_look_at_the_header_first(kind: str) -> None:
    """Not only what they are made of: with keys that must not be touched, and a bomb where the words are."""
    dear = [token for which, token, _ in every_weaker_token() if which.startswith(f"{kind}:")]
    assert any(len(token) > len(BOMB) for token in dear)
    for token in dear:
        with pytest.raises(Refusal):
            OPENERS[kind](token)


def test_a_point_off_the_curve_is_refused_before_the_private_key_is_used() -> None:
    off = {"kty": "EC", "crv": "P-256", "x": b64(bytes(31) + b"\x01"), "y": b64(bytes(31) + b"\x01")}
    bag = keybags.new_keybag(1)
    said = replies.Reply(new_id(), new_id(), new_id(), new_id(), new_id(), 1, {"v": 1})
    head, rest = replies.seal_reply(said, bag.enc.public, bag.sig).split(".", 1)
    header = {**json.loads(unb64(head)), "epk": off}
    with pytest.raises(Refusal) as refusal:
        replies.open_sealed_reply(f"{b64(compact(header))}.{rest}", said.own, [NOBODY])
    assert refusal.value.code == "bad-key"
    assert keys.thumbprint(bag.enc.public) == header["kid"]


def test_the_server_stores_none_of_them() -> None:
    good = sealed(day=DAY, written=DAY)
    for which, token, _shape in every_weaker_token():
        if which.startswith(("body", "slot", "reply")):
            body, slot = (good["body"], token) if which.startswith("slot") else (token, good["slot"])
            offered = Offered(body, None if which.startswith("reply") else slot)
            with pytest.raises(JournalError):
                read(offered, kinds=KINDS, tomorrow=TOMORROW)
