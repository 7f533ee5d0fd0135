"""Deleting: a tombstone takes the words of all its ancestors, whatever comes first; nothing else loses a word."""

from itertools import permutations
from typing import Any

import pytest

from journal.feeds.models import Revision
from tests.device import Device, stored
from tests.forge import Rev, emptied, hash_of, header_of, new_id, rev_of, sealed, tombstone


def chain(length: int, **members: Any) -> list[Rev]:
    """One item's revisions, each the child of the one before."""
    item, revs = new_id(), list[Rev]()
    for _ in range(length):
        revs.append(sealed(item=item, parents=[rev_of(one) for one in revs[-1:]], **members))
    return revs


def below(rev: Rev, deletion: str, **members: Any) -> Rev:
    """A tombstone for a revision."""
    header = header_of(rev)
    members = {"item": header["item"], "kind": header["kind"], "parents": [rev_of(rev)], **members}
    return tombstone(deletion, **members)


def test_keep_day_takes_the_words_and_leaves_the_day(device: Device) -> None:
    first, second = chain(2)
    grave = below(second, "keep-day")
    assert device.statuses(first, second, grave) == ["applied"] * 3
    read = device.everything()
    for rev in (first, second):
        assert read[rev_of(rev)] == {"seq": read[rev_of(rev)]["seq"], **emptied(rev)}
    assert read[rev_of(grave)]["body"] == grave["body"]


WHEN = pytest.mark.parametrize("when", ["in one batch", "afterwards"])


def bury(device: Device, revs: list[Rev], grave: Rev, when: str) -> None:
    """Pushes revisions with their tombstone, or the tombstone when they are stored."""
    batches = [[*revs, grave]] if when == "in one batch" else [revs, [grave]]
    assert [status for batch in batches for status in device.statuses(*batch)] == ["applied"] * (
        len(revs) + 1
    )


@WHEN
def test_forget_takes_the_day_too_and_what_it_belonged_to(device: Device, when: str) -> None:
    ticks = chain(2, kind="tick", of=new_id())
    bury(device, ticks, below(ticks[1], "forget"), when)
    read = device.everything()
    for rev in ticks:
        assert read[rev_of(rev)] == {"seq": read[rev_of(rev)]["seq"], **emptied(rev, keep_day=False)}
    assert not Revision.objects.filter(body=None).exclude(day=None, written=None, of=None, pub=None).exists()


@WHEN
def test_facts_in_clear_go_with_the_words(device: Device, when: str) -> None:
    pub = {"from": "2024-05-14", "to": "2024-05-16", "made_on": "2024-05-14"}
    away = sealed(kind="off", day=None, written=None, pub=pub)
    bury(device, [away], below(away, "keep-day", day=None, written=None), when)
    assert Revision.objects.get(rev=rev_of(away)).pub is None


@pytest.mark.parametrize("deletion", ["keep-day", "forget"])
def test_in_whatever_order_they_come_the_same_remains(device: Device, deletion: str) -> None:
    endings = set[str]()
    for order in permutations(range(4)):
        revs = chain(3)
        revs.append(below(revs[-1], deletion))
        for index in order:
            assert device.statuses(revs[index]) == ["applied"]
        read = device.everything()
        for rev in revs[:3]:
            assert {"seq", *emptied(rev, keep_day=deletion == "keep-day")} == set(read[rev_of(rev)])
        item = Revision.objects.filter(item=header_of(revs[0])["item"])
        endings.add(
            str(sorted(item.values_list("superseded", "size", "deletion", "day", "written"), key=str))
        )
    assert len(endings) == 1


def test_an_ancestor_that_comes_late_connects_others_that_were_there(device: Device) -> None:
    first, second, third = chain(3)
    grave = below(third, "keep-day")
    assert device.statuses(first) + device.statuses(third, grave) == ["applied"] * 3
    assert "body" in device.everything()[rev_of(first)]  # nothing ties it to the tombstone yet
    assert device.statuses(second) == ["applied"]
    read = device.everything()
    assert all("body" not in read[rev_of(rev)] for rev in (first, second, third))


def test_an_edit_made_elsewhere_at_the_same_time_stays(device: Device) -> None:
    (first,) = chain(1)
    edit = sealed(item=header_of(first)["item"], parents=[rev_of(first)])
    assert device.statuses(first, below(first, "forget"), edit) == ["applied"] * 3
    read = device.everything()
    assert "body" not in read[rev_of(first)]
    assert read[rev_of(edit)]["body"] == edit["body"]
    (head,) = device.http.get(f"/api/v1/entries/{header_of(first)['item']}/").json()["results"]
    assert head["rev"] == rev_of(edit)


def test_the_stronger_of_two_deletions_holds_whichever_came_first(device: Device) -> None:
    for order in permutations(range(3)):
        (first,) = chain(1)
        revs = [first, below(first, "forget"), below(first, "keep-day")]
        for index in order:
            assert device.statuses(revs[index]) == ["applied"]
        assert {"seq", *emptied(first, keep_day=False)} == set(device.everything()[rev_of(first)])


def test_a_tombstone_that_forgets_stays_whole_below_another_and_one_that_keeps_the_day_does_not(
    device: Device,
) -> None:
    for deletion, stays in (("forget", True), ("keep-day", False)):
        (first,) = chain(1)
        grave = below(first, deletion)
        last = below(grave, "keep-day")
        assert device.statuses(last, grave) + device.statuses(first) == ["applied"] * 3
        read = device.everything()
        assert ("body" in read[rev_of(grave)]) is stays
        assert ("day" in read[rev_of(first)]) is not stays


def test_what_was_forgotten_stays_forgotten_where_a_later_tombstone_keeps_the_day(device: Device) -> None:
    """All of it comes back from a device that read it, in any order: the day does not."""
    (first,) = chain(1)
    grave = below(first, "forget")
    back = sealed(item=header_of(first)["item"], parents=[rev_of(grave)])
    last = below(back, "keep-day")
    device.statuses(first, grave, back, last)
    whole = [rev for rev in (last, grave) if "body" in device.everything()[rev_of(rev)]]
    Revision.objects.all().delete()
    assert device.statuses(*whole, emptied(back)) + device.statuses(first) == ["applied"] * 4
    assert "day" not in device.everything()[rev_of(first)]


def test_words_never_come_back(device: Device) -> None:
    first, second = chain(2)
    device.push(first, second, below(second, "keep-day"))
    before = stored(device.person)
    assert device.statuses(first, second, emptied(first)) == ["duplicate"] * 3
    other = sealed(item=header_of(first)["item"], rev=rev_of(first))
    assert device.statuses(other) == ["rev-reused"]
    assert stored(device.person) == before


def test_an_emptied_revision_needs_a_tombstone_below_it(device: Device) -> None:
    first, second = chain(2)
    before = stored(device.person)
    assert device.statuses(emptied(first)) == ["no-tombstone"]
    assert device.statuses(emptied(first), emptied(second)) == ["no-tombstone"] * 2
    assert device.statuses(emptied(first), emptied(first)) == ["no-tombstone"] * 2
    assert stored(device.person) == before
    refused = {**below(second, "keep-day"), "slot": None}
    assert device.statuses(emptied(first), emptied(second), refused) == ["no-tombstone"] * 2 + [
        "missing-slot"
    ]
    assert stored(device.person) == before


@pytest.mark.parametrize("deletion", ["keep-day", "forget"])
def test_after_a_restore_the_emptied_form_comes_with_its_tombstone(device: Device, deletion: str) -> None:
    first, second = chain(2)
    grave = below(second, deletion)
    offered = [emptied(first, keep_day=deletion == "keep-day"), emptied(second), grave]
    assert device.statuses(*offered) == ["applied"] * 3
    read = device.everything()
    kept = emptied(first, keep_day=deletion == "keep-day")
    assert read[rev_of(first)] == {"seq": 1, **kept}
    assert ("day" in read[rev_of(second)]) == (deletion == "keep-day")
    assert device.statuses(first) == ["duplicate"]


def test_the_words_and_the_emptied_form_in_one_batch_are_one_revision(device: Device) -> None:
    (first,) = chain(1)
    assert device.statuses(emptied(first), first) == ["duplicate", "applied"]
    assert device.everything()[rev_of(first)]["body"] == first["body"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sha": None}, "missing-header"),
        ({"sha": "short"}, "bad-header"),
        ({"item": "x"}, "bad-header"),
        ({"written": None}, "bad-header"),
        ({"day": "tomorrow"}, "bad-dates"),
        ({"body": "a.b.c.d.e"}, "malformed"),
        ({"kind": "goal"}, "bad-header"),
        ({"parents": ["z", "a"]}, "bad-header"),
    ],
)
def test_an_emptied_revision_of_another_form_is_refused(
    device: Device, change: dict[str, Any], code: str
) -> None:
    before = stored(device.person)
    offered = {name: value for name, value in {**emptied(sealed()), **change}.items() if value is not None}
    assert device.statuses(offered) == [code]
    assert stored(device.person) == before


def test_emptying_gives_room_back(device: Device) -> None:
    first, second = chain(2)
    grave = below(second, "keep-day")
    device.push(first, second, grave)
    (feed, *_rows) = stored(device.person)
    assert feed["size"] == len(grave["body"]) + len(grave["slot"])
    assert device.everything()[rev_of(first)]["sha"] == hash_of(first["body"])


def test_a_circle_of_parents_ends_the_walk(device: Device) -> None:
    item, revs = new_id(), sorted(new_id() for _ in range(3))
    circle = [sealed(item=item, rev=revs[n], parents=[revs[n - 1]]) for n in range(3)]
    grave = tombstone("forget", item=item, parents=[revs[0]])
    assert device.statuses(*circle, grave) == ["applied"] * 4
    read = device.everything()
    assert all("body" not in read[rev] for rev in revs)
