"""Bringing this folder and the server to the same set, and saying loudly what does not hold."""

import time
from collections.abc import Callable

from client.feeds.comparing import adopt_epoch, same_set
from client.feeds.feed import Feed, FeedReset, StaleVault
from client.feeds.meeting import Meeting, Report
from client.feeds.offering import push, release
from client.feeds.taking import KeysRenewed, check_emptied, look_again, pull
from client.keys import vault
from client.keys.pending import is_pending, put_back, settle
from client.session import Session
from client.store import Store
from client.trouble import Locked, NotNow, Stopped

ROUNDS = 5
NAPS = 3
LONGEST_NAP_S = 60


class Sync:
    """One sync of one folder: take, offer, read back, compare; again while the server turns out to be another than
    before, in a bounded number of rounds."""

    def __init__(
        self, store: Store, session: Session, account: str, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._session = session
        self._sleep = sleep
        self._meeting = Meeting(store, Feed(session, account), vault.ring_of(store), self._vault_generation)

    def run(self) -> Report:
        """Raises Trouble when the sync cannot be finished; what was kept and acknowledged until then stays."""
        report, store = self._meeting.report, self._meeting.store
        with store.only_one():
            self._look_at_pending()
            release(store)
            settled = any(self._settled() for _ in range(ROUNDS))
            report.restored = self._meeting.restored
            if settled:
                store.put(restored=None)
        report.alarms += [(code, rev) for _, code, rev, _ in store.alarms()]
        report.alarms = list(dict.fromkeys(report.alarms))
        if not settled and not report.alarms:
            raise Stopped(
                "unsettled", "The server keeps changing what it holds. Nothing is lost; try again later."
            )
        return report

    def _settled(self) -> bool:
        try:
            return self._patiently(self._round)
        except FeedReset as reset:
            adopt_epoch(self._meeting.store, reset.epoch)
        except StaleVault as stale:
            self._meet_other_keys(stale.generation)
        except KeysRenewed:
            self._meet_other_keys(self._meeting.ring.generation + 1)
        return False

    def _round(self) -> bool:
        meeting = self._meeting
        look_again(meeting)
        page = pull(meeting)
        sent_before = meeting.report.sent
        push(meeting)
        if meeting.report.sent > sent_before:
            page = pull(meeting)
        check_emptied(meeting)
        return same_set(meeting, page)

    def _vault_generation(self) -> int:
        return vault.generation_in(vault.fetch(self._session))

    def _meet_other_keys(self, generation: int) -> None:
        if generation < self._meeting.ring.generation:
            put_back(self._meeting.store, self._session, generation)
        elif not self._look_at_pending():
            raise Locked(
                "keys-renewed",
                "The keys were renewed on another device. Sign in again with the new recovery code; everything is kept.",
            )

    def _look_at_pending(self) -> bool:
        """Whether a rotation this folder has begun turns out to have happened."""
        meeting = self._meeting
        if not is_pending(meeting.store) or not settle(meeting.store, vault.fetch(self._session)):
            return False
        meeting.ring, meeting.report.renewed = vault.ring_of(meeting.store), True
        return True

    def _patiently(self, step: Callable[[], bool]) -> bool:
        for nap in range(NAPS):
            try:
                return step()
            except NotNow as not_now:
                if not 0 < not_now.wait_s <= LONGEST_NAP_S or nap == NAPS - 1:
                    raise
                self._sleep(not_now.wait_s)
        return False
