"""What the server keeps of sharing: who may read which sealed copy until when, and what became of it."""

from django.db import models

from journal.people.models import Person


class Pairing(models.Model):
    """An invitation of a coach, and, once somebody accepted it, the two who hold each other's keys.

    `invite` names it and does not tell the nonce. `accept` is the agent's signed answer. An ended one stays: why is
    `coach`, `agent` (who ended it), `keys` (one of them has new ones) or `replaced`.
    """

    invite = models.CharField(max_length=43, unique=True)
    coach = models.ForeignKey(Person, models.CASCADE, related_name="invited", db_index=False)
    agent = models.ForeignKey(Person, models.CASCADE, null=True, related_name="accepted")
    accept = models.TextField(default="", blank=True)
    made_on = models.DateField()
    accepted_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    why = models.CharField(max_length=8, default="", blank=True)

    class Meta:
        db_table = "pairing"
        constraints = [
            models.UniqueConstraint(
                fields=["coach", "agent"],
                condition=models.Q(ended_on__isnull=True, agent__isnull=False),
                name="pairing_once_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["coach", "ended_on"], name="pairing_of_coach")]

    def __str__(self) -> str:
        return f"pairing {self.pk}"


class Copy(models.Model):
    """One copy given to one reader by one consent. Its body lies in the owner's feed and nowhere else.

    `exp`: seconds since 1970. `ended`: empty while the consent lives, else `withdrawn`, `expired` or `rotated`; what
    has ended in fact is not served even before that is written down.
    """

    owner = models.ForeignKey(Person, models.CASCADE, related_name="copies", db_index=False)
    reader = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="copies_to_read", db_index=False
    )
    pairing = models.ForeignKey(Pairing, models.SET_NULL, null=True, related_name="copies")
    item = models.CharField(max_length=36)
    rev = models.CharField(max_length=36)
    jti = models.CharField(max_length=36)
    sha = models.CharField(max_length=43)
    exp = models.BigIntegerField()
    shared_on = models.DateField()
    openings = models.PositiveIntegerField(default=0)
    replies = models.PositiveIntegerField(default=0)
    ended = models.CharField(max_length=9, default="", blank=True)
    grant = models.TextField()
    consent = models.TextField()

    class Meta:
        db_table = "shared_copy"
        constraints = [
            models.UniqueConstraint(fields=["owner", "item"], name="shared_copy_of_one_item"),
            models.UniqueConstraint(fields=["owner", "jti"], name="shared_copy_by_one_consent"),
            models.CheckConstraint(
                condition=models.Q(ended__in=["", "withdrawn", "expired", "rotated"]),
                name="shared_copy_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["reader", "id"], condition=models.Q(ended=""), name="shared_copy_to_read"),
        ]

    def __str__(self) -> str:
        return f"copy {self.item} of {self.owner_id}"


class Opening(models.Model):
    """One opening of a copy by its reader, named by the reader's device so that it counts once."""

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="opened", db_index=False)
    opening = models.CharField(max_length=36)
    on = models.DateField()

    class Meta:
        db_table = "opening"
        constraints = [models.UniqueConstraint(fields=["copy", "opening"], name="opening_once")]

    def __str__(self) -> str:
        return f"opening of {self.copy_id}"


class Ledger(models.Model):
    """The head of one person's ledger, locked by whoever adds to it.

    `epoch`: that of the feed in which the owner's devices last had everything here; in another no copy is served.
    """

    owner = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="ledger")
    n = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=43, default="", blank=True)
    epoch = models.CharField(max_length=32)

    class Meta:
        db_table = "ledger"

    def __str__(self) -> str:
        return f"ledger of {self.owner_id}"


class LedgerEvent(models.Model):
    """One event, as the exact text that was hashed. Only ever added."""

    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="events", db_index=False)
    n = models.PositiveIntegerField()
    event = models.TextField()

    class Meta:
        db_table = "ledger_event"
        constraints = [models.UniqueConstraint(fields=["ledger", "n"], name="ledger_event_once")]

    def __str__(self) -> str:
        return f"event {self.n} of {self.ledger_id}"
