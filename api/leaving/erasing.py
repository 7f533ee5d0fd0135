"""Erases whom the book of leaving says: when a day has come, and again after a backup was put back."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from api.people.signins import close_sessions
from journal.leaving.actions import erase, keep_apart
from journal.leaving.queries import due


def erase_due(now: datetime) -> int:
    """Erases everybody whose day has come; how many they were. One of them who cannot be erased stops no other run."""
    people = due(settings.LEAVING_BOOK, now.date())
    for person in people:
        with transaction.atomic():
            close_sessions(person)
            erase(person=person, mark=settings.HIGH_WATER)
    return len(people)


def after_restore(now: datetime) -> int:
    """What a backup brought back of those who left goes again, and what the leaving shared ends again."""
    erased = erase_due(now)
    keep_apart(book=settings.LEAVING_BOOK, now=now)
    return erased
