"""The lying server: whatever it changes, drops or makes up is refused, and said loudly."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from client import Client
from client.ck1 import bodies, keybags, slots
from client.ck1.encoding import b64
from client.feeds.rows import digest_of
from client.keys.vault import root_of
from client.trouble import Locked, Trouble
from tests.client.conftest import Devices, rough_call, texts
from tests.client.forging import emptied, forged_child, with_header
from tests.client.lying import honest

CHANGES = "/api/v1/feed/changes/"
OTHER_ITEM = "0b1d2e3f-4a5b-4c57-8a35-6f2a3c1e6d0b"
Rows = list[dict[str, Any]]


def in_changes(change: Callable[[Rows], None]) -> Callable[[str, Any], Any]:
    """A rule that changes the revisions of each page."""

    def rule(path: str, members: Any) -> Any:
        if path.startswith(CHANGES):
            change(members["revs"])
        return members

    return rule


def of_the_feed(change: Callable[[list[str]], list[str]]) -> Callable[[str, Any], Any]:
    """A rule that shows another set of revisions than there is, without contradicting itself."""

    def rule(path: str, members: Any) -> Any:
        if path.startswith(CHANGES):
            members["revs"] = [row for row in members["revs"] if row["rev"] in change([row["rev"]])]
            members["digest"] = digest_of(change(rule.revs))  # type: ignore[attr-defined]
        if path.startswith("/api/v1/feed/ids/"):
            members["ids"] = change(members["ids"])
        return members

    return rule


def swapped(*names: str) -> Callable[[Rows], None]:
    """The first two revisions with some of their members exchanged, also when they are asked for one by one."""
    told: dict[str, dict[str, Any]] = {}

    def change(revs: Rows) -> None:
        if not told and len(revs) > 1:
            for one, other in ((0, 1), (1, 0)):
                told[revs[one]["rev"]] = {name: revs[other][name] for name in names}
        for row in revs:
            row.update(told.get(row["rev"], {}))

    return change


def rewritten(**members: object) -> Callable[[Rows], None]:
    """Headers that say something else; the seals stay."""

    def change(revs: Rows) -> None:
        for row in revs:
            row["body"] = with_header(row["body"], **members)
            if "item" in members:
                row["slot"] = with_header(row["slot"], **members)

    return change


def without_slot(revs: Rows) -> None:
    for row in revs:
        row["slot"] = None


def emptied_all(revs: Rows) -> None:
    revs[:] = [emptied(row) for row in revs]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (swapped("body"), "swapped"),
        (swapped("slot"), "swapped"),
        (swapped("body", "slot"), "swapped"),
        (rewritten(item=OTHER_ITEM), "does-not-open"),
        (rewritten(day="2020-01-01", written="2020-01-01"), "swapped"),
        (rewritten(kind="note"), "swapped"),
        (rewritten(**{"del": "keep-day"}), "forged"),
        (without_slot, "does-not-open"),
        (emptied_all, "emptied-without-tombstone"),
    ],
    ids=[
        "bodies",
        "slots",
        "revisions",
        "another item",
        "another day",
        "another kind",
        "deletion",
        "no slot",
        "emptied",
    ],
)
def test_what_was_not_sealed_like_this_is_refused(
    devices: Devices, phone: Client, liar: Any, change: Callable[[Rows], None], code: str
) -> None:
    rough_call(phone, "first")
    rough_call(phone, "second")
    phone.sync()
    laptop = devices.signed_in("laptop")
    between = liar(laptop, in_changes(change))
    for _ in range(2):
        assert {alarm for alarm, _ in laptop.sync().alarms} == {code}
        assert laptop.items() == []
    between.rule = honest
    laptop.sync()
    assert laptop.sync().alarms == []
    assert texts(laptop) == ["first", "second"]


def test_a_forged_deletion_deletes_nothing(phone: Client, laptop: Client, liar: Any) -> None:
    item = rough_call(phone)
    phone.sync()
    forged: Rows = []

    def rule(path: str, members: Any) -> Any:
        if path.startswith(CHANGES) and members["revs"] and not forged:
            forged.append(forged_child(members["revs"][0], deletion="keep-day"))
            return {**members, "revs": members["revs"] + forged, "cursor": 2}
        return members

    liar(laptop, rule)
    alarms = laptop.sync().alarms
    assert ("forged", forged[0]["rev"]) in alarms
    assert [found.item for found in laptop.items()] == [item]


def test_a_revision_once_seen_and_then_hidden_is_missed(phone: Client, laptop: Client, liar: Any) -> None:
    for text in ("first", "second", "third"):
        rough_call(phone, text)
    phone.sync()
    laptop.sync()
    revs = sorted(laptop.store.placed(), key=laptop.store.placed().__getitem__)
    rule = of_the_feed(lambda found: [rev for rev in found if rev != revs[1]])
    rule.revs = revs  # type: ignore[attr-defined]
    between = liar(laptop, rule)
    assert ("withheld", revs[1]) in laptop.sync().alarms
    assert texts(laptop) == ["first", "second", "third"]
    between.rule = honest
    laptop.sync()
    assert laptop.sync().alarms == []


def test_a_feed_shown_as_it_was_before_is_a_roll_back(phone: Client, laptop: Client, liar: Any) -> None:
    for text in ("first", "second"):
        rough_call(phone, text)
    phone.sync()
    laptop.sync()
    revs = sorted(laptop.store.placed(), key=laptop.store.placed().__getitem__)
    rule = of_the_feed(lambda found: [rev for rev in found if rev != revs[1]])
    rule.revs = revs  # type: ignore[attr-defined]
    liar(laptop, rule)
    assert ("rolled-back", revs[1]) in laptop.sync().alarms
    assert texts(laptop) == ["first", "second"]


def test_a_number_left_out_is_a_revision_withheld(devices: Devices, phone: Client, liar: Any) -> None:
    for text in ("first", "second", "third"):
        rough_call(phone, text)
    phone.sync()
    laptop = devices.signed_in("laptop")

    def leave_out(revs: Rows) -> None:
        revs[:] = [row for row in revs if row["seq"] != 2]

    between = liar(laptop, in_changes(leave_out))
    hidden = next(rev for rev, seq in phone.store.placed().items() if seq == 2)
    assert ("withheld", hidden) in laptop.sync().alarms
    assert len(laptop.items()) == 2
    between.rule = honest
    laptop.sync()
    assert laptop.sync().alarms == []
    assert len(laptop.items()) == 3


def test_a_gap_is_missed_even_when_nothing_else_contradicts_it(
    devices: Devices, phone: Client, liar: Any
) -> None:
    for text in ("first", "second", "third"):
        rough_call(phone, text)
    phone.sync()
    revs = sorted(phone.store.placed(), key=phone.store.placed().__getitem__)
    laptop = devices.signed_in("laptop")
    rule = of_the_feed(lambda found: [rev for rev in found if rev != revs[1]])
    rule.revs = revs  # type: ignore[attr-defined]
    liar(laptop, rule)
    assert ("withheld", None) in laptop.sync().alarms
    assert texts(laptop) == ["first", "third"]


def test_an_acknowledgement_that_was_a_lie_is_noticed(phone: Client, liar: Any) -> None:
    rough_call(phone)
    rev = phone.store.unsent()[0].rev

    def acknowledge_only(path: str, members: Any) -> Any:
        if path.startswith(CHANGES):
            return {**members, "revs": [], "cursor": 0, "digest": "0" * 32}
        return {**members, "ids": []} if "ids" in members else members

    liar(phone, acknowledge_only)
    assert ("withheld", rev) in phone.sync().alarms
    assert len(phone.items()) == 1


def test_words_this_device_holds_are_kept_when_the_server_says_they_are_gone(
    phone: Client, laptop: Client, liar: Any
) -> None:
    rough_call(phone)
    phone.sync()
    laptop.sync()
    laptop.store.put(cursor=0)
    liar(laptop, in_changes(emptied_all))
    assert {code for code, _ in laptop.sync().alarms} == {"emptied-without-tombstone"}
    assert len(texts(laptop)) == 1


def test_other_words_under_a_known_name_are_refused(phone: Client, laptop: Client, liar: Any) -> None:
    """Somebody who has the keys and the server may seal anew; a device that has read the first words knows."""
    rough_call(phone)
    phone.sync()
    row = phone.store.all()[0]
    assert row.body is not None
    other = bodies.seal_body(bodies.read_header(row.body), {"v": 1, "t": "check-in", "mood": 1})
    slot = slots.seal_slot(other, slots.ring_of(root_of(phone.store), 1))
    phone.store.put(cursor=0)

    def replace_words(revs: Rows) -> None:
        for served in revs:
            served |= {"body": other.token, "slot": slot}

    liar(phone, in_changes(replace_words))
    assert ("swapped", row.rev) in phone.sync().alarms
    assert phone.items()[0].words["t"] == "encounter"


def test_a_slot_of_a_generation_that_is_over_is_a_replay_unless_it_was_known(
    phone: Client, laptop: Client
) -> None:
    """What a thief with the old root adds after a rotation does not get in."""
    rough_call(phone, "known")
    rough_call(phone, "added later")
    phone.sync()
    known, added = sorted(phone.store.all(), key=lambda row: row.seq or 0)
    old_root = root_of(laptop.store)
    old = keybags.open_keybag(laptop.store.text("keybag"), old_root, 1)
    name = slots.known_prefix(known.rev, known.sha)
    past = keybags.PastGeneration(1, old_root, old.enc, old.sig, frozenset({name}))
    keybag, root = replace(keybags.new_keybag(2), earlier=(past,)), bytes(range(32))
    laptop.store.put(root=b64(root), gen=2, keybag=keybags.seal_keybag(keybag, keybags.Root(root)))
    assert laptop.sync().alarms == [("replayed-generation", added.rev)]
    assert texts(laptop) == ["known"]


def test_a_slot_of_a_later_generation_waits_for_the_new_code_when_the_vault_says_so(
    phone: Client, laptop: Client, liar: Any
) -> None:
    rough_call(phone)
    phone.sync()

    def renewed(path: str, members: Any) -> Any:
        for row in members.get("revs", []):
            row["slot"] = with_header(row["slot"], kid="gen:2")
        return {**members, "gen": 2} if path == "/api/v1/vault/" else members

    between = liar(laptop, renewed)
    with pytest.raises(Locked, match="renewed"):
        laptop.sync()
    assert laptop.store.number("cursor") == 0
    between.rule = lambda path, members: members if path == "/api/v1/vault/" else renewed(path, members)
    assert {code for code, _ in laptop.sync().alarms} == {"does-not-open"}


@pytest.mark.parametrize(
    "members", [{"epoch": "f" * 32}, {"account": OTHER_ITEM}, {"revs": 7}, {"revs": [{"seq": 1}]}]
)
def test_an_answer_that_is_not_for_us_is_discarded_whole(
    phone: Client, laptop: Client, liar: Any, members: dict[str, Any]
) -> None:
    laptop.sync()
    rough_call(phone)
    phone.sync()
    liar(laptop, lambda path, found: {**found, **members} if path.startswith(CHANGES) else found)
    with pytest.raises(Trouble):
        laptop.sync()
    assert laptop.store.all() == []
