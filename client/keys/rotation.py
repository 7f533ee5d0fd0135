"""Rotation: after a device was lost, a new root and new keys for everything from now on."""

from datetime import datetime

from client.feeds.sync import Sync
from client.keys.pending import offer, pending_of, prepare
from client.session import Session
from client.store import Store
from client.trouble import Alarmed, Stopped

ROUNDS = 5


def rotate(store: Store, session: Session, person: str, at: datetime) -> str:
    """The new recovery code, once the server has the new keys. Sync first, so that the new keybag knows everything.

    After a lost answer the same keys are offered again, by this or by the next sync.
    """
    for _ in range(ROUNDS):
        report = Sync(store, session, person).run()
        if report.alarms:
            raise Alarmed(
                "not-what-was-sealed",
                "The server shows what was not sealed, or hides what was. What the new keys do not know now could "
                "never be opened again, so they were not made.",
            )
        made = report.renewed or offer(
            store, session, pending_of(store) or prepare(store, session, person, at)
        )
        if made:
            return store.text("recovery_code")
    raise Stopped(
        "unsettled", "Other devices keep writing. The keys are as they were; try again in a moment."
    )
