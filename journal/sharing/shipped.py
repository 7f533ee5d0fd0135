"""What a consent may name: the purposes and notices of every language we have."""

from functools import cache

from journal.library.notices import shipped_notices
from journal.library.queries import languages, sharing
from journal.sharing.rules import Shipped


@cache
def shipped() -> Shipped:
    """Purposes, and notices by language, version and hash."""
    words = [sharing(lang) for lang in languages()]
    purposes = {purpose["id"] for one in words for purpose in one["purposes"]}
    notices = {notice for one in words for notice in shipped_notices(one)}
    return Shipped(purposes, notices)
