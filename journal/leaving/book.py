"""The book of leaving: a file beside the database, so that a backup put back does not undo what it says.

It holds ids and days and nothing else: an id is random, and of somebody erased it leads nowhere but into old backups.
Lines are only ever added, and lie on the disk before anybody is told so.
"""

import fcntl
import os
from datetime import date
from pathlib import Path

from journal.leaving.rules import days_in, line


def leaving_days(book: Path) -> dict[str, date]:
    """Who goes, and when; by the id."""
    try:
        return days_in(book.read_text().splitlines())
    except FileNotFoundError:
        return {}


def write_down(book: Path, person: str, erase_on: date | None) -> None:
    """Adds one line; none where the book says so already. Returns when it lies on the disk."""
    if leaving_days(book).get(person) == erase_on:
        return
    file = os.open(book, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        # A line that a power cut left unfinished must not swallow this one.
        os.write(file, f"\n{line(person, erase_on)}\n".encode())
        os.fsync(file)
    finally:
        os.close(file)
    _keep_name(book.parent)


def _keep_name(folder: Path) -> None:
    """A new file's name lies in its folder, which is written by itself."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
