"""Leaving, staying after all, and being gone."""

from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from journal.feeds.highwater import lowering
from journal.feeds.queries import check_account
from journal.leaving.book import write_down
from journal.leaving.queries import erased_on, leaving
from journal.leaving.rules import erased_from
from journal.people.models import Person
from journal.sharing.ending import end_everything


def leave(*, person: Person, account: str, book: Path, now: datetime) -> date:
    """Ends at once what was shared, and writes down from which day on nothing of the person is here.

    Asked again, the day stays. Raises AccountMismatch.
    """
    check_account(person, account)
    day = erased_on(person, book) or erased_from(now.date())
    write_down(book, str(person.pk), day)
    end_everything(person=person, now=now)
    return day


def stay(*, person: Person, account: str, book: Path) -> None:
    """Takes the leaving back; what was shared has ended all the same. Raises AccountMismatch."""
    check_account(person, account)
    if erased_on(person, book) is not None:
        write_down(book, str(person.pk), None)


def erase(*, person: Person, mark: Path) -> None:
    """Deletes every row about a person: account, feed, keys, copies at their coaches, pairings, ledger.

    `mark` is the high-water mark, which must not take the rows that are gone for rows that were lost.
    """
    with lowering(mark), transaction.atomic():
        person.delete()


def keep_apart(*, book: Path, now: datetime) -> None:
    """Ends anew what a backup may have brought back of those who are leaving."""
    for person in leaving(book):
        end_everything(person=person, now=now)
