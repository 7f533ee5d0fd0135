"""Bodies and slots: what opens, and everything that must not."""

import json
import uuid
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwe

from client.ck1 import bodies, keybags, keys, slots
from client.ck1.bodies import Revision, Sealed
from client.ck1.encoding import Refusal, unb64
from tests.client.forging import with_header

ROOT = keys.Root(bytes(range(32)))
RING = slots.ring_of(ROOT, 1)
WORDS = {"v": 1, "t": "encounter", "text": "They shouted before I said my name."}
DAY = "2026-09-14"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def entry(**changes: object) -> Revision:
    return replace(Revision(str(uuid.uuid4()), str(uuid.uuid4()), "entry", day=DAY, written=DAY), **changes)


def sealed(revision: Revision | None = None) -> tuple[bodies.Body, str]:
    body = bodies.seal_body(revision or entry(), WORDS)
    return body, slots.seal_slot(body, RING)


def refused(body: str, slot: str, ring: slots.Ring = RING) -> str:
    with pytest.raises(Refusal) as refusal:
        slots.open_revision(body, slot, ring)
    return refusal.value.code


@given(st.dictionaries(st.text(max_size=8), json_values, max_size=5))
def test_words_come_back_as_they_went_in(words: dict[str, object]) -> None:
    revision, words = entry(), {**words, "v": 1}
    body = bodies.seal_body(revision, words)
    assert slots.open_revision(body.token, slots.seal_slot(body, RING), RING) == (revision, words)


@pytest.mark.parametrize(
    "revision",
    [
        entry(parents=tuple(sorted(str(uuid.uuid4()) for _ in range(16)))),
        entry(deletion="keep-day"),
        entry(deletion="forget", day=None, written=None),
        entry(kind="tick", of=str(uuid.uuid4())),
        entry(kind="off", day=None, written=None, pub={"from": DAY, "to": DAY, "made_on": DAY}),
        entry(kind="kind-of-next-year"),
    ],
    ids=["16 parents", "keep-day", "forget", "of", "pub", "unknown kind"],
)
def test_every_member_of_the_header_comes_back(revision: Revision) -> None:
    body, slot = sealed(revision)
    assert slots.open_revision(body.token, slot, RING)[0] == revision


@given(st.data())
def test_no_letter_of_a_body_or_a_slot_can_be_changed(data: st.DataObject) -> None:
    body, slot = sealed()
    tokens = [body.token, slot]
    which = data.draw(st.integers(0, 1))
    place = data.draw(st.integers(0, len(tokens[which]) - 1))
    letter = data.draw(st.sampled_from("ABCXYZabcxyz0189-_.").filter(lambda x: x != tokens[which][place]))
    tokens[which] = Sealed(tokens[which][:place] + letter + tokens[which][place + 1 :])
    assert refused(*tokens)


@pytest.mark.parametrize("length", [0, 1, 230, 245, 246, 247, 1000, 60_000])
def test_only_buckets_leave_the_device(length: int) -> None:
    body = bodies.seal_body(entry(), {"v": 1, "text": "x" * length})
    assert len(unb64(body.token.split(".")[3])) in {256 << step for step in range(9)}


def test_more_words_than_the_largest_bucket_are_refused() -> None:
    room = 65_536 - len('{"v":1,"text":""}')
    assert bodies.seal_body(entry(), {"v": 1, "text": "x" * room})
    with pytest.raises(Refusal, match="64 KiB"):
        bodies.seal_body(entry(), {"v": 1, "text": "x" * (room + 1)})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"v":1}', "wrong-bucket"),
        (b'{"v":1}'.ljust(255), "wrong-bucket"),
        (b'{"v":1}'.ljust(768), "wrong-bucket"),
        (b'{"v":1}'.ljust(256, b"\n"), "wrong-bucket"),
        (b'{"v":1}'.ljust(255) + b"\0", "wrong-bucket"),
        (b'{"v":1,"v":1}'.ljust(256), "malformed"),
        (b'{"v":NaN}'.ljust(256), "malformed"),
        (b'{"t":"encounter"}'.ljust(256), "malformed"),
        (b'{"v":0}'.ljust(256), "malformed"),
        (b"[1]}".ljust(256), "malformed"),
        (b'{"v":1,"text":"\xff"}'.ljust(256), "malformed"),
    ],
)
def test_content_that_is_not_exact_is_refused(content: bytes, code: str) -> None:
    key = bytes(32)
    header = bodies._header(entry(), bodies.content_key_name(key))
    token = jwe.encrypt_compact(header, content, keys.symmetric(key), registry=bodies.SHAPE.registry())
    with pytest.raises(Refusal) as refusal:
        bodies.open_body(token, key)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"zip": "DEF"}, "unknown-header"),
        ({"crit": ["exp"]}, "unknown-header"),
        ({"jku": "https://keys.example.org"}, "unknown-header"),
        ({"x5c": []}, "unknown-header"),
        ({"text": "hello"}, "unknown-header"),
        ({"kid": None}, "missing-header"),
        ({"del": None}, "missing-header"),
        ({"alg": "PBES2-HS256+A128KW"}, "bad-header"),
        ({"alg": "RSA-OAEP"}, "bad-header"),
        ({"alg": "none"}, "bad-header"),
        ({"enc": "A128CBC-HS256"}, "bad-header"),
        ({"typ": "ck1-slot+jwe"}, "bad-header"),
        ({"item": "F12C4B7D-A28E-4DD5-8F07-92C8988A0004"}, "bad-header"),
        ({"rev": "not-an-id"}, "bad-header"),
        ({"kind": "Entry"}, "bad-header"),
        ({"del": "yes"}, "bad-header"),
        ({"day": "2026-02-30"}, "bad-header"),
        ({"day": "20260914"}, "bad-header"),
        ({"parents": "none"}, "bad-header"),
        ({"parents": [str(uuid.UUID(int=i, version=4)) for i in range(17)]}, "bad-header"),
        ({"parents": [str(uuid.UUID(int=i, version=4)) for i in (2, 1)]}, "bad-header"),
        ({"parents": [str(uuid.UUID(int=1, version=4))] * 2}, "bad-header"),
        ({"pub": "2026-09-14"}, "malformed"),
        ({"of": 7}, "malformed"),
    ],
)
def test_a_header_that_is_not_exact_is_refused(changes: dict[str, object], code: str) -> None:
    body, _ = sealed()
    token = with_header(body.token, **changes)
    again = slots.seal_slot(replace(body, token=Sealed(token)), RING)
    assert refused(token, again) == code


@pytest.mark.parametrize("name", ["kind", "day", "written", "del", "of", "parents", "item", "rev"])
def test_what_the_server_reads_is_bound_to_the_words(name: str) -> None:
    body, _ = sealed()
    other = {
        "kind": "note",
        "day": "2026-09-13",
        "written": "2026-09-15",
        "del": "keep-day",
        "of": str(uuid.uuid4()),
    }
    other |= {"parents": [str(uuid.uuid4())], "item": str(uuid.uuid4()), "rev": str(uuid.uuid4())}  # type: ignore[dict-item]
    token = with_header(body.token, **{name: other[name]})
    moved = replace(body, token=Sealed(token), revision=bodies.read_header(token))
    assert refused(token, slots.seal_slot(moved, RING)) == "does-not-open"


def test_bodies_swapped_between_two_revisions_do_not_open() -> None:
    (one, one_slot), (two, two_slot) = sealed(), sealed()
    assert refused(one.token, two_slot) == "swapped"
    assert refused(two.token, one_slot) == "swapped"


def test_a_slot_made_for_other_words_of_the_same_revision_does_not_open() -> None:
    body, slot = sealed()
    forged = bodies.seal_body(body.revision, {"v": 1, "text": "Something else."})
    assert refused(forged.token, slot) == "swapped"


@pytest.mark.parametrize("name", ["item", "rev"])
def test_a_slot_that_names_another_revision_is_refused_even_for_the_right_body(name: str) -> None:
    body, _ = sealed()
    other = replace(body.revision, **{name: str(uuid.uuid4())})
    assert refused(body.token, slots.seal_slot(replace(body, revision=other), RING)) == "swapped"


def test_a_body_under_another_key_than_it_names_is_refused() -> None:
    body, _ = sealed()
    key = bytes(32)
    header = {**json.loads(unb64(body.token.split(".")[0]))}
    token = jwe.encrypt_compact(
        header, b'{"v":1}'.ljust(256), keys.symmetric(key), registry=bodies.SHAPE.registry()
    )
    forged = replace(body, token=Sealed(token), content_key=key)
    assert refused(token, slots.seal_slot(forged, RING)) == "swapped"


def test_a_forged_tombstone_does_not_open() -> None:
    """The server knows every header but no key: whatever it seals, it cannot make the slot."""
    body, _ = sealed()
    tombstone = bodies.seal_body(
        entry(item=body.revision.item, parents=(body.revision.rev,), deletion="keep-day"), WORDS
    )
    servers_own = slots.ring_of(keys.new_root(), 1)
    assert refused(tombstone.token, slots.seal_slot(tombstone, servers_own)) == "does-not-open"


def test_a_slot_of_a_later_generation_waits() -> None:
    body, _ = sealed()
    later = slots.seal_slot(body, slots.ring_of(keys.new_root(), 2))
    assert refused(body.token, later) == "later-generation"


def test_a_slot_of_an_earlier_generation_opens_only_when_known() -> None:
    """A thief with an old root cannot add to what was acknowledged before the rotation."""
    known, slot = sealed()
    stolen, late_slot = sealed()
    name = slots.known_prefix(known.revision.rev, bodies.committed_hash(known.token))
    old = keybags.new_keybag(1)
    past = keybags.PastGeneration(1, ROOT, old.enc, old.sig, frozenset({name}))
    new_root, fresh = keys.new_root(), keybags.new_keybag(2)
    keybag = replace(fresh, earlier=(past,))
    opened = keybags.open_keybag(keybags.seal_keybag(keybag, new_root), new_root, 2)
    ring = keybags.ring_with(opened, new_root)
    assert slots.open_revision(known.token, slot, ring)[1] == WORDS
    assert refused(stolen.token, late_slot, ring) == "replayed-generation"
    assert refused(known.token, slot, slots.ring_of(new_root, 2)) == "replayed-generation"


@given(st.text(max_size=200) | st.text("ey.J0A", max_size=60))
def test_any_text_is_refused_calmly(text: str) -> None:
    body, slot = sealed()
    assert refused(text, slot)
    assert refused(body.token, text)
