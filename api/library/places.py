"""The countries and lines of the help page as HTML: letter for letter what the app's build writes."""

from collections.abc import Mapping, Sequence

from django.utils.html import escape

from journal.library.rules import HelpCountry, HelpLine

Texts = Mapping[str, str]


def places_html(countries: Sequence[HelpCountry], words: Texts) -> str:
    """A choice of countries that works without a script; without a country the general words, and no number."""
    if not countries:
        return f"<p>{escape(words['no-number'])}</p>"
    places = "".join(_country(country, words) for country in countries)
    return (
        f'<section class="places"><h2>{escape(words["where"])}</h2>'
        f'<p id="guess" class="soft" hidden>{escape(words["guess"])}</p>'
        f'<p id="unknown" hidden>{escape(words["no-number"])}</p>'
        f"{places}<p>{escape(words['elsewhere'])}</p></section>"
    )


def _country(country: HelpCountry, words: Texts) -> str:
    zones, number = escape(" ".join(country["zones"])), escape(country["emergency"])
    said = escape(words["call"].replace("{number}", country["emergency"]))
    call = f'<a class="call first" href="tel:{number}">{said}</a>'
    lines = "".join(_line(line, words) for line in country["lines"])
    return (
        f'<details name="place" data-zones="{zones}"><summary>{escape(country["name"])}</summary>'
        f'<p>{escape(words["emergency"])}</p><p class="ways">{call}</p>'
        f"<h3>{escape(words['talk'])}</h3><ul>{lines}</ul></details>"
    )


def _line(line: HelpLine, words: Texts) -> str:
    address = escape(line["official_url"])
    checked = escape(words["checked"].replace("{date}", line["verified_on"] or ""))
    return (
        f'<li><h4>{escape(line["name"])}</h4><p class="ways">{_ways(line, words)}</p>'
        f'<p>{escape(line["hours"])}</p><p class="soft">{checked} '
        f'<a href="{address}" rel="noreferrer">{address}</a></p></li>'
    )


def _ways(line: HelpLine, words: Texts) -> str:
    ways = []
    if "tel" in line:
        ways.append(("tel", line["tel"], words["call"]))
    if "sms" in line:
        ways.append(("sms", line["sms"], words["text-word" if line.get("sms_text") else "text"]))
    said = [(way, number, text.replace("{word}", line.get("sms_text", ""))) for way, number, text in ways]
    return " ".join(
        f'<a class="call" href="{way}:{number}">{escape(text.replace("{number}", number))}</a>'
        for way, number, text in said
    )
