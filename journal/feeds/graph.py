"""Ancestors in memory. Pure; a cycle, which a client could make up, ends the walk and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

Cover = Literal["keep-day", "forget"]


def covered(tops: Iterable[tuple[str, Cover]], parents_of: Mapping[str, Sequence[str]]) -> dict[str, Cover]:
    """Everything at or above the given revisions, each with the strongest deletion that reaches it.

    `tops` are the revisions a deletion takes the words of first (a tombstone's parents); `forget`
    is stronger than `keep-day`.
    """
    starts = list(tops)
    forgotten = _upwards((rev for rev, cover in starts if cover == "forget"), parents_of, without=set())
    kept = _upwards((rev for rev, cover in starts if cover == "keep-day"), parents_of, without=forgotten)
    reached: dict[str, Cover] = dict.fromkeys(kept, "keep-day")
    reached.update(dict.fromkeys(forgotten, "forget"))
    return reached


def _upwards(
    starts: Iterable[str], parents_of: Mapping[str, Sequence[str]], *, without: set[str]
) -> set[str]:
    seen: set[str] = set()
    ahead = list(starts)
    while ahead:
        rev = ahead.pop()
        if rev not in seen and rev not in without:
            seen.add(rev)
            ahead.extend(parents_of.get(rev, ()))
    return seen
