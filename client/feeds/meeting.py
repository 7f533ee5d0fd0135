"""One meeting of this folder with the server: what both parts of a sync share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from client.ck1.slots import Ring
from client.feeds.feed import Feed
from client.store import Store


@dataclass
class Report:
    """What one sync did. `alarms` are (code, rev) of what did not hold at any moment of it, healed since or not;
    `rejected` are (rev, code) of what the server refused; `renewed` says that the keys are new since, and the
    recovery code with them."""

    taken: int = 0
    sent: int = 0
    rejected: list[tuple[str, str]] = field(default_factory=list)
    alarms: list[tuple[str, str | None]] = field(default_factory=list)
    restored: bool = False
    renewed: bool = False

    def missed(self, rev: str) -> None:
        """Say once that the server had lost a revision; it has it again."""
        if rev not in [alarmed for _, alarmed in self.alarms]:
            self.alarms.append(("rolled-back", rev))


@dataclass
class Meeting:
    """`vault_generation` asks the server how many times the keys were renewed; `asked_for` are the revisions already
    asked for once because only the server's list of ids named them."""

    store: Store
    feed: Feed
    ring: Ring
    vault_generation: Callable[[], int]
    report: Report = field(default_factory=Report)
    asked_for: set[str] = field(default_factory=set)

    @property
    def epoch(self) -> str:
        return self.store.text("epoch")

    @property
    def cursor(self) -> int:
        return self.store.number("cursor")

    @property
    def restored(self) -> bool:
        """Whether the server said it was restored, and not everything was offered to it again yet."""
        return self.store.get("restored") is True

    def alarm(self, code: str, rev: str | None, seq: int | None = None) -> None:
        """Say that something does not hold, and remember it until it does."""
        self.store.alarm(f"rev:{rev}" if seq is None else f"seq:{seq}", code, rev, seq)
        if (code, rev) not in self.report.alarms:
            self.report.alarms.append((code, rev))
