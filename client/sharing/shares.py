"""Grants and consents as this folder keeps them, beside the copy they belong to."""

from client.feeds.rows import Row
from client.session import Members
from client.store import Store


def keep_share(store: Store, rev: str, grant: str, consent: str) -> None:
    """What lets a reader have this copy; kept while it may have to be offered again."""
    store.put(**{_name(rev): {"grant": grant, "consent": consent}})


def share_of(store: Store, row: Row) -> Members:
    """The grant and the consent of a copy."""
    kept = store.get(_name(row.rev))
    return kept if isinstance(kept, dict) else {}


def is_shared(store: Store, row: Row) -> bool:
    """Whether a revision is a copy that goes with a grant and a consent."""
    return row.kind == "copy" and row.body is not None and not row.is_tombstone and bool(share_of(store, row))


def forget_share(store: Store, rev: str) -> None:
    """From now on the copy is an item like any other."""
    store.put(**{_name(rev): None})


def _name(rev: str) -> str:
    return f"share:{rev}"
