"""What a coach does with a copy: opens it, and replies."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from journal.errors import JournalError
from journal.feeds.actions import Written, write
from journal.feeds.kind import Kind
from journal.feeds.replies import is_reply, read_header
from journal.feeds.rules import Offered
from journal.keys.queries import public_keys_of
from journal.keys.tokens import BadHeader
from journal.people.models import Person
from journal.sharing.giving import KeyChanged
from journal.sharing.ledger import append, locked_ledger
from journal.sharing.models import Copy, Opening
from journal.sharing.queries import served_copy
from journal.sharing.rules import MOST_REPLIES, REPLY


class TooManyReplies(JournalError):
    """This copy was replied to often enough."""

    code = "too-many-replies"


def open_copy(*, reader: Person, item: str, opening: UUID, now: datetime) -> tuple[str, str]:
    """The body and the grant of a copy; writes *delivered* once for each opening. Raises NotFound.

    The owner's ledger is locked before the copy is looked at again, so that nothing is handed out, or written down
    as delivered, after a take-back that came first.
    """
    with transaction.atomic():
        key, _ = served_copy(reader, item, now=now)
        copy = Copy.objects.select_related("owner").get(pk=key)
        head = locked_ledger(copy.owner, now.date())
        _, body = served_copy(reader, item, now=now)
        _opening, new = Opening.objects.get_or_create(
            copy=copy, opening=str(opening), defaults={"on": now.date()}
        )
        if new:
            Copy.objects.filter(pk=key).update(openings=F("openings") + 1)
            said = {"event": "delivered", "jti": copy.jti, "item": copy.item, "reader": str(reader.pk)}
            append(head, now.date(), [{**said, "opening": str(opening)}])
    return body, copy.grant


def reply(*, reader: Person, item: str, body: str, kinds: Mapping[str, Kind], now: datetime) -> Written:
    """Puts a reply into the feed of the copy's owner, sealed to the owner's present key.

    Raises NotFound, KeyChanged, TooManyReplies, and what a push would nest.
    """
    with transaction.atomic():
        key, _ = served_copy(reader, item, now=now)
        copy = Copy.objects.select_related("owner").get(pk=key)
        if not is_reply(body):
            raise BadHeader("A reply is sealed to its reader's key: typ ck1-reply+jwe.")
        header, keys = read_header(body), public_keys_of(copy.owner_id)
        if keys is None or header.kid != keys.enc:
            raise KeyChanged("The one who shared this has other keys now: verify them first.")
        done = write(
            kind=REPLY,
            of=item,
            owner=copy.owner,
            item=header.item,
            offered=Offered(body),
            kinds=kinds,
            now=now,
        )
        if done.new and not Copy.objects.filter(pk=key, replies__lt=MOST_REPLIES).update(
            replies=F("replies") + 1
        ):
            raise TooManyReplies("This copy was replied to often enough: talk to each other.")
    return done
