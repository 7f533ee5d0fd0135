"""Writes about a person."""

from journal.errors import JournalError
from journal.people.models import Person
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
