"""A server that keeps revisions back, or changes them on their way, without contradicting itself."""

from collections.abc import Callable, Collection
from typing import Any

from client.feeds.rows import digest_of

CHANGES = "/api/v1/feed/changes/"
IDS = "/api/v1/feed/ids/"
Row = dict[str, Any]


def without(hidden: Collection[str], everything: Collection[str]) -> Callable[[str, Any], Any]:
    """Hides some revisions of all there are, in each answer, with a digest and a list that fit what is shown."""
    shown = [rev for rev in everything if rev not in hidden]

    def rule(path: str, members: Any) -> Any:
        if path.startswith(CHANGES):
            kept = [row for row in members["revs"] if row["rev"] in shown]
            return {**members, "revs": kept, "digest": digest_of(shown)}
        return {**members, "ids": shown} if path.startswith(IDS) else members

    return rule


def renumbered(rule: Callable[[str, Any], Any]) -> Callable[[str, Any], Any]:
    """The same, with the gap closed: for a device that reads everything on one page."""

    def closed(path: str, members: Any) -> Any:
        members = rule(path, members)
        if path.startswith(CHANGES):
            for seq, row in enumerate(members["revs"], start=1):
                row["seq"] = seq
            members["cursor"] = len(members["revs"])
        return members

    return closed


def injecting(make: Callable[[Row], Row]) -> tuple[Callable[[str, Any], Any], list[Row]]:
    """A rule that adds one revision of the server's own, made from the last real one, to the first page that has any; and
    the list it will stand in."""
    added: list[Row] = []

    def rule(path: str, members: Any) -> Any:
        if path.startswith(CHANGES) and members["revs"] and not added:
            added.append(make(members["revs"][-1]))
            members["revs"] = [*members["revs"], *added]
            members["cursor"] += 1
        return members

    return rule, added
