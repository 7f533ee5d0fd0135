"""Writes about a person."""

from collections.abc import Sequence

from django.db import transaction

from journal.errors import JournalError
from journal.people.models import Membership, Person, Team
from journal.people.rules import is_day_start_hour, is_language, is_zone


class UnknownZone(JournalError):
    """The zone is none of IANA's."""

    code = "unknown-zone"


class UnknownLanguage(JournalError):
    """The language is no BCP 47 tag."""

    code = "unknown-language"


class BadDayStart(JournalError):
    """A journal day cannot begin at that hour."""

    code = "bad-day-start"


def change_settings(
    *, person: Person, language: str | None = None, zone: str | None = None, day_start_hour: int | None = None
) -> Person:
    """Changes what is given, leaves the rest; stored journal days stay as they are."""
    if language is not None and not is_language(language):
        raise UnknownLanguage("The language must be a tag such as 'en' or 'es-MX'.")
    if zone is not None and not is_zone(zone):
        raise UnknownZone("The zone must be an IANA name such as 'Europe/Berlin'.")
    if day_start_hour is not None and not is_day_start_hour(day_start_hour):
        raise BadDayStart("A day starts at a full hour from 0 to 12.")
    given = {"language": language, "zone": zone, "day_start_hour": day_start_hour}
    changed = {name: value for name, value in given.items() if value is not None}
    for name, value in changed.items():
        setattr(person, name, value)
    if changed:
        person.save(update_fields=list(changed))
    return person


class Nobody(JournalError):
    """There is no account with this address."""

    code = "nobody"


def make_coach(*, email: str, is_coach: bool = True) -> None:
    """Lets a person be shared with, or no longer; raises Nobody."""
    person = _person_of(email)
    person.is_coach = is_coach
    person.save(update_fields=["is_coach"])


def set_team(*, name: str, lead: str, add: Sequence[str], lead_may_read: bool) -> int:
    """Makes or changes a team: who leads it, who comes in addition; how many it has then. Raises Nobody."""
    leading, coming = _person_of(lead), [_person_of(email) for email in add]
    with transaction.atomic():
        team, _new = Team.objects.update_or_create(
            name=name, defaults={"lead": leading, "lead_may_read": lead_may_read}
        )
        rows = [Membership(team=team, person=person) for person in coming]
        Membership.objects.bulk_create(rows, ignore_conflicts=True)
    return Membership.objects.filter(team=team).count()


def _person_of(email: str) -> Person:
    person = Person.objects.filter(email=email.strip().lower()).first()
    if person is None:
        raise Nobody("There is no account with this address.")
    return person
