"""A mark beside the database: how far it had come. A database that lies below it was put back from a backup.

The mark is the greatest row number of a stored revision (row numbers are never used twice). It is a
file of its own, so restoring the database does not restore the mark.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.models import Max

from journal.feeds.actions import renew_epochs
from journal.feeds.models import Revision


def note_high_water(mark: Path) -> None:
    """Raises the mark to where the database stands; never lowers it."""
    stands = _stands()
    with _Held(mark) as held:
        held.value = max(held.value, stands)


def renew_if_restored(mark: Path) -> int:
    """Where the database lies below the mark: a new epoch for every feed. Returns how many began anew."""
    stands = _stands()
    with _Held(mark) as held:
        restored = stands < held.value
        renewed = renew_epochs() if restored else 0
        held.value = stands
    return renewed


@contextmanager
def lowering(mark: Path) -> Iterator[None]:
    """While rows are erased on purpose: afterwards the mark stands where the database does, if that is lower."""
    with _Held(mark) as held:
        yield
        held.value = min(held.value, _stands())


def _stands() -> int:
    return Revision.objects.aggregate(newest=Max("id"))["newest"] or 0


class _Held:
    """The mark's file, locked against the other processes of this server."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark
        self.value = 0

    def __enter__(self) -> "_Held":
        self.file = os.open(self.mark, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self.file, fcntl.LOCK_EX)
        self.value = int(os.read(self.file, 32) or b"0")
        return self

    def __exit__(self, *_raised: object) -> None:
        os.pwrite(self.file, f"{self.value:020}".encode(), 0)
        os.close(self.file)
