"""The mailbox between two devices of one person: a message lives two minutes and is read once."""

from datetime import datetime, timedelta

from django.db import transaction

from journal.errors import JournalError
from journal.keys.actions import check_generation
from journal.keys.models import Link
from journal.keys.queries import NotFound
from journal.keys.rules import LINK_LIVES_S, MOST_LINKS, check_link, is_link_session
from journal.people.models import Person


class LinkUsed(JournalError):
    """There was a message for this session already; the second device has to begin a new one."""

    code = "link-used"


class TooManyLinks(JournalError):
    """So many messages of this person wait already. `wait`: seconds after which they have ended."""

    code = "too-many-links"
    wait = LINK_LIVES_S


def leave_link(*, person: Person, session: str, token: str, now: datetime) -> bool:
    """Leaves a message for the person's second device; `False` when this very message is there already.

    Raises StaleVault, LinkUsed, TooManyLinks, and the token errors of `rules`.
    """
    gen = check_link(token, person=str(person.pk), session=session)
    with transaction.atomic():
        check_generation(person, gen)
        Link.objects.filter(expires_at__lte=now).delete()
        kept = dict(Link.objects.filter(person=person).values_list("session", "token"))
        if session in kept and kept[session] != token:
            raise LinkUsed("There was a message for this session already.")
        if session not in kept and len(kept) >= MOST_LINKS:
            raise TooManyLinks("So many messages wait already; they end within two minutes.")
        if session not in kept:
            ends = now + timedelta(seconds=LINK_LIVES_S)
            Link.objects.create(person=person, session=session, token=token, expires_at=ends)
    return session not in kept


def take_link(*, person: Person, session: str, now: datetime) -> str:
    """The message for this session, which from then on is gone; raises NotFound."""
    found = Link.objects.filter(person=person, session=session).first() if is_link_session(session) else None
    if found is not None and found.expires_at <= now:
        Link.objects.filter(expires_at__lte=now).delete()
        found = None
    # Of two who read at once, one changes the row.
    if found is None or not found.token or not _emptied(found):
        raise NotFound("There is nothing here, or it is not yours.")
    return found.token


def _emptied(link: Link) -> bool:
    return Link.objects.filter(pk=link.pk, token=link.token).update(token="") == 1
