"""A set of days as the bits of one number, so that ten years are compared and counted in microseconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Marks:
    """Bit k of `bits` is the day `first` + k; bit 0 is set unless no day is marked at all."""

    first: date
    bits: int

    @classmethod
    def of(cls, days: Iterable[date]) -> "Marks":
        """The marks of these days, in any order, any number of times."""
        ordinals = {day.toordinal() for day in days}
        first = min(ordinals, default=1)
        bits = bytearray((max(ordinals, default=first) - first) // 8 + 1)
        for ordinal in ordinals:
            byte, bit = divmod(ordinal - first, 8)
            bits[byte] |= 1 << bit
        return cls(date.fromordinal(first), int.from_bytes(bits, "little"))

    def __bool__(self) -> bool:
        return self.bits != 0

    def __contains__(self, day: date) -> bool:
        return day >= self.first and bool(self.bits >> (day - self.first).days & 1)

    @property
    def last(self) -> date:
        """The latest marked day; of no days, an unmarked one long ago."""
        return self.first + timedelta(days=max(self.bits.bit_length() - 1, 0))
