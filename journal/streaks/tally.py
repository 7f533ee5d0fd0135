"""Counting a run, with the pauses that soften it (the same for days and for weeks)."""

from typing import NamedTuple


class Grace(NamedTuple):
    """How pauses are come by: one for so many counted, and so many held at most."""

    earn_every: int
    cap: int


class Tally(NamedTuple):
    """How far the counting has come. `progress` is what was counted towards the next pause."""

    run: int = 0
    longest: int = 0
    pauses: int = 0
    progress: int = 0

    def after_done(self, grace: Grace) -> "Tally":
        """One more counted. It brings the next pause nearer; while all are held nothing is banked."""
        run, longest, pauses, progress = self
        run += 1
        longest = max(longest, run)
        if pauses >= grace.cap:
            return Tally(run, longest, pauses, progress)
        if progress + 1 < grace.earn_every:
            return Tally(run, longest, pauses, progress + 1)
        return Tally(run, longest, pauses + 1, 0)

    def after_missed(self) -> "Tally":
        """One missed. A pause held is used by itself; without one the run ends, and what it had earned."""
        if self.pauses:
            return self._replace(pauses=self.pauses - 1)
        return Tally(longest=self.longest)
