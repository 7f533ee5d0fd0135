"""Rotation: new keys for everything to come, in one step with the feed they were made for."""

from django.db import transaction

from journal.errors import JournalError
from journal.feeds.queries import check_epoch, feed_of, state_of
from journal.feeds.sql import locking
from journal.keys.actions import StaleVault, locked_vault, replace_vault
from journal.keys.rules import NewVault, check_successor
from journal.people.models import Person


class FeedMoved(JournalError):
    """Something was added meanwhile that the new keybag does not know. `head`: the current one."""

    code = "feed-moved"


def rotate(*, person: Person, gen: int, epoch: str, head: int, new: NewVault) -> bool:
    """Replaces the vault of generation `gen` (0: the server has lost it); `False` when this very keybag is there already.

    The feed has to be just as the device knew it when it listed what the old keys may still open.
    Raises FeedReset, StaleVault, FeedMoved and the token errors of `keys.rules`; then nothing has changed.
    """
    check_successor(new, person=str(person.pk), gen=gen)
    with transaction.atomic():
        # A feed made just now has an epoch that no device can know.
        feed = state_of(person, lock=locking()) or feed_of(person)
        kept_gen, kept_keybag = locked_vault(person)
        if kept_keybag == new.keybag:
            return False
        check_epoch(feed, epoch)
        if kept_gen != gen:
            raise StaleVault("The vault is of another generation.", gen=kept_gen or None)
        if feed.head != head:
            raise FeedMoved("The feed has moved on: read it, then rotate anew.", head=feed.head)
        replace_vault(person=person, gen=gen, new=new)
    return True
