"""All the numbers of a stream at once, as a screen or the server gives them."""

from dataclasses import dataclass
from datetime import date

from journal.streaks.daily import daily
from journal.streaks.schedules import TimesPerWeek, holding
from journal.streaks.stream import Streak, Stream
from journal.streaks.strength import strength
from journal.streaks.weekly import WeeklyStreak, weekly


@dataclass(frozen=True, slots=True)
class Answer:
    """A streak of days or of weeks, by the pattern that holds today, and the strength from 0 to 1."""

    streak: Streak | WeeklyStreak
    strength: float


def answer(stream: Stream, asked: date) -> Answer:
    """The numbers of a stream on the day asked for, which should lie near the stream's own days."""
    pattern = holding(stream.timeline, stream.today(asked))
    count = weekly if isinstance(pattern, TimesPerWeek) else daily
    return Answer(count(stream, asked), strength(stream, asked))
