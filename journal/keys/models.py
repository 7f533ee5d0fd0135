"""What the server keeps of keys: nothing it could open."""

from django.db import models

from journal.people.models import Person


class Vault(models.Model):
    """The keybag of one person: their private keys, sealed under a key the server never had."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="vault")
    gen = models.PositiveIntegerField()
    keybag = models.TextField()

    class Meta:
        db_table = "vault"

    def __str__(self) -> str:
        return f"vault of {self.person_id}, generation {self.gen}"


class Wrap(models.Model):
    """The root, wrapped for one way back."""

    vault = models.ForeignKey(Vault, models.CASCADE, related_name="wraps", db_index=False)
    kid = models.CharField(max_length=1400)
    token = models.TextField()

    class Meta:
        db_table = "wrap"
        constraints = [models.UniqueConstraint(fields=["vault", "kid"], name="wrap_once_per_way_back")]

    def __str__(self) -> str:
        return f"{self.kid} of {self.vault_id}"


class Keycard(models.Model):
    """The public keys of one person in one generation, signed by themselves. Only ever added."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="keycards", db_index=False)
    gen = models.PositiveIntegerField()
    token = models.TextField()

    class Meta:
        db_table = "keycard"
        constraints = [models.UniqueConstraint(fields=["person", "gen"], name="keycard_once_per_generation")]

    def __str__(self) -> str:
        return f"keycard of {self.person_id}, generation {self.gen}"


class Link(models.Model):
    """A root on its way to a second device, sealed to a key that this server never sees.

    Once it was read the token is empty; the row then only keeps its name from being used again until it ends.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="links", db_index=False)
    session = models.CharField(max_length=43)
    token = models.TextField(blank=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "link"
        constraints = [models.UniqueConstraint(fields=["person", "session"], name="link_once_per_session")]

    def __str__(self) -> str:
        return f"link of {self.person_id}"
