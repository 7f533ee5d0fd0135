"""`Client`: one folder on this computer as a device of one account."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from client.ck1 import recovery
from client.ck1.bodies import Words
from client.content.days import DAY_START_HOUR, journal_day, now, zone_here
from client.content.words import edited_words, entry_words
from client.feeds import writing
from client.feeds.meeting import Report
from client.feeds.rows import Row, heads
from client.feeds.shown import Item, opened, shown
from client.feeds.sync import Sync
from client.feeds.taking import empty_ancestors
from client.keys import pending, rotation, vault
from client.people import accounts
from client.session import Session
from client.sharing import ledger
from client.sharing.mailbox import mailbox_of
from client.store import Store
from client.trouble import BadRequest, Locked, SignInNeeded, Stopped

DATED = ("entry", "tick", "review")


class Client:
    """`Client("https://journal.example.org", home="…")`: words go in and come out, sealed in between.

    The server may be left out once the folder knows it, and for everything that needs no network.
    """

    def __init__(self, server: str = "", *, home: str | Path) -> None:
        self.store = Store(Path(home).expanduser())
        if server:
            self.store.put(server=server)

    def close(self) -> None:
        self.store.close()

    @property
    def account(self) -> str:
        """The id of the account this folder belongs to, or nothing."""
        return self.store.text("account")

    def sign_up(self, email: str, password: str, *, at: datetime | None = None) -> str:
        """Make an account with what was written here so far; the recovery code, to be written down."""
        self._stop_if_taken(email)
        with closing(self._new_session()) as session:
            accounts.sign_up(session, email, password)
            self._become(accounts.me(session), session)
            code = vault.create(self.store, session, self.account, at or now())
            self._remember(accounts.set_zone(session, zone_here()))
            return code

    def sign_in(
        self, email: str, password: str, recovery_code: str | None = None, *, adopt: bool = False
    ) -> str | None:
        """Open a session, and with the code the account's words. `adopt` says that what was written in this folder
        before belongs to this account. The new recovery code when the account had no keys yet."""
        with closing(self._new_session()) as session:
            accounts.sign_in(session, email, password)
            person = accounts.me(session)
            if self.account and person.id != self.account:
                raise Stopped(
                    "account-mismatch", f"This folder is {self.store.text('email')}'s. Choose another --home."
                )
            found = vault.fetch(session)
            pending.settle(self.store, found)
            if vault.generation_in(found) < self.store.number("gen") > vault.FIRST_GENERATION:
                pending.put_back(self.store, session, vault.generation_in(found))
                self._become(person, session)
                return None
            if found is None:
                self._stop_unless_adopted(adopt=adopt)
                self._become(person, session)
                return vault.create(self.store, session, person.id, now())
            bag = vault.open_with_root(found, vault.root_of(self.store))
            kept = vault.with_cards(session, found, person.id)
            if bag and bag.token != self.store.text("keybag"):
                vault.adopt(self.store, bag, self.store.text("recovery_code") or None, kept)
            if not bag:
                self._unlock(kept, person.id, recovery_code, adopt=adopt)
            self._become(person, session)
            return None

    def write(
        self,
        kind: str,
        *,
        day: date | None = None,
        at: datetime | None = None,
        zone: str | None = None,
        **words: object,
    ) -> str:
        """Seal an entry (`encounter`, `check-in`, `bright-spot`) and keep it here until it is sent; the item's id."""
        at, zone = at or now(), zone or self.zone
        return self.keep("entry", entry_words(kind, words, at=at, zone=zone), day=day, at=at, zone=zone)

    def keep(
        self,
        kind: str,
        words: Words,
        *,
        of: str | None = None,
        pub: Words | None = None,
        day: date | None = None,
        at: datetime | None = None,
        zone: str | None = None,
    ) -> str:
        """Seal a new item of any kind and keep it here until it is sent; its id. `pub` are facts for the server to
        read; `day` (default: by the clock) is for the kinds that have one."""
        dates = self._dates(day, self.day(at, zone)) if kind in DATED else None
        row = writing.first_revision(kind, words, dates, vault.ring_of(self.store), of=of, pub=pub)
        self.store.save(row)
        return row.item

    def day(self, at: datetime | None = None, zone: str | None = None) -> date:
        """The journal day of an instant, by default of now."""
        return journal_day(at or now(), zone or self.zone, self.day_start_hour)

    def edit(self, item: str, **words: object) -> str:
        """Write an item anew with some words changed (None takes one away), joining all its heads; the new rev."""
        rows = self._rows_of(item)
        ring = vault.ring_of(self.store)
        before = opened(heads(rows.values())[0], ring)
        row = writing.next_revision(rows, edited_words(before.words, words), ring)
        self.store.save(row)
        return row.rev

    def delete(self, item: str, *, forget: bool = False) -> None:
        """Take the words of an item away; with `forget` also the mark that its day was used."""
        rows = self._rows_of(item)
        row = writing.tombstone(rows, "forget" if forget else "keep-day", vault.ring_of(self.store))
        with self.store.together():
            self.store.save(row)
            empty_ancestors(self.store, item)

    def items(self, kind: str | None = None) -> list[Item]:
        """Everything (of a kind) that is here and opens, newest day first."""
        by_item: dict[str, list[Row]] = {}
        for row in self.store.all():
            if kind in (None, row.kind):
                by_item.setdefault(row.item, []).append(row)
        ring = vault.ring_of(self.store)
        mailbox = mailbox_of(self.store) if "reply" in {rows[0].kind for rows in by_item.values()} else None
        read = [shown(rows, ring, mailbox) for rows in by_item.values()]
        found = [item for item in read if item is not None]
        return sorted(found, key=lambda item: (item.day or "", str(item.words.get("at", ""))), reverse=True)

    def sync(self) -> Report:
        """Take what is new, send what is unsent, and check that both sides hold the same, the ledger too."""
        with self.session() as session:
            report = Sync(self.store, session, self.account).run()
            if ledger.check(self.store, session, self.account, report):
                Sync(self.store, session, self.account).run()
            return report

    def try_again(self) -> None:
        """Let the next sync offer again what the server has refused."""
        self.store.save(*(replace(row, problem=None) for row in self.store.unsent()))

    def recovery_code(self, *, new: bool = False) -> str:
        """The recovery code this folder knows, or a new one beside it."""
        kept = self.store.text("recovery_code")
        if kept and not new:
            return kept
        with self.session() as session:
            return vault.add_recovery_code(self.store, session, self.account)

    def rotate(self, password: str, *, at: datetime | None = None) -> str:
        """New keys for everything from now on, after a device was lost; the new recovery code. The old one, and
        whoever has the old keys, opens nothing that is written afterwards."""
        with self.session() as session:
            accounts.reauthenticate(session, password)
            return rotation.rotate(self.store, session, self.account, at or now())

    @property
    def zone(self) -> str:
        return self.store.text("zone") or zone_here()

    @property
    def day_start_hour(self) -> int:
        kept = self.store.get("day_start_hour")
        return kept if isinstance(kept, int) else DAY_START_HOUR

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The session of this folder's account; its cookies are kept whatever happens inside."""
        if not self.account:
            raise SignInNeeded("no-account", "This folder has no account yet: sign up or in first.")
        cookies = self.store.get("cookies")
        session = Session(self._server(), cookies if isinstance(cookies, list) else None)
        try:
            yield session
        finally:
            session.close()
            self.store.put(cookies=session.kept_cookies())

    def _server(self) -> str:
        server = self.store.text("server")
        if not server:
            raise BadRequest("no-server", "Say which server: --server URL.")
        return server

    def _new_session(self) -> Session:
        return Session(self._server())

    def _become(self, person: accounts.Me, session: Session) -> None:
        self._remember(person)
        self.store.put(cookies=session.kept_cookies())

    def _remember(self, person: accounts.Me) -> None:
        self.store.put(
            account=person.id, email=person.email, zone=person.zone, day_start_hour=person.day_start_hour
        )

    def _stop_if_taken(self, email: str) -> None:
        if self.account:
            raise Stopped(
                "account-mismatch",
                f"This folder is {self.store.text('email')}'s already. Choose another --home for {email}.",
            )

    def _stop_unless_adopted(self, *, adopt: bool) -> None:
        before = 0 if self.account else len(self.store.unsent())
        if before and not adopt:
            raise BadRequest(
                "written-before",
                f"{before} entries were written in this folder before sign-in. If they are yours, add --adopt; "
                "if not, choose another --home.",
            )

    def _unlock(self, found: dict[str, object], person: str, code: str | None, *, adopt: bool) -> None:
        if not code:
            raise Locked("code-needed", "Signed in, but locked: the recovery code opens the words.")
        bag = vault.open_with_code(found, code, person)
        self._stop_unless_adopted(adopt=adopt)
        vault.adopt(self.store, bag, recovery.code_of(recovery.secret_of(code)), found)

    @staticmethod
    def _dates(day: date | None, written: date) -> writing.Dates:
        if day is not None and day > written:
            raise BadRequest("bad-day", f"A day cannot come after the one it is written on ({written}).")
        return writing.Dates((day or written).isoformat(), written.isoformat())

    def _rows_of(self, item: str) -> dict[str, Row]:
        rows = self.store.item(item)
        if not heads(rows.values()):
            raise BadRequest("no-such-item", f"There is no item {item} in this folder.")
        return rows
