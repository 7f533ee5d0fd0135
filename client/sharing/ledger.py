"""Following one's own ledger: what was shared, opened, taken back, and with which keys; and noticing when it was changed."""

from client.ck1.encoding import Refusal
from client.ck1.ledger import START, Place, follow
from client.ck1.tokens import Header
from client.feeds.feed import not_understood
from client.feeds.meeting import Report
from client.keys.vault import ring_of
from client.people import profile
from client.session import Members, Session
from client.store import Store
from client.trouble import Refused

PLACE = "ledger"
EVENTS = "ledger_events"
BEFORE = "ledger_before_restore"


def check(store: Store, session: Session, account: str, report: Report) -> bool:
    """Follows the ledger after a sync; whether the profile was written, so that other devices know how far.

    What does not fit is an alarm, unless the server says it was restored: then both versions are kept.
    """
    _begin_anew_if_restored(store)
    events, answer = _read(store, session, account)
    try:
        place = _followed(store, events, answer, account)
    except Refusal:
        store.alarm("ledger", "broken-ledger")
        report.alarms.append(("broken-ledger", None))
        return False
    store.calm("ledger")
    report.alarms = [alarm for alarm in report.alarms if alarm[0] != "broken-ledger"]
    store.put(**{EVENTS: events, PLACE: {"n": place.n, "hash": place.hash, "epoch": store.text("epoch")}})
    if answer.get("served") is False:
        session.api("POST", "ledger/", {"account": account, "epoch": store.text("epoch")})
    return _tell_other_devices(store, account, place)


def events_of(store: Store, account: str) -> list[Header]:
    """What the ledger says, as far as it was followed."""
    return follow(START, _kept(store), account)[1]


def _read(store: Store, session: Session, account: str) -> tuple[list[str], Members]:
    """All events there are, from the first: one that was read long ago may have been changed since."""
    events: list[str] = []
    while True:
        query: dict[str, str | int] = {"account": account, "epoch": store.text("epoch"), "after": len(events)}
        answer = session.api("GET", "ledger/", **query)
        if not answer.ok:
            raise Refused(answer.code or "refused", f"The server does not show the ledger: {answer.detail}")
        page = answer.members.get("events")
        if not isinstance(page, list) or not all(isinstance(event, str) for event in page):
            raise not_understood("events")
        events = [*events, *page]
        if answer.members.get("more") is not True or not page:
            return events, answer.members


def _followed(store: Store, events: list[str], answer: Members, account: str) -> Place:
    """Where the chain leads; refused unless it passes every place that was known and ends where the server says."""
    for known in _known(store):
        half, _ = follow(START, events[: known.n], account)
        if half != known:
            raise Refusal("broken-ledger", "Another device of yours has seen another ledger.")
    if events[: len(kept := _kept(store))] != kept:
        raise Refusal("broken-ledger", "The server shows another ledger than it did before.")
    place, _ = follow(START, events, account)
    if (place.n, place.hash) != (answer.get("n"), answer.get("hash")):
        raise Refusal("broken-ledger", "The server's ledger is another than it was.")
    return place


def _known(store: Store) -> list[Place]:
    """How far this person's devices have seen it. Of a server that was restored nothing is asked that was seen before."""
    told = profile.ledger_places(store, ring_of(store))
    here = store.text("epoch")
    unsaid = "" if store.get("ledger_restored") else here
    return [place for place, epoch in told if place.n and (epoch or unsaid) == here]


def _begin_anew_if_restored(store: Store) -> None:
    """After a restore the server may have an older ledger: it is read from its beginning, the other one kept beside."""
    kept = store.get(PLACE)
    if isinstance(kept, dict) and kept.get("epoch") != store.text("epoch"):
        store.put(**{BEFORE: _kept(store), EVENTS: None, PLACE: None, "ledger_restored": True})


def _tell_other_devices(store: Store, account: str, place: Place) -> bool:
    """Writes how far the ledger goes into the profile, if there is one: without one nothing was ever shared."""
    ring, epoch = ring_of(store), store.text("epoch")
    words = profile.profile_of(store, ring)
    told = {"n": place.n, "hash": place.hash, "epoch": epoch}
    store.put(ledger_restored=None)
    if not words or not place.n or words.get("ledger") == told:
        return False
    profile.change(store, ring, account, lambda _: {"ledger": told})
    return True


def _kept(store: Store) -> list[str]:
    kept = store.get(EVENTS)
    return [str(event) for event in kept] if isinstance(kept, list) else []
