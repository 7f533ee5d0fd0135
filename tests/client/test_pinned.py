"""Nothing is sealed to, or believed of, keys other than those pinned and verified, whoever hands them over."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from client import Client
from client.ck1 import keybags, keycards, keys, replies
from client.ck1.encoding import Refusal
from client.keys import pending, vault
from client.people import profile
from client.people.profile import Pin
from client.session import Answer
from client.sharing import coaching, giving, mailbox, pairing
from client.trouble import Alarmed, BadRequest, SignInNeeded, Stopped

NOW = datetime(2026, 11, 21, tzinfo=UTC)
ANA, SAM = str(uuid.uuid4()), str(uuid.uuid4())
MINE, SAMS, OTHER = (keybags.new_keybag(1) for _ in range(3))
PIN = Pin(SAM, "Sam", SAMS.enc.kid, SAMS.sig.kid, "qr", "2026-11-20", role="coach")
HELD = {"enc": SAMS.enc.kid, "sig": SAMS.sig.kid, "verified": "qr"}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Client]:
    """A folder that reaches no server."""
    client = Client("http://localhost:9", home=tmp_path)
    yield client
    client.close()


def test_keys_kept_in_the_folder_are_used_only_where_they_are_the_pinned_ones(folder: Client) -> None:
    mailbox.remember_keys(folder.store, SAM, SAMS.enc.public, SAMS.sig.public)
    assert coaching._kept_key(folder, PIN) == SAMS.sig.public
    assert coaching._enc_of(folder, PIN) == giving._pinned_enc(folder, PIN) == SAMS.enc.public
    mailbox.remember_keys(folder.store, SAM, OTHER.enc.public, OTHER.sig.public)
    folder.store.put(signers={SAM: [OTHER.sig.public]})
    for look in (coaching._kept_key, coaching._enc_of):
        with pytest.raises(BadRequest, match="pair again"):
            look(folder, PIN)
    with pytest.raises(SignInNeeded):
        giving._pinned_enc(folder, PIN)


@pytest.mark.parametrize("change", [{"enc": "x"}, {"sig": "x"}, {"verified": "number"}], ids=str)
def test_a_pin_that_is_another_on_one_head_counts_as_not_verified(change: dict[str, str]) -> None:
    for heads in ([HELD, HELD | change], [HELD | change, HELD]):
        merged: Any = profile._merged_pins([{SAM: head} for head in heads])
        assert not profile._pin(SAM, merged[SAM]).trusted


def test_a_pairing_that_is_over_on_one_head_is_over() -> None:
    ended = HELD | {"ended": "2026-11-20"}
    for heads in ([HELD, ended], [ended, HELD]):
        merged: Any = profile._merged_pins([{SAM: head} for head in heads])
        assert profile._pin(SAM, merged[SAM]).ended == "2026-11-20"


def test_only_who_was_verified_in_a_known_way_and_is_still_paired_is_trusted() -> None:
    assert profile._pin(SAM, dict(HELD)).trusted
    assert not profile._pin(SAM, HELD | {"verified": "trust me"}).trusted
    assert not profile._pin(SAM, HELD | {"ended": "2026-11-20"}).trusted
    assert not replace(PIN, verified=None).trusted


def test_a_reply_counts_only_under_the_key_of_whoever_is_pinned() -> None:
    item, rev, of = (str(uuid.uuid4()) for _ in range(3))
    said = replies.Reply(ANA, SAM, item, rev, of, 1, {"v": 1, "text": "I heard you."})
    body = replies.seal_reply(said, MINE.enc.public, SAMS.sig)
    box = mailbox.Mailbox(ANA, (MINE.enc,), {SAM: [SAMS.sig.public]})
    assert box.words(body)[1] == said.words
    for signers in ({SAM: [OTHER.sig.public]}, {ANA: [SAMS.sig.public]}):
        with pytest.raises(Refusal):
            replace(box, signers=signers).words(body)


def test_the_keycard_that_the_new_one_follows_is_ones_own() -> None:
    def last(person: str = ANA, gen: int = 1, enc: Any = MINE.enc, bag: Any = MINE) -> list[str]:
        return [keycards.sign_keycard(person, gen, enc, bag.sig, issued_at=1, prev=None)]

    pending._check_last(last(), ANA, MINE)
    for cards in (last(person=SAM), last(gen=2), last(enc=OTHER.enc), last(bag=OTHER), ["e30.e30.AA"]):
        with pytest.raises(Alarmed):
            pending._check_last(cards, ANA, MINE)


def test_new_keys_are_taken_over_only_by_the_root_that_opens_them(folder: Client) -> None:
    vault = {"gen": 2, "keybag": keybags.seal_keybag(keybags.new_keybag(2), keys.new_root())}
    with pytest.raises(Stopped):
        pending._adopt(folder.store, pending.Pending({"vault": vault}, keys.new_root(), "", []))


class Says:
    """A server that answers what it likes, by address; with nothing otherwise."""

    def __init__(self, answers: dict[str, dict[str, object]]) -> None:
        self._answers = answers

    def api(self, _method: str, path: str, _body: object = None, **_query: object) -> Answer:
        return Answer(200, self._answers.get(path, {}))

    def __enter__(self) -> "Says":
        return self

    def __exit__(self, *_trouble: object) -> None:
        """Nothing is to be closed."""


@pytest.mark.parametrize(
    ("person", "enc", "bag", "code"),
    [
        (SAM, OTHER.enc, SAMS, "other-keys"),
        (SAM, SAMS.enc, OTHER, "other-keys"),
        (ANA, SAMS.enc, SAMS, "forged-keycard"),
    ],
    ids=["another key to seal to", "another key that signs", "another person's"],
)
def test_an_invitation_pins_only_the_keys_it_names(
    folder: Client, monkeypatch: pytest.MonkeyPatch, person: str, enc: Any, bag: Any, code: str
) -> None:
    card = keycards.sign_keycard(person, 1, enc, bag.sig, issued_at=1, prev=None)
    says = Says({f"keycards/{SAM}/": {"keycards": [card]}})
    monkeypatch.setattr(folder, "session", lambda: says)
    with pytest.raises(Alarmed) as refused:
        pairing.pin(folder, pairing.invites.new_invite(SAM, SAMS.enc, SAMS.sig).text, name="Sam")
    assert refused.value.code == code
    expected = BadRequest if code == "other-keys" else Alarmed
    with pytest.raises(expected):
        giving._fetched_enc(folder, PIN)


def test_before_new_keys_are_made_the_last_keycard_is_looked_at(folder: Client) -> None:
    kept: dict[str, object] = {
        "gen": 1,
        "keybag": keybags.seal_keybag(MINE, vault.root_of(folder.store)),
        "wraps": [],
    }
    for bag, code in ((OTHER, Alarmed), (MINE, None)):
        card = keycards.sign_keycard(ANA, 1, bag.enc, bag.sig, issued_at=1, prev=None)
        says: Any = Says({"vault/": kept, f"keycards/{ANA}/": {"keycards": [card]}})
        if code is None:
            assert pending.prepare(folder.store, says, ANA, NOW).cards[0] == card
        else:
            with pytest.raises(code):
                pending.prepare(folder.store, says, ANA, NOW)


def test_nothing_is_read_from_or_shared_with_whoever_is_not_pinned_not_verified_or_over(
    folder: Client,
) -> None:
    ring = vault.ring_of(folder.store)
    with pytest.raises(BadRequest):
        coaching._pin(folder, {"owner": SAM})
    for pin in (replace(PIN, verified=None), replace(PIN, ended="2026-11-20")):
        profile.set_pin(folder.store, ring, ANA, pin)
        profile.mark_pin(folder.store, ring, ANA, SAM, ended=pin.ended)
        for look in (
            lambda: coaching._pin(folder, {"owner": SAM}),
            lambda: pairing.verified_pin(folder, "Sam"),
        ):
            with pytest.raises(BadRequest):
                look()
    profile.set_pin(folder.store, ring, ANA, PIN)
    assert coaching._pin(folder, {"owner": SAM}).enc == pairing.verified_pin(folder, "Sam").enc
