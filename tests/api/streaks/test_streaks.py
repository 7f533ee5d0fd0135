"""`streaks/`: what the server answers is what the rules say, from what stands in clear and nothing else."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.feeds import standing
from journal.streaks.answer import Answer
from journal.streaks.weekly import WeeklyStreak
from tests.api.feeds.test_counts import statements
from tests.api.streaks.lives import BARE, LENGTH, Life, counted, day
from tests.device import API, Device, device_of
from tests.forge import header_of, new_id, rev_of, sealed, tombstone

LIVES = 200
TODAY = date(2024, 5, 14)


def asked(device: Device, today: date = TODAY) -> Any:
    """What the server answers."""
    answer = device.http.get(f"{API}/streaks/", {"today": today.isoformat()})
    assert answer.status_code == 200, answer.content
    return answer.json()


def told(found: Answer) -> dict[str, Any]:
    """An answer of the rules as the server should give it."""
    streak = found.streak
    numbers = {"state": streak.state, "current": streak.current, "longest": streak.longest}
    told: dict[str, Any] = {"today": streak.today.isoformat(), **numbers, "pauses": streak.pauses_held}
    if isinstance(streak, WeeklyStreak):
        ends_on = streak.week_ends_on.isoformat()
        told["week"] = {"done": streak.week_done, "target": streak.week_target, "ends_on": ends_on}
    return told | {"strength": round(found.strength, 4)}


def entry(ago: int, **members: Any) -> Any:
    """An entry of so many days ago."""
    on = (TODAY - timedelta(days=ago)).isoformat()
    return sealed(**{"day": on, "written": on, **members})


@pytest.mark.parametrize("part", range(8))
def test_the_server_says_what_the_rules_say_of_any_life(django_user_model: Any, db: None, part: int) -> None:
    for number in range(part, LIVES, 8):
        random = Random(number)
        device = device_of(django_user_model.objects.create_user(f"{new_id()}@example.org", "x"))
        life = Life(random)
        for _ in range(random.randint(1, 5)):
            revs = life.write(random.choice([1, 3, 25]))
            assert set(device.statuses(*revs)) <= {"applied"}
            today = day(random.randrange(LENGTH + 20))
            journaling, habits = counted(life.sent(), today)
            found = asked(device, today)
            assert found["journaling"] == told(journaling), number
            expected = [{"item": item, **told(one)} for item, one in habits.items()]
            assert found["habits"] == expected, number


def test_a_new_account_has_nothing_to_show(device: Device) -> None:
    nothing = {"today": TODAY.isoformat(), "state": "none", "current": 0, "longest": 0, "pauses": 0}
    assert asked(device) == {
        "account": device.account,
        "journaling": {**nothing, "strength": 0.0},
        "habits": [],
    }


def test_a_deletion_keeps_the_day_unless_it_is_to_be_forgotten(device: Device) -> None:
    revs = [entry(ago) for ago in range(3)]
    device.push(*revs)
    assert asked(device)["journaling"]["current"] == 3
    header = header_of(revs[0])
    dates = {name: header[name] for name in ("day", "written")}
    kept = tombstone("keep-day", item=header["item"], parents=[header["rev"]], **dates)
    device.push(kept)
    assert asked(device)["journaling"]["longest"] == 3
    device.push(tombstone("forget", item=header["item"], parents=[rev_of(kept)]))
    assert asked(device)["journaling"]["longest"] == 2


def test_what_was_replaced_before_it_came_marks_no_day(device: Device) -> None:
    first = entry(0)
    moved = entry(1, item=header_of(first)["item"], parents=[rev_of(first)])
    for rev in (moved, first):
        device.push(rev)
        streak = asked(device)["journaling"]
        assert (streak["state"], streak["current"]) == ("at-risk", 1)


def test_only_what_was_written_within_two_days_fills_a_day(device: Device) -> None:
    late = entry(5, written=(TODAY - timedelta(days=2)).isoformat())
    caught_up = entry(4, written=(TODAY - timedelta(days=2)).isoformat())
    device.push(late, caught_up)
    assert asked(device)["journaling"]["longest"] == 1


def test_a_habit_follows_the_journals_days_until_it_has_its_own(device: Device) -> None:
    habit = sealed(kind="habit", **BARE)
    item = header_of(habit)["item"]
    weekdays = {"pattern": {"type": "weekly", "days": [1]}, "made_on": "2024-01-01", "n": 1}
    device.push(habit, sealed(kind="schedule", pub=weekdays, **BARE))
    device.push(*[entry(ago, kind="tick", of=item) for ago in (1, 8)])
    (followed,) = asked(device)["habits"]
    assert (followed["item"], followed["current"], "week" in followed) == (item, 2, False)
    three = {"pattern": {"type": "times-per-week", "n": 1}, "made_on": "2024-05-06", "n": 1}
    device.push(sealed(kind="schedule", of=item, pub=three, **BARE))
    (own,) = asked(device)["habits"]
    assert own["week"] == {"done": 1, "target": 1, "ends_on": "2024-05-19"}
    assert asked(device)["journaling"]["state"] == "none"


def test_a_day_may_be_the_servers_tomorrow_and_no_later(device: Device) -> None:
    today = datetime.now(UTC).date()
    asked(device, today + timedelta(days=1))
    for absurd in (today + timedelta(days=3), date(1969, 12, 31), date.min, date.max):
        answer = device.http.get(f"{API}/streaks/", {"today": absurd.isoformat()})
        assert (answer.status_code, answer.json()["type"]) == (400, "/problems/bad-dates")


@pytest.mark.parametrize(
    "query", [{}, {"today": "now"}, {"today": "2024-02-30"}, {"today": "2024-05-14", "x": 1}]
)
def test_a_question_of_another_form_is_refused(device: Device, query: dict[str, str]) -> None:
    answer = device.http.get(f"{API}/streaks/", query)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_nobody_is_told_how_anybody_else_does(device: Device, bens_device: Device, client: Any) -> None:
    habit = sealed(kind="habit", **BARE)
    device.push(entry(0), habit, entry(0, kind="tick", of=header_of(habit)["item"]))
    theirs = asked(bens_device)
    assert (theirs["journaling"]["longest"], theirs["habits"]) == (0, [])
    assert client.get(f"{API}/streaks/", {"today": TODAY}).status_code == 401


@pytest.mark.parametrize("habits", [1, 20])
def test_a_few_statements_do_whatever_there_is(device: Device, habits: int) -> None:
    revs = [sealed(kind="habit", **BARE) for _ in range(habits)]
    device.push(
        *revs, *[entry(ago, kind="tick", of=header_of(rev)["item"]) for rev in revs for ago in (0, 1)]
    )
    edit = entry(0, item=header_of(first := entry(0))["item"], parents=[rev_of(first)])
    counts = []
    for news in ([], [], [entry(1)], [first], [edit], [sealed(kind="habit", **BARE)]):
        device.push(*news)
        with CaptureQueriesContext(connection) as captured:
            asked(device)
        counts.append(len(statements(captured)))
    assert counts == [3, 1, 2, 2, 3, 3]


def test_what_is_remembered_is_never_another_feeds(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    """However little fits into memory, and even if a feed was put back and goes on under the same number."""
    monkeypatch.setattr(standing, "MOST_KEPT", 1)
    monkeypatch.setattr(standing, "MOST_NEW", 2)
    device.push(entry(0))
    assert asked(device)["journaling"]["current"] == 1
    feed = device.person.feed
    feed.refresh_from_db()
    device.person.feed.revisions.all().delete()
    type(feed).objects.filter(pk=feed.pk).update(head=0, digest="0" * 32, size=0)
    device.push(sealed(kind="note", **BARE))
    assert asked(device)["journaling"]["current"] == 0
    device.push(*[entry(ago) for ago in range(4)])
    assert asked(device)["journaling"]["current"] == 4
