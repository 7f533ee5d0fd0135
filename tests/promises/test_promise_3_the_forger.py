"""Promise 3 against a coach with a changed client, a server that lies, and both together."""

import json
from typing import Any

import pytest

from client import Client
from client.ck1 import bodies, grants, invites, keybags, keycards, keys, slots, tokens
from client.ck1.bodies import Words
from client.ck1.encoding import compact, unb64
from client.ck1.keybags import Keybag
from client.ck1.tokens import Header, object_member
from client.keys.vault import ring_of
from client.people import profile
from client.people.profile import Pin
from client.sharing import coaching, giving, pairing
from client.sharing.giving import Terms
from client.trouble import Alarmed, BadRequest
from journal.feeds.models import Revision
from journal.sharing.models import Copy
from tests.client.conftest import rough_call
from tests.client.hiding import CHANGES, renumbered, without
from tests.client.lying import honest
from tests.promises.two import Two

FORGED: Words = {"v": 1, "t": "encounter", "text": "I will walk out tomorrow."}


def what_sam_knows(two: Two, copy: str) -> tuple[str, bytes]:
    """The body of a copy and its key: a coach who may read has both, and can hand them to the server."""
    stored = Copy.objects.get(item=copy)
    reader = grants.Reader(two.sam.account, two.sams_keys.enc, two.ana.account, two.anas_keys.sig.public)
    content_key = slots.content_key_in(object_member(grants.open_grant(stored.grant, reader), "cek"))
    return str(Revision.objects.get(rev=stored.rev).body), content_key


def other_words(body: str, content_key: bytes) -> str:
    """The same header under the very same key, with other words: it opens for whoever only tries the key."""
    header = tokens.header_of(body, bodies.SHAPE)
    forged = tokens.seal(header, bodies.pad(compact(FORGED)), keys.symmetric(content_key), bodies.SHAPE)
    assert bodies.open_body(forged, content_key) == (bodies.read_header(body), FORGED)
    return forged


def test_coach_and_server_put_no_other_words_under_a_key_they_know(two: Two, liar: Any) -> None:
    copy = two.shared()
    body, content_key = what_sam_knows(two, copy)
    forged, rev = other_words(body, content_key), bodies.read_header(body).rev

    def replace(path: str, members: Any) -> Any:
        for row in members.get("revs", []) if path.startswith(CHANGES) else []:
            row["body"] = forged if row["rev"] == rev else row["body"]
        return members

    laptop = two.devices.signed_in("laptop")
    between = liar(laptop, replace)
    assert ("swapped", rev) in laptop.sync().alarms
    assert copy not in [item.item for item in laptop.items("copy")]
    between.rule = honest
    laptop.sync()
    assert [item.item for item in laptop.items("copy")] == [copy]


def test_words_that_somebody_else_put_into_a_copy_are_not_read_as_its_owners(two: Two) -> None:
    """In the database itself, where the server keeps a body under its hash: both are changed."""
    copy = two.shared()
    forged = other_words(*what_sam_knows(two, copy))
    Revision.objects.filter(item=copy).update(body=forged, sha=bodies.committed_hash(forged))
    Copy.objects.filter(item=copy).update(sha=bodies.committed_hash(forged))
    with pytest.raises(Alarmed, match="another copy"):
        coaching.read(two.sam, copy)


def in_place_of(person: str, keybag: Keybag) -> Any:
    """A rule that shows keys of the server's own as somebody's."""
    card = keycards.sign_keycard(person, 1, keybag.enc, keybag.sig, issued_at=1_790_000_000, prev=None)

    def rule(path: str, members: Any) -> Any:
        return {"keycards": [card]} if path == f"/api/v1/keycards/{person}/" else members

    return rule


def test_keys_the_coach_never_made_are_given_nothing_once_the_real_ones_are_pinned(
    two: Two, liar: Any
) -> None:
    servers_own = keybags.new_keybag(1)
    liar(two.ana, in_place_of(two.sam.account, servers_own))
    copy = two.shared()
    header = tokens.header_of(Copy.objects.get(item=copy).grant, grants.SEALED_SHAPE)
    assert header["kid"] == two.sams_keys.enc.kid != servers_own.enc.kid
    assert coaching.read(two.sam, copy)[0] == "Ana"


def test_a_device_that_has_to_ask_for_the_coachs_keys_takes_only_those_that_were_pinned(
    two: Two, liar: Any
) -> None:
    ana = two.ana
    pin = profile.pins_of(ana.store, ring_of(ana.store))[two.sam.account]
    assert pin.public
    # As a device wrote it that kept thumbprints alone.
    profile.mark_pin(ana.store, ring_of(ana.store), ana.account, two.sam.account, keys={})
    ana.store.put(encs=None)
    between = liar(ana, in_place_of(two.sam.account, keybags.new_keybag(1)))
    with pytest.raises(BadRequest) as refused:
        two.shared()
    assert refused.value.code == "keys-changed"
    assert (ana.items("copy"), Copy.objects.count()) == ([], 0)
    between.rule = honest
    assert coaching.read(two.sam, two.shared())[0] == "Ana"


def answered_by_the_server(agent: str, shown: Header, servers_own: Keybag) -> list[str]:
    """What a server can answer to an invitation in an agent's place: it lacks the nonce, so it guesses one, or takes the
    proof of the real answer."""
    guessed = invites.new_invite(str(shown["reader"]), servers_own.enc, servers_own.sig)
    own = {"enc": servers_own.enc.public, "sig": servers_own.sig.public}
    head = {**invites.SHAPE.fixed, "kid": servers_own.sig.kid}
    borrowed = tokens.sign(head, compact({**shown, **own}), servers_own.sig.private, invites.SHAPE)
    return [invites.sign_accept(guessed, agent, servers_own.enc, servers_own.sig), borrowed]


@pytest.mark.parametrize("which", [0, 1], ids=["a guessed proof", "a borrowed proof"])
def test_an_answer_that_the_server_wrote_pins_nobody(strangers: Two, liar: Any, which: int) -> None:
    ana, sam, agent = strangers.ana, strangers.sam, strangers.ana.account
    pairing.pin(ana, pairing.invite(sam), name="Sam")

    def rule(path: str, members: Any) -> Any:
        if path.startswith("/api/v1/pairings/") and members.get("accept"):
            shown = json.loads(unb64(members["accept"].split(".")[1]))
            members["accept"] = answered_by_the_server(agent, shown, keybags.new_keybag(1))[which]
        return members

    between = liar(sam, rule)
    with pytest.raises(Alarmed) as refused:
        pairing.accept(sam, name="Ana")
    assert refused.value.code == "forged-answer"
    assert profile.pins_of(sam.store, ring_of(sam.store)) == {}
    between.rule = honest
    (found,) = pairing.accept(sam, name="Ana")
    assert (found.pin.person, found.pin.enc) == (ana.account, strangers.anas_keys.enc.kid)


def test_a_coach_replies_to_the_pinned_keys_whatever_keys_the_server_shows(two: Two, liar: Any) -> None:
    copy = two.shared()
    liar(two.sam, in_place_of(two.ana.account, keybags.new_keybag(1)))
    coaching.reply(two.sam, copy, "Thank you.")
    two.ana.sync()
    assert [reply.words["text"] for reply in giving.replies_to(two.ana, copy)] == ["Thank you."]
    body = str(Revision.objects.get(kind="reply").body)
    assert json.loads(unb64(body.split(".", 1)[0]))["kid"] == two.anas_keys.enc.kid


def shares_with(client: Client, coach: str) -> str:
    """What becomes of a try to share something."""
    with pytest.raises(BadRequest) as refused:
        giving.share(client, rough_call(client), coach, Terms())
    return refused.value.code


def test_where_the_profile_is_withheld_nothing_is_shared_and_a_gap_is_missed(two: Two, liar: Any) -> None:
    rough_call(two.ana)
    two.ana.sync()
    revs = list(
        Revision.objects.filter(feed__owner=two.ana.account).order_by("seq").values_list("rev", flat=True)
    )
    hidden = [row.rev for row in two.ana.store.all() if row.kind == "profile"]
    gap, closed = two.devices.signed_in("laptop"), two.devices.signed_in("tablet")
    between = liar(gap, without(hidden, revs))
    assert "withheld" in {code for code, _ in gap.sync().alarms}
    liar(closed, renumbered(without(hidden, revs)))
    assert closed.sync().alarms == [], "nobody has told this device better"
    for device in (gap, closed):
        assert shares_with(device, two.sam.account) == "not-paired"
    liar(two.ana, without(hidden, revs))
    assert set(hidden) <= {rev for _, rev in two.ana.sync().alarms}, "who has seen it misses it"
    between.rule = honest
    gap.sync()
    assert giving.share(gap, rough_call(gap), two.sam.account, Terms())


def test_pins_that_the_server_kept_apart_count_as_not_verified_once_they_meet(two: Two, liar: Any) -> None:
    """A server that shows each device only its own profile, and one of them a coach's forged invitation."""
    ana, laptop, forged = two.ana, two.devices.signed_in("laptop"), keybags.new_keybag(1)
    revs = list(
        Revision.objects.filter(feed__owner=ana.account).order_by("seq").values_list("rev", flat=True)
    )
    liar(laptop, renumbered(without([row.rev for row in ana.store.all() if row.kind == "profile"], revs)))
    laptop.sync()
    public = {"enc": forged.enc.public, "sig": forged.sig.public}
    wrong = Pin(two.sam.account, "Sam", forged.enc.kid, forged.sig.kid, "qr", "2026-11-20", public=public)
    profile.set_pin(laptop.store, ring_of(laptop.store), laptop.account, wrong)
    laptop.store.put(server=two.ana.store.text("server"))
    for device in (laptop, ana, laptop):
        device.sync()
    for device in (ana, laptop):
        assert shares_with(device, two.sam.account) == "not-verified"
    two.pair()
    laptop.sync()
    copy = giving.share(laptop, rough_call(laptop, "to the real Sam"), two.sam.account, Terms())
    laptop.sync()
    assert coaching.read(two.sam, copy)[1].words["text"] == "to the real Sam"
