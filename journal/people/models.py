"""The person's row."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from journal.people.rules import DEFAULT_DAY_START_HOUR, DEFAULT_LANGUAGE, DEFAULT_ZONE, LATEST_DAY_START_HOUR


class PersonManager(BaseUserManager["Person"]):
    """Makes people; an address is kept in lower case, so one person has one."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """A person who signs in with `email`; without a password only other ways lead in."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """An administrator of accounts; reads no word, for there is none to read."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person of an address, however it is written."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser, PermissionsMixin):
    """One account. `id` is the UUID that tokens name as `own` and `sub`.

    No last login, no joining instant, no name: the server has no use for them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    language = models.CharField(max_length=35, default=DEFAULT_LANGUAGE)
    zone = models.CharField(max_length=64, default=DEFAULT_ZONE)
    day_start_hour = models.PositiveSmallIntegerField(default=DEFAULT_DAY_START_HOUR)
    is_coach = models.BooleanField(default=False)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    last_login = None  # the inherited column would tell when someone came

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "person"
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(day_start_hour__lte=LATEST_DAY_START_HOUR), name="person_day_start_hour"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the address in lower case, whoever saves."""
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)


class Team(models.Model):
    """People who work together, and who leads them. A lead reads nothing of theirs unless the operator allows it."""

    name = models.CharField(max_length=80, unique=True)
    lead = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="leads")
    lead_may_read = models.BooleanField(default=False)

    class Meta:
        db_table = "team"

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """That a person is in a team."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="memberships", db_index=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")

    class Meta:
        db_table = "team_member"
        constraints = [models.UniqueConstraint(fields=["team", "person"], name="team_member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.team_id}"
