"""The feed and its revisions: what every device of one person agrees on."""

import secrets

from django.db import models

from journal.people.models import Person

NO_DIGEST = "0" * 32


def new_epoch() -> str:
    """A random name for the time from one restore to the next."""
    return secrets.token_hex(16)


class Feed(models.Model):
    """One person's set of revisions. Its row is locked by whoever adds to it.

    `head` is the greatest seq; `digest` the XOR of the 16 bytes of every rev, as 32 hex digits;
    `size` the bytes of all tokens kept.
    """

    owner = models.OneToOneField(Person, models.CASCADE, related_name="feed")
    epoch = models.CharField(max_length=32, default=new_epoch)
    head = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=32, default=NO_DIGEST)
    size = models.BigIntegerField(default=0)

    class Meta:
        db_table = "feed"

    def __str__(self) -> str:
        return f"feed of {self.owner_id}"


class Revision(models.Model):
    """One immutable, sealed revision of one item. Its columns are read from the body's header.

    `parents`: revs joined by commas. `superseded`: a child is stored. `size`: bytes of body and slot.
    An emptied revision has neither body nor slot. The long columns come last, so that reading the
    short ones touches one page.
    """

    feed = models.ForeignKey(Feed, models.CASCADE, related_name="revisions", db_index=False)
    seq = models.BigIntegerField()
    rev = models.CharField(max_length=36)
    item = models.CharField(max_length=36)
    kind = models.CharField(max_length=32)
    of = models.CharField(max_length=36, null=True)  # noqa: DJ001 - absent is not empty
    day = models.DateField(null=True)
    written = models.DateField(null=True)
    deletion = models.CharField(max_length=8, db_column="del", default="no")
    superseded = models.BooleanField(default=False)
    size = models.PositiveIntegerField(default=0)
    sha = models.CharField(max_length=43)
    parents = models.TextField(default="", blank=True)
    pub = models.TextField(null=True)  # noqa: DJ001
    slot = models.TextField(null=True)  # noqa: DJ001
    body = models.TextField(null=True)  # noqa: DJ001

    class Meta:
        db_table = "revision"
        constraints = [
            models.UniqueConstraint(fields=["feed", "rev"], name="revision_rev_once"),
            models.UniqueConstraint(fields=["feed", "seq"], name="revision_seq_once"),
            models.CheckConstraint(
                condition=models.Q(deletion__in=["no", "keep-day", "forget"]), name="revision_deletion"
            ),
            models.CheckConstraint(
                condition=models.Q(body__isnull=False) | models.Q(slot__isnull=True),
                name="revision_emptied_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["feed", "item"], name="revision_of_item"),
            models.Index(
                fields=["feed", "kind", "-day", "-seq"],
                condition=models.Q(superseded=False),
                name="revision_heads_by_day",
            ),
            models.Index(
                fields=["feed", "of", "kind", "-day", "-seq"],
                condition=models.Q(superseded=False, of__isnull=False),
                name="revision_heads_of",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rev} in {self.feed_id}"


class Awaited(models.Model):
    """A revision that was named as a parent before it came; it stays when it has come.

    It fixes the item and kind of what is to come, and, when a tombstone below took its words
    away beforehand, with which deletion (`cover`, else empty).
    """

    feed = models.ForeignKey(Feed, models.CASCADE, related_name="awaited", db_index=False)
    rev = models.CharField(max_length=36)
    item = models.CharField(max_length=36)
    kind = models.CharField(max_length=32)
    cover = models.CharField(max_length=8, default="", blank=True)

    class Meta:
        db_table = "awaited"
        constraints = [models.UniqueConstraint(fields=["feed", "rev"], name="awaited_once")]
        indexes = [models.Index(fields=["feed", "item"], name="awaited_of_item")]

    def __str__(self) -> str:
        return f"{self.rev} awaited in {self.feed_id}"
