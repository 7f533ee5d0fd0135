"""Sixteen writers and two readers on one database: `python -m tests.feeds.crowd ROWS`; prints what was missed, as JSON.

One reader follows the cursor as devices do. The other follows, on purpose, the numbers that the database gave the rows: a
row that commits late has a number that the reader has passed.
"""

import json
import math
import os
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "api.settings")
WRITERS, PEOPLE, BATCH = 16, 4, 10
fork = get_context("fork")


def write(person: str, count: int) -> list[str]:
    """Pushes so many batches; the revs that were acknowledged."""
    from api.clock import now  # noqa: PLC0415 - only after Django is set up
    from journal.feeds.actions import push  # noqa: PLC0415
    from journal.feeds.queries import feed_of  # noqa: PLC0415
    from journal.feeds.rules import Offered  # noqa: PLC0415
    from journal.kinds import KINDS  # noqa: PLC0415
    from journal.people.models import Person  # noqa: PLC0415
    from tests.forge import rev_of, sealed  # noqa: PLC0415

    owner, written = Person.objects.get(pk=person), list[str]()
    epoch = feed_of(owner).epoch
    for number in range(count):
        revs = [sealed() for _ in range(BATCH if number % 3 else 1)]
        offered = [Offered(rev["body"], rev["slot"]) for rev in revs]
        push(owner=owner, account=person, epoch=epoch, gen=1, revs=offered, kinds=KINDS, now=now())
        written += [rev_of(rev) for rev in revs]
    return written


def follow_seq(people: list[str], is_over: Callable[[], bool]) -> set[str]:
    """As devices do: for each feed, what came after the seq last read."""
    from journal.feeds.queries import changes, feed_of  # noqa: PLC0415
    from journal.people.models import Person  # noqa: PLC0415

    owners = [Person.objects.get(pk=person) for person in people]
    cursors, read, last_look = dict.fromkeys(people, 0), set[str](), False
    while not last_look:
        last_look = is_over()
        for owner in owners:
            name, epoch = str(owner.pk), feed_of(owner).epoch
            page = changes(owner, account=name, epoch=epoch, cursor=cursors[name], limit=200)
            while page.rows:
                read |= {row.rev for row in page.rows}
                cursors[name] = page.cursor
                page = changes(owner, account=name, epoch=epoch, cursor=page.cursor, limit=200)
    return read


def follow_id(_people: list[str], is_over: Callable[[], bool]) -> set[str]:
    """The mistake: a number taken before the commit, as a cursor."""
    from journal.feeds.models import Revision  # noqa: PLC0415

    cursor, read, last_look = 0, set[str](), False
    while not last_look:
        last_look = is_over()
        rows = list(Revision.objects.filter(id__gt=cursor).order_by("id").values_list("id", "rev"))
        read |= {rev for _, rev in rows}
        cursor = max([cursor, *(number for number, _ in rows)])
    return read


def _in_a_process(work: Callable[..., Any], *arguments: Any) -> tuple[Any, Connection]:
    """Begins the work in a process with a connection of its own."""
    here, there = fork.Pipe()
    process = fork.Process(target=lambda: there.send(work(*arguments)))
    process.start()
    return process, here


def _prepared() -> list[str]:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from journal.feeds.queries import feed_of  # noqa: PLC0415
    from journal.keys.models import Vault  # noqa: PLC0415
    from journal.people.models import Person  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    people = [Person.objects.create(email=f"{number}@example.org") for number in range(PEOPLE)]
    for person in people:
        Vault.objects.create(person=person, gen=1, keybag="")
        feed_of(person)
    connections.close_all()
    return [str(person.pk) for person in people]


def main(rows: int) -> None:
    """Runs all of them and compares."""
    people = _prepared()
    is_over = fork.Event()
    readers = [_in_a_process(follow, people, is_over.is_set) for follow in (follow_seq, follow_id)]
    each = 3 * math.ceil(rows / WRITERS / (2 * BATCH + 1))  # of three batches one is a single row
    writers = [_in_a_process(write, people[number % PEOPLE], each) for number in range(WRITERS)]
    written = {rev for _, pipe in writers for rev in pipe.recv()}
    is_over.set()
    by_seq, by_id = (pipe.recv() for _, pipe in readers)
    print(json.dumps({"rows": len(written), "by_seq": len(written - by_seq), "by_id": len(written - by_id)}))


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
