"""Promise 1 against a server that lies: what it makes up from public keys is no entry, and no edit is undone quietly."""

from collections.abc import Callable
from typing import Any

import pytest

from client.ck1 import bodies, keybags, keycards, keys, replies, slots, tokens
from client.ck1.bodies import Revision
from client.ck1.encoding import compact
from client.ck1.tokens import Header, Shape
from client.feeds.rows import digest_of
from client.feeds.writing import new_id
from journal.feeds.models import Feed
from journal.feeds.models import Revision as Stored
from journal.keys.models import Keycard
from tests.client.conftest import TEXT, Devices, rough_call, texts
from tests.client.hiding import Row, injecting
from tests.promises.two import Two

DAY = "2026-11-20"
MADE_UP: dict[str, object] = {"v": 1, "t": "check-in", "mood": 1, "text": "I want to leave."}
TO_A_KEY = {"alg": "ECDH-ES+A256KW", "enc": "A256GCM"}


def anas_public_key() -> Header:
    """As anybody may read it on the server."""
    return keycards.open_keycard(Keycard.objects.values_list("token", flat=True).get()).enc


def entry_for_the_keycard(above: Row) -> Row:
    """An entry of the server's own, its slot sealed to Ana's public key: all that can be sealed for her without her secret."""
    body = bodies.seal_body(Revision(new_id(), new_id(), "entry", day=DAY, written=DAY), MADE_UP)
    item, rev, key = body.revision.item, body.revision.rev, anas_public_key()
    shape = Shape(
        {**TO_A_KEY, "typ": "ck1-slot+jwe", "cty": "jwk+json"}, ("kid", "epk", "item", "rev", "cth")
    )
    header = {
        **shape.fixed,
        "kid": "gen:1",
        "item": item,
        "rev": rev,
        "cth": bodies.committed_hash(body.token),
    }
    content_key = compact(slots.content_jwk(body.content_key))
    slot = tokens.seal(header, content_key, keys.public_key(key), shape)
    return {"seq": above["seq"] + 1, "rev": rev, "body": body.token, "slot": slot}


def entry_without_a_slot(above: Row) -> Row:
    """The same in the form of a reply, which needs no slot, with a header that calls it an entry."""
    said = replies.Reply(new_id(), new_id(), new_id(), new_id(), new_id(), 1_790_000_000, MADE_UP)
    head = replies.seal_reply(said, anas_public_key(), keybags.new_keybag(1).sig)
    header = tokens.header_of(head, replies.SEALED_SHAPE)
    header |= {"kind": "entry", "kid": keys.thumbprint(anas_public_key())}
    del header["epk"]
    body = tokens.seal(header, b"{}".ljust(256), keys.public_key(anas_public_key()), replies.SEALED_SHAPE)
    return {"seq": above["seq"] + 1, "rev": said.rev, "body": body, "slot": None}


@pytest.mark.parametrize("make", [entry_for_the_keycard, entry_without_a_slot])
def test_an_entry_sealed_to_the_public_keycard_is_none_and_it_is_said(
    devices: Devices, liar: Any, make: Callable[[Row], Row]
) -> None:
    rough_call(devices.phone)
    devices.phone.sync()
    laptop = devices.signed_in("laptop")
    rule, added = injecting(make)
    liar(laptop, rule)
    alarms = laptop.sync().alarms
    assert ("does-not-open", added[0]["rev"]) in alarms
    assert texts(laptop) == [TEXT]
    assert laptop.store.row(added[0]["rev"]) is None


def test_a_reply_that_the_server_wrote_in_the_coachs_name_is_shown_to_nobody(two: Two, liar: Any) -> None:
    """It opens, for anybody can seal to a public key; but the pinned coach has not signed it."""
    copy, servers_own = two.shared(), keybags.new_keybag(1)
    said = replies.Reply(two.ana.account, two.sam.account, new_id(), new_id(), copy, 1_790_000_000, MADE_UP)
    body = replies.seal_reply(said, two.anas_keys.enc.public, servers_own.sig)
    laptop = two.devices.signed_in("laptop")
    rule, _added = injecting(
        lambda above: {"seq": above["seq"] + 1, "rev": said.rev, "body": body, "slot": None}
    )
    liar(laptop, rule)
    laptop.sync()
    assert laptop.store.row(said.rev), "it was served and came in as what it is: sealed, by nobody"
    assert laptop.items("reply") == []
    assert "I want to leave." not in texts(laptop)


def undo_in_the_database(rev: str) -> None:
    """The administrator takes one edit out and closes the gap, so that all else goes on: numbers, head, digest."""
    gone = Stored.objects.get(rev=rev)
    gone.delete()
    for later in Stored.objects.filter(feed=gone.feed, seq__gt=gone.seq).order_by("seq"):
        Stored.objects.filter(pk=later.pk).update(seq=later.seq - 1)
    Stored.objects.filter(rev__in=gone.parents.split(",")).update(superseded=False)
    left = Stored.objects.filter(feed=gone.feed).values_list("rev", flat=True)
    Feed.objects.filter(pk=gone.feed_id).update(head=len(left), digest=digest_of(left))


def test_one_edit_taken_out_of_the_database_is_missed_while_all_else_goes_on(
    devices: Devices,
) -> None:
    phone, laptop = devices.phone, devices.signed_in("laptop")
    item = rough_call(phone, "as it was first")
    other = rough_call(phone, "another")
    phone.sync()
    edit = phone.edit(item, text="as it was put right")
    phone.edit(other, text="another, edited too")
    phone.sync()
    laptop.sync()
    undo_in_the_database(edit)
    rough_call(laptop, "written since")
    assert edit in [rev for _, rev in laptop.sync().alarms]
    assert Stored.objects.filter(rev=edit).exists(), "whoever held it has put it back"
    for device in (phone, laptop):
        device.sync()
        assert device.sync().alarms == []
    kept = ["another, edited too", "as it was put right", "written since"]
    late = devices.signed_in("late")
    late.sync()
    assert texts(late) == texts(phone) == texts(laptop) == kept
