"""Two people who have used the app for weeks, made by the Python client: what every screen shows when there is something to show."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from client import Client
from client.content import practice
from client.content.notes import write_note
from client.demo import agent as demo_agent
from client.demo import coach as demo_coach
from client.sharing import coaching
from tests.browser.taps import open_app, sign_in_as, unlock
from tests.browser.two_people import manage
from tests.server import Server

HABIT = "A glass of water"
WISH = "Stay calm when they shout"


@dataclass
class Person:
    """Who can sign in, and the items a screen of theirs can be opened with."""

    email: str
    password: str
    code: str
    items: dict[str, str] = field(default_factory=dict)


def two_with_a_past(server: Server, folder: Path) -> tuple[Person, Person]:
    """An agent with six weeks of entries, a goal, a habit, notes and two copies out; and the coach who has them."""
    agent, coach = (Client(server.url, home=folder / name) for name in ("agent", "coach"))
    made = demo_agent.make(agent)
    items = _practice(agent)
    coached = demo_coach.make(coach)
    manage(server, "coach", coached.email)
    demo_coach.share(agent, coach)
    agent.sync()
    items["reply"] = agent.items("reply")[0].item
    items["coach"] = coach.account
    theirs = {"agent": agent.account, "letter": coaching.inbox(coach)[0].item}
    for one in (agent, coach):
        one.close()
    return (
        Person(made.email, made.password, made.recovery_code, items),
        Person(coached.email, coached.password, coached.recovery_code, theirs),
    )


def _practice(agent: Client) -> dict[str, str]:
    """A goal, a habit that was ticked, and a note of several kinds; each item by its name."""
    entry = next(item.item for item in agent.items("entry") if item.words.get("t") == "encounter")
    goal = practice.add_goal(agent, WISH, plans=["If they shout, then I breathe out first."])
    habit = practice.add_habit(agent, HABIT)
    practice.tick(agent, habit)
    notes = {
        kind: write_note(agent, kind, text)
        for kind, text in (
            ("proof", "They asked for me by name."),
            ("ask-work", "Nobody to hand a call over to."),
            ("for-somebody-new", "Say the time first."),
            ("own-tool", "A walk to the window."),
        )
    }
    return {"entry": entry, "goal": goal, "habit": habit, **notes}


def signed_in(page: Page, person: Person) -> Page:
    """That person's phone, opened with the recovery code."""
    sign_in_as(page, person.email, person.password)
    unlock(page, person.code)
    expect(page.get_by_role("heading", name="Unlock this phone")).to_have_count(0)
    open_app(page)
    return page
