"""A count stays cheap and stands alone."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.streaks.answer import answer
from journal.streaks.marks import Marks
from journal.streaks.schedules import Pattern, TimesPerWeek, Version, pattern_of, timeline
from journal.streaks.stream import Stream

TODAY = date(2026, 6, 1)
ROOT = Path(__file__).parents[3]


def stream_of(days: int, pattern: Pattern) -> Stream:
    done = Marks.of(TODAY - timedelta(days=ago) for ago in range(days) if ago % 3)
    return Stream(done, timeline([Version(pattern)]), Marks.of_ranges([(TODAY, TODAY)]))


def steps(work: Callable[[], object]) -> int:
    """How many calls a piece of work makes: a cost without noise."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "pattern", [pattern_of({"type": "weekly", "days": [1, 2, 3, 4, 5]}), TimesPerWeek(3)]
)
def test_ten_years_cost_no_more_than_a_quarter(pattern: Pattern) -> None:
    """Counted once, what lies long ago is remembered; what was written yesterday is not part of it."""
    costs = []
    for days in (90, 3650):
        answer(stream_of(days, pattern), TODAY)
        with_today = stream_of(days, pattern)
        marked = Stream(
            Marks(with_today.done.first, with_today.done.bits | 1 << days - 1),
            *(with_today.timeline, with_today.off),
        )
        costs.append(steps(lambda stream=marked: answer(stream, TODAY)))  # type: ignore[misc]
    assert costs[1] <= 1.2 * costs[0], costs


def test_nothing_but_python_is_needed() -> None:
    """The rules can be read, tested and moved without Django, and without the rest of the journal."""
    names = sorted(f"journal.streaks.{path.stem}" for path in (ROOT / "journal/streaks").glob("[!_]*.py"))
    script = f"import sys, {', '.join(names)}; print(*(name for name in sys.modules if name.split('.')[0] in ('django', 'journal')))"
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(said.stdout.split()) == {"journal", "journal.streaks", *names}
