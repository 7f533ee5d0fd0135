"""The demo coach: paired with the demo agent in the room, with two copies in the inbox, one of them answered."""

from dataclasses import dataclass

from client.demo.agent import credentials, sign_up_as
from client.device import Client
from client.feeds.shown import Item
from client.sharing import coaching, giving, pairing
from client.sharing.giving import Terms

EMAIL = "demo.coach@example.org"
COACH_NAME = "Sam"
AGENT_NAME = "Noor"
REPLY = "Thank you for trusting me with this. I have read it, all of it. Do you want ideas, or just an ear?"
DAYS = 30


@dataclass(frozen=True)
class Coach:
    email: str
    password: str
    recovery_code: str


def make(client: Client) -> Coach:
    """Signs the demo coach up; a second time, only says who it was. The operator makes the account a coach's."""
    sign_up_as(client, EMAIL)
    kept = credentials(client, EMAIL)
    return Coach(kept["email"], kept["password"], client.recovery_code())


def share(agent: Client, coach: Client) -> None:
    """Pairs the two, shares two entries and lets the coach answer the older one; once."""
    if agent.store.get("demo_shared"):
        return
    pairing.pin(agent, pairing.invite(coach), name=COACH_NAME)
    pairing.accept(coach, name=AGENT_NAME)
    coach.sync()
    rough, good = (_newest(agent, kind) for kind in ("encounter", "bright-spot"))
    answered = giving.share(agent, good.item, coach.account, Terms(DAYS, purpose="good-news"))
    giving.share(agent, rough.item, coach.account, Terms(DAYS, backup=True, without=("feeling",)))
    agent.sync()
    coaching.read(coach, answered)
    coaching.reply(coach, answered, REPLY, kind="thanks-heard")
    agent.sync()
    agent.store.put(demo_shared=True)


def _newest(agent: Client, kind: str) -> Item:
    return next(item for item in agent.items("entry") if item.words.get("t") == kind)
