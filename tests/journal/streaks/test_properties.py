"""What holds for every history, whatever the numbers are."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.streaks.daily import daily
from journal.streaks.day import Setting
from journal.streaks.filing import Entry
from journal.streaks.history import History, stream_at
from journal.streaks.marks import Marks
from journal.streaks.schedules import Cycle, Pattern, Version, holding, timeline
from journal.streaks.stream import Streak, Stream
from journal.streaks.strength import strength
from journal.streaks.weekly import weekly
from tests.journal.streaks.streams import Facts, any_facts, cycles, daily_facts, days, times_per_week

COUNTS = pytest.mark.parametrize("count", [daily, weekly])


def numbers(streak: Streak) -> tuple[int, int, int]:
    return streak.current, streak.longest, streak.pauses_held


def is_missed(facts: Facts, one: date) -> bool:
    pattern = holding(timeline(facts.versions), one)
    expected = isinstance(pattern, Cycle) and pattern.expects(one) and one not in facts.stream().off
    return expected and one != facts.today


def by_the_book(facts: Facts) -> tuple[int, int, int]:
    """The daily streak as it is told to people: day after day, with nothing clever."""
    run = longest = pauses = progress = 0
    one = min(facts.done, default=facts.today)
    while one <= facts.today:
        if one in facts.done:
            run, longest = run + 1, max(longest, run + 1)
            progress += pauses < 2
            if progress == 5:
                pauses, progress = pauses + 1, 0
        elif is_missed(facts, one):
            run, pauses, progress = (run, pauses - 1, progress) if run and pauses else (0, 0, 0)
        one += timedelta(days=1)
    return run, longest, pauses


@given(facts=daily_facts)
def test_the_daily_streak_is_that_of_the_book(facts: Facts) -> None:
    assert numbers(daily(facts.stream(), facts.asked)) == by_the_book(facts)


@given(facts=any_facts)
def test_numbers_stay_in_their_bounds(facts: Facts) -> None:
    for count, cap in ((daily, 2), (weekly, 1)):
        streak = count(facts.stream(), facts.asked)
        assert 0 <= streak.current <= streak.longest
        assert 0 <= streak.pauses_held <= cap
        assert streak.at_risk == (streak.state == "at-risk")
    assert 0 <= strength(facts.stream(), facts.asked) <= 1


@COUNTS
@given(facts=any_facts, more=days)
def test_one_more_day_never_lowers_a_number(count: type, facts: Facts, more: date) -> None:
    """A day beyond today would move today itself, which only a flight across the date line may do."""
    with_it = facts.plus(min(more, facts.today))
    before, after = numbers(count(facts.stream(), facts.asked)), numbers(count(with_it.stream(), facts.asked))
    assert all(now >= then for then, now in zip(before, after, strict=True)), (before, after)


@given(facts=any_facts, more=days)
def test_one_more_day_never_lowers_the_strength(facts: Facts, more: date) -> None:
    with_it = facts.plus(min(more, facts.today))
    assert strength(with_it.stream(), facts.asked) >= strength(facts.stream(), facts.asked) - 1e-12


@given(facts=any_facts, pattern=cycles | times_per_week, made_on=days, effective_from=st.none() | days)
def test_a_new_schedule_never_rewrites_the_past(
    facts: Facts, pattern: Pattern, made_on: date, effective_from: date | None
) -> None:
    changed = replace(facts, versions=(*facts.versions, Version(pattern, made_on, effective_from)))
    yesterday = made_on - timedelta(days=1)
    past = [replace(one, done=frozenset(x for x in one.done if x <= yesterday)) for one in (facts, changed)]
    before, after = (one.stream() for one in past)
    assert daily(before, yesterday) == daily(after, yesterday)
    assert strength(before, yesterday) == strength(after, yesterday)
    last_week = yesterday
    while weekly(Stream(Marks.of([]), before.timeline), last_week).week_ends_on >= yesterday:
        last_week -= timedelta(days=1)
    closed = [replace(one, done=frozenset(x for x in one.done if x <= last_week)) for one in past]
    assert len({numbers(weekly(one.stream(), last_week)) for one in closed}) == 1


@given(facts=any_facts, shuffle=st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(facts: Facts, shuffle: random.Random) -> None:
    moments = [datetime.combine(one, datetime.min.time(), UTC) + timedelta(hours=15) for one in facts.done]
    entries = [Entry(str(one), one) for one in moments]
    mixed = entries + entries[::2]
    shuffle.shuffle(mixed)
    now = datetime.combine(facts.today, datetime.min.time(), UTC) + timedelta(hours=20)
    streams = [stream_at(History((Setting("Asia/Tokyo", 4),), tuple(them)), now) for them in (entries, mixed)]
    assert streams[0] == streams[1]
    assert streams[0].done == Marks.of(facts.done)
