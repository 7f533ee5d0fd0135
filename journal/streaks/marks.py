"""A set of days as the bits of one number, so that ten years are compared and counted in microseconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

# A day before this one can only be a mistake, and would make every count as long as the mistake.
EARLIEST_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """Bit k of `bits` is the day `first` + k; bit 0 is set unless no day is marked at all."""

    first: date
    bits: int

    @classmethod
    def of(cls, days: Iterable[date]) -> "Marks":
        """The marks of these days, in any order, any number of times."""
        ordinals = {day.toordinal() for day in days if day >= EARLIEST_DAY}
        base = min(ordinals, default=0)
        marked = bytearray((max(ordinals, default=0) - base) // 8 + 1)
        for ordinal in ordinals:
            byte, bit = divmod(ordinal - base, 8)
            marked[byte] |= 1 << bit
        return cls._from(base, int.from_bytes(marked, "little"))

    @classmethod
    def of_ranges(cls, ranges: Iterable[tuple[date, date]]) -> "Marks":
        """The marks of all days from the first to the last of each range; a range may be empty."""
        spans = [(max(first, EARLIEST_DAY).toordinal(), last.toordinal() + 1) for first, last in ranges]
        base = min((begin for begin, _ in spans), default=0)
        bits = 0
        for begin, end in spans:
            bits |= mask(range(begin - base, end - base))
        return cls._from(base, bits)

    @classmethod
    def _from(cls, base: int, bits: int) -> "Marks":
        if not bits:
            return cls(EARLIEST_DAY, 0)
        unmarked = (bits & -bits).bit_length() - 1
        return cls(date.fromordinal(base + unmarked), bits >> unmarked)

    def __bool__(self) -> bool:
        return self.bits != 0

    def __contains__(self, day: date) -> bool:
        return day >= self.first and bool(self.bits >> (day - self.first).days & 1)

    @property
    def last(self) -> date:
        """The latest marked day; of no days, an unmarked one long ago."""
        return self.first + timedelta(days=max(self.bits.bit_length() - 1, 0))

    def window(self, first: date, length: int) -> int:
        """The marks of `length` days from `first` on, as bits."""
        skip = (first - self.first).days
        return (self.bits >> skip if skip >= 0 else self.bits << -skip) & mask(range(length))


def mask(days: range) -> int:
    """The bits of consecutive day numbers."""
    return (1 << len(days)) - 1 << days.start if days else 0
