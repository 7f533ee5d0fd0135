"""What the work place that runs this says for itself: its help lines, its official way, its steps for a caller in danger."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypedDict
from zoneinfo import available_timezones

import msgspec

from journal.errors import JournalError
from journal.library.rules import TEL, HelpCountry, HelpLine, is_checked, is_reachable, shippable_countries

LINKS = ("https://", "mailto:", "tel:")


class SiteWay(TypedDict, total=False):
    """Words, an address, or both."""

    text: str
    link: str


class SiteWords(TypedDict):
    """What the app shows of it; nothing stands where nothing was given."""

    official_way: SiteWay | None
    caller_in_danger: SiteWay | None


class SiteFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as an operator writes it. Every part may be left out."""

    helplines: list[HelpCountry] = []
    official_way: SiteWay | None = None
    caller_in_danger: SiteWay | None = None


class SiteFileWrong(JournalError):
    """The operator's file cannot be used. Names the first thing to put right."""

    code = "site-file-wrong"


def read_site(path: Path) -> SiteFile:
    """The operator's file, checked. Raises SiteFileWrong with a sentence that says what to change."""
    try:
        site = msgspec.json.decode(path.read_bytes(), type=SiteFile)
    except OSError as error:
        raise SiteFileWrong(f"{path} cannot be read: {error.strerror}.") from error
    except msgspec.DecodeError as error:
        raise SiteFileWrong(f"{path} is not as it should be: {error}.") from error
    for problem in problems_of(site):
        raise SiteFileWrong(f"{path}: {problem}")
    return site


def problems_of(site: SiteFile) -> Iterator[str]:
    """What is wrong with it, a sentence each. A check that has grown old is none: its line is not shown."""
    for country in site.helplines:
        yield from (f"{country['country']}: {problem}" for problem in _problems_of_country(country))
    zones = Counter(zone for country in site.helplines for zone in set(country["zones"]))
    yield from (f"{zone} is named by two countries." for zone, times in zones.items() if times > 1)
    for name, way in (("official_way", site.official_way), ("caller_in_danger", site.caller_in_danger)):
        if way is not None and not any(way.values()):
            yield f"{name}: leave it out, or give it a text or a link."
        if way is not None and not way.get("link", LINKS[0]).startswith(LINKS):
            yield f"{name}: a link begins with {', '.join(LINKS)}."


def _problems_of_country(country: HelpCountry) -> Iterator[str]:
    if not TEL.fullmatch(country["emergency"]):
        yield "the emergency number has 2 to 15 digits."
    unknown = sorted(set(country["zones"]) - available_timezones())
    if unknown or not country["zones"]:
        yield f"zones are names such as Europe/Vienna; {', '.join(unknown) or 'none'} is not one."
    for line in country["lines"]:
        yield from (f"{line['name']}: {problem}" for problem in _problems_of_line(line))


def _problems_of_line(line: HelpLine) -> Iterator[str]:
    if not is_reachable(line):
        yield "needs tel or sms, of 2 to 15 digits."
    if not is_checked(line):
        yield "verified_on and verified_by say when a person checked it, and who."
    if not line["official_url"].startswith("https://"):
        yield "official_url begins with https://."


def old_lines(site: SiteFile, today: date) -> list[str]:
    """Names of lines that are not shown, because their check is more than 180 days old or not of the past."""
    shown = {id(line) for country in shippable_countries(site.helplines, today) for line in country["lines"]}
    return [line["name"] for country in site.helplines for line in country["lines"] if id(line) not in shown]


def with_own(countries: list[HelpCountry], own: list[HelpCountry]) -> list[HelpCountry]:
    """The library's countries, each replaced by the operator's where there is one, and the operator's others."""
    named = {country["country"] for country in own}
    return [*(country for country in countries if country["country"] not in named), *own]
