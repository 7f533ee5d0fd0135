"""What `streaks/` answers."""

from datetime import date
from functools import lru_cache
from typing import Annotated

import msgspec

from journal.habits.counting import Streaks
from journal.streaks.answer import Answer
from journal.streaks.stream import State
from journal.streaks.weekly import WeeklyStreak

STRENGTH_DIGITS = 4

Strength = Annotated[float, msgspec.Meta(ge=0, le=1, description="How strong the habit has grown, 0 to 1.")]
Count = Annotated[int, msgspec.Meta(ge=0)]


class WeekOutput(msgspec.Struct):
    """How the open week stands, where so many times a week are wanted."""

    done: Count
    target: Count
    ends_on: date


class StreakOutput(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Written days in the run, or with `week` met weeks. `today` is the open day: the latest written, if later."""

    item: Annotated[str, msgspec.Meta(description="The habit; left out for journaling.")] | None = None
    today: date
    state: State
    current: Count
    longest: Count
    pauses: Annotated[
        int, msgspec.Meta(ge=0, le=2, description="How many are held; each covers a missed day.")
    ]
    strength: Strength
    week: WeekOutput | None = None


class StreaksOutput(msgspec.Struct):
    """Of journaling, and of each habit there is."""

    account: str
    journaling: StreakOutput
    habits: list[StreakOutput]


@lru_cache(maxsize=256)
def streaks(account: str, counted: Streaks) -> bytes:
    """The JSON of all streaks."""
    habits = [_streak(one, item) for item, one in counted.habits.items()]
    return msgspec.json.encode(StreaksOutput(account, _streak(counted.journaling), habits))


def _streak(counted: Answer, item: str | None = None) -> StreakOutput:
    streak = counted.streak
    return StreakOutput(
        item=item,
        today=streak.today,
        state=streak.state,
        current=streak.current,
        longest=streak.longest,
        pauses=streak.pauses_held,
        strength=round(counted.strength, STRENGTH_DIGITS),
        week=_week(streak) if isinstance(streak, WeeklyStreak) else None,
    )


def _week(streak: WeeklyStreak) -> WeekOutput:
    return WeekOutput(streak.week_done, streak.week_target, streak.week_ends_on)
