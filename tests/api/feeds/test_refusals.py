"""What the server refuses to store: plain words, other sizes, other headers, slots and parents of something else."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from api.clock import now
from tests.device import Device, stored
from tests.forge import (
    DAY,
    Rev,
    b64,
    body_header,
    compact,
    header_of,
    jwe,
    new_id,
    rev_of,
    sealed,
    slot_for,
    tombstone,
)

LONG_AGO = "1999-12-31"


def with_body(body: str, item: str, rev: str) -> Rev:
    """Any body with a slot that fits it."""
    return {"body": body, "slot": slot_for(body, item, rev)}


def with_header(**members: Any) -> Rev:
    """A body whose header is what `members` make of it, with a slot that fits."""
    header = body_header(**members)
    return with_body(jwe(header, key=0, size=256), header.get("item", new_id()), header.get("rev", new_id()))


def with_raw_header(raw: bytes) -> Rev:
    """A body with these bytes for a header."""
    return with_body(jwe(raw, key=0, size=256), new_id(), new_id())


def with_pub(pub: bytes, **members: Any) -> Rev:
    """A good header with these facts in clear."""
    header = body_header(**members)
    raw = compact(header)[:-1] + b',"pub":' + pub + b"}"
    return with_body(jwe(raw, key=0, size=256), header["item"], header["rev"])


def with_slot(**members: Any) -> Rev:
    """A good body with a slot that is what `members` make of it."""
    rev = sealed()
    header = header_of(rev)
    return {"body": rev["body"], "slot": slot_for(rev["body"], header["item"], header["rev"], **members)}


def with_parts(**parts: int) -> Rev:
    """A good header over parts of other lengths."""
    header = body_header()
    return with_body(jwe(header, **{"key": 0, "size": 256, **parts}), header["item"], header["rev"])


def doubled() -> Rev:
    """A header that says `kind` twice."""
    return with_raw_header(compact(body_header())[:-1] + b',"kind":"entry"}')


def uncanonical() -> Rev:
    """A tag whose last letter carries bits that mean nothing."""
    rev = sealed()
    body = rev["body"][:-1] + "B"
    header = header_of(rev)
    return with_body(body, header["item"], header["rev"])


def in_days(days: int) -> str:
    """A day from the server's today."""
    return (now().date() + timedelta(days=days)).isoformat()


PLAIN = json.dumps({"text": "They shouted before I said my name."})

REFUSED: dict[str, tuple[Any, str]] = {
    "plain words": ({"body": PLAIN, "slot": PLAIN}, "malformed"),
    "words in base64": ({"body": b64(PLAIN.encode()), "slot": "x"}, "malformed"),
    "words as a JWS": ({"body": f"{b64(PLAIN.encode())}.e30.e30", "slot": "x"}, "malformed"),
    "nothing": ({}, "malformed"),
    "a slot alone": ({"slot": "a.b.c.d.e"}, "malformed"),
    "an empty body": ({"body": "", "slot": ""}, "malformed"),
    "five empty parts": ({"body": "....", "slot": "...."}, "malformed"),
    "not ASCII": ({"body": "ä.ö.ü.ß.é", "slot": "x"}, "malformed"),
    "bits that mean nothing": (uncanonical, "malformed"),
    "padding": (lambda: {**(rev := sealed()), "body": rev["body"] + "="}, "malformed"),
    "a header that is no JSON": (lambda: with_raw_header(b"alg:dir"), "malformed"),
    "a header that is a list": (lambda: with_raw_header(b"[]"), "malformed"),
    "a header in Latin-1": (lambda: with_raw_header(b'{"alg":"\xe4"}'), "malformed"),
    "a header too deep": (lambda: with_raw_header(b"[" * 1500 + b"]" * 1500), "malformed"),
    "facts too deep": (lambda: with_pub(b'{"pattern":' + b"[" * 1010 + b"]" * 1010 + b"}"), "malformed"),
    "facts of an unknown kind, too deep": (
        lambda: with_pub(b'{"a":' * 65 + b"1" + b"}" * 65, kind="x-new", day=None, written=None),
        "malformed",
    ),
    "a member twice": (doubled, "malformed"),
    "NaN": (lambda: with_raw_header(compact(body_header())[:-1] + b',"pub":NaN}'), "malformed"),
    "zip": (lambda: with_header(zip="DEF"), "unknown-header"),
    "crit": (lambda: with_header(crit=["exp"]), "unknown-header"),
    "jku": (lambda: with_header(jku="https://example.org/keys"), "unknown-header"),
    "x5u": (lambda: with_header(x5u="https://example.org/cert"), "unknown-header"),
    "x5c": (lambda: with_header(x5c=["MII="]), "unknown-header"),
    "words in the header": (lambda: with_header(text="They shouted."), "unknown-header"),
    "no kid": (lambda: with_header(kid=None), "missing-header"),
    "no parents": (lambda: with_header(parents=None), "missing-header"),
    "no del": (lambda: with_header(**{"del": None}), "missing-header"),
    "no day": (lambda: with_header(day=None), "missing-header"),
    "no written": (lambda: with_header(written=None), "missing-header"),
    "a tick of no habit": (lambda: with_header(kind="tick"), "missing-header"),
    "no algorithm": (lambda: with_header(alg="none"), "bad-header"),
    "another algorithm": (lambda: with_header(alg="RSA-OAEP"), "bad-header"),
    "another cipher": (lambda: with_header(enc="A128CBC-HS256"), "bad-header"),
    "another type": (lambda: with_header(typ="ck1-slot+jwe"), "bad-header"),
    "a reply, which comes later": (lambda: with_header(typ="ck1-reply+jwe", kind="reply"), "bad-header"),
    "kid of another form": (lambda: with_header(kid="my key"), "bad-header"),
    "an id in capitals": (lambda: with_header(item=new_id().upper()), "bad-header"),
    "an id that tells the minute": (
        lambda: with_header(rev="01936b1c-9f5e-7cc1-8a53-7d2f9f5c0a11"),
        "bad-header",
    ),
    "an id with a line end": (lambda: with_header(item=new_id() + "\n"), "bad-header"),
    "a kind with a space": (lambda: with_header(kind="a word"), "bad-header"),
    "17 parents": (lambda: with_header(parents=sorted(new_id() for _ in range(17))), "bad-header"),
    "unsorted parents": (
        lambda: with_header(parents=sorted((new_id() for _ in range(3)), reverse=True)),
        "bad-header",
    ),
    "a parent twice": (lambda: with_header(parents=[new_id()] * 2), "bad-header"),
    "its own parent": (lambda: with_header(rev=(rev := new_id()), parents=[rev]), "bad-header"),
    "parents as text": (lambda: with_header(parents=new_id()), "bad-header"),
    "del of another word": (lambda: with_header(**{"del": "maybe"}), "bad-header"),
    "of on an entry": (lambda: with_header(of=new_id()), "bad-header"),
    "a day on a goal": (lambda: with_header(kind="goal"), "bad-header"),
    "facts in clear on an entry": (lambda: with_header(pub={"text": "They shouted."}), "bad-header"),
    "forget with a day": (lambda: with_header(**{"del": "forget"}), "bad-header"),
    "a day of another form": (lambda: with_header(day="20240514"), "bad-dates"),
    "no such day": (lambda: with_header(day="2024-02-30"), "bad-dates"),
    "day after written": (lambda: with_header(day=DAY, written=LONG_AGO), "bad-dates"),
    "the day after tomorrow": (lambda: with_header(day=in_days(2), written=in_days(2)), "bad-dates"),
    "no bucket": (lambda: with_parts(size=300), "wrong-bucket"),
    "less than a bucket": (lambda: with_parts(size=128), "wrong-bucket"),
    "no words at all": (lambda: with_parts(size=1), "wrong-bucket"),
    "a wrapped key in a body": (lambda: with_parts(key=40), "malformed"),
    "a short tag": (lambda: with_parts(tag=12), "malformed"),
    "a long initialization vector": (lambda: with_parts(iv=16), "malformed"),
    "more than 64 KiB": (lambda: with_parts(size=131_072), "too-large"),
    "no slot": (lambda: {"body": sealed()["body"]}, "missing-slot"),
    "an empty slot": (lambda: {"body": sealed()["body"], "slot": ""}, "missing-slot"),
    "words for a slot": (lambda: {"body": sealed()["body"], "slot": PLAIN}, "malformed"),
    "a body for a slot": (lambda: {"body": (rev := sealed())["body"], "slot": rev["body"]}, "unknown-header"),
    "a slot of another item": (lambda: with_slot(item=new_id()), "slot-mismatch"),
    "a slot of another revision": (lambda: with_slot(rev=new_id()), "slot-mismatch"),
    "a slot of another body": (lambda: with_slot(cth=b64(bytes(32))), "slot-mismatch"),
    "a slot without cth": (lambda: with_slot(cth=None), "missing-header"),
    "a slot with zip": (lambda: with_slot(zip="DEF"), "unknown-header"),
    "a slot of generation 0": (lambda: with_slot(kid="gen:0"), "bad-header"),
    "a slot on a device key": (lambda: with_slot(kid="device"), "bad-header"),
    "a slot under a password": (lambda: with_slot(alg="PBES2-HS256+A128KW"), "bad-header"),
    "words in a slot": (lambda: with_slot(size=512), "malformed"),
    "half a key in a slot": (lambda: with_slot(size=16), "malformed"),
    "a slot of a later generation": (lambda: with_slot(kid="gen:2"), "later-generation"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_name_and_nothing_is_stored(device: Device, name: str) -> None:
    make, code = REFUSED[name]
    before = stored(device.person)
    assert device.statuses(make() if callable(make) else make) == [code]
    assert stored(device.person) == before


def test_tomorrow_is_still_a_day_for_who_lives_ahead(device: Device) -> None:
    assert device.statuses(sealed(day=in_days(1), written=in_days(1))) == ["applied"]
    assert date.fromisoformat(in_days(1)) > now().date()


@pytest.mark.parametrize("came_first", ["child", "parent"])
def test_a_parent_is_of_the_same_item_whichever_came_first(device: Device, came_first: str) -> None:
    parent = sealed()
    child = sealed(parents=[rev_of(parent)])
    first, second = (child, parent) if came_first == "child" else (parent, child)
    assert device.statuses(first) == ["applied"]
    before = stored(device.person)
    assert device.statuses(second) == ["parent-of-another-item"]
    assert stored(device.person) == before
    assert device.statuses(second, sealed(parents=[rev_of(parent)])) == ["parent-of-another-item"] * 2


@pytest.mark.parametrize("came_first", ["child", "parent"])
def test_an_item_keeps_its_kind_whichever_came_first(device: Device, came_first: str) -> None:
    parent = sealed()
    child = sealed(
        kind="note", day=None, written=None, item=header_of(parent)["item"], parents=[rev_of(parent)]
    )
    revs = (child, parent) if came_first == "child" else (parent, child)
    assert device.statuses(*revs) == ["applied", "other-kind"]


def test_a_tombstone_of_another_item_takes_nothing_away(device: Device) -> None:
    mine = sealed()
    assert device.statuses(mine, tombstone("forget", parents=[rev_of(mine)])) == [
        "applied",
        "parent-of-another-item",
    ]
    assert device.everything()[rev_of(mine)]["body"] == mine["body"]


def test_an_unknown_kind_is_kept_byte_for_byte(device: Device) -> None:
    new = sealed(
        kind="x-mood-ring",
        day=None,
        written=None,
        pub={"colour": 3, "since": "2024-05-14", "form": {"type": "every-day"}},
    )
    with_spaces = with_raw_header(json.dumps(header_of(sealed()), indent=1).encode())
    header = header_of(with_spaces)
    with_spaces["slot"] = slot_for(with_spaces["body"], header["item"], header["rev"])
    assert device.statuses(new, with_spaces) == ["applied"] * 2
    kept = device.everything()
    assert {kept[rev_of(rev)]["body"] for rev in (new, with_spaces)} == {new["body"], with_spaces["body"]}


@pytest.mark.parametrize(
    ("kind", "pub", "code"),
    [
        (
            "schedule",
            {"pattern": {"type": "weekly", "days": [1, 2]}, "made_on": "2024-05-14", "n": 1},
            "applied",
        ),
        ("off", {"from": "2024-05-14", "to": "2024-05-16", "made_on": "2024-05-14"}, "applied"),
        ("off", {"from": "2024-05-14", "to": "2024-05-16"}, "bad-header"),
        (
            "off",
            {"from": "2024-05-14", "to": "2024-05-16", "made_on": "2024-05-14", "why": "ill"},
            "bad-header",
        ),
        ("off", {"from": "because I was ill", "to": "b", "made_on": "c"}, "bad-header"),
        ("off", None, "missing-header"),
        ("off", ["2024-05-14"], "bad-header"),
    ],
)
def test_facts_in_clear_are_facts_and_no_sentences(device: Device, kind: str, pub: Any, code: str) -> None:
    assert device.statuses(sealed(kind=kind, day=None, written=None, pub=pub)) == [code]
