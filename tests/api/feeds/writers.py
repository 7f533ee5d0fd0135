"""Processes that write to one feed at once, and one that reads it meanwhile: `python -m tests.api.feeds.writers …`.

`write PERSON COUNT` waits for a line, pushes so many batches of one to four revisions and prints their revs;
`read PERSON COUNT` follows the cursor until it has that many and prints (seq, rev) as they came.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "api.settings")


def write(person: str, count: int) -> None:
    """Each push is a transaction of its own, as from a device of its own."""
    from api.clock import now  # noqa: PLC0415 - only after Django is set up
    from journal.feeds.actions import push  # noqa: PLC0415
    from journal.feeds.queries import feed_of  # noqa: PLC0415
    from journal.feeds.rules import Offered  # noqa: PLC0415
    from journal.kinds import KINDS  # noqa: PLC0415
    from journal.people.models import Person  # noqa: PLC0415
    from tests.forge import rev_of, sealed  # noqa: PLC0415

    owner = Person.objects.get(pk=person)
    epoch = feed_of(owner).epoch
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        revs = [sealed() for _ in range(1 + number % 4)]
        offered = [Offered(rev["body"], rev["slot"]) for rev in revs]
        done = push(owner=owner, account=person, epoch=epoch, gen=1, revs=offered, kinds=KINDS, now=now())
        assert all(outcome.status == "applied" for outcome in done.outcomes)
        print(*[rev_of(rev) for rev in revs], sep="\n", flush=True)


def read(person: str, count: int) -> None:
    """Follows the cursor, as a device would."""
    from journal.feeds.queries import changes, feed_of  # noqa: PLC0415 - only after Django is set up
    from journal.people.models import Person  # noqa: PLC0415

    owner = Person.objects.get(pk=person)
    epoch, cursor = feed_of(owner).epoch, 0
    while cursor < count:
        page = changes(owner, account=person, epoch=epoch, cursor=cursor, limit=200)
        for row in page.rows:
            print(row.seq, row.rev)
        cursor = page.cursor


if __name__ == "__main__":
    django.setup()
    {"write": write, "read": read}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
