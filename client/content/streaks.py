"""How it goes, as the server counts it from the days it may see."""

from collections.abc import Iterator
from datetime import date

from client.device import Client
from client.feeds.feed import mixed_up, not_understood
from client.session import Members
from client.trouble import Refused


def streaks(client: Client, today: date | None = None) -> Members:
    """The server's answer: `journaling`, and `habits` by their items. What was not sent yet is not counted."""
    asked = today or client.day()
    with client.session() as session:
        answer = session.api("GET", "streaks/", today=asked.isoformat())
    if not answer.ok:
        raise Refused(answer.code or "refused", f"The server refused: {answer.detail}")
    if answer.members.get("account") != client.account:
        raise mixed_up()
    return answer.members


def lines(client: Client, found: Members) -> Iterator[str]:
    """The answer in words, with the names that only this folder knows."""
    names = {item.item: str(item.words.get("name")) for item in client.items("habit")}
    journaling, habits = found.get("journaling"), found.get("habits")
    if not isinstance(journaling, dict) or not isinstance(habits, list):
        raise not_understood("streaks")
    yield _line("Journaling", journaling)
    for habit in habits:
        yield _line(names.get(str(habit.get("item")), str(habit.get("item"))), habit)


def _line(name: str, streak: Members) -> str:
    unit = "weeks" if streak.get("week") else "days"
    strength = streak.get("strength")
    percent = round(100 * strength) if isinstance(strength, int | float) else 0
    return (
        f"{name}: strength {percent} % · {streak.get('current')} {unit} · "
        f"longest {streak.get('longest')} · pauses held {streak.get('pauses')}"
    )
