"""The real application, and beside it an operator who makes backups and puts them back, for one person at a time.

`granian tests.feeds.controlled:application`. `/operator/backup/<account>`, `/operator/restore/<account>`,
`/operator/coach/<account>` (makes a coach) and `/operator/revs/<account>` answer with the revs the server then holds,
`/operator/served/<account>` with those that coaches may open now.
"""

import json
import os
from collections.abc import Iterable
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.feeds.controlled_settings"

from api.wsgi import application as served

DOOR = "/operator/"
_KEPT: dict[str, Any] = {}


def application(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    """The operator's door, else the real application."""
    path = environ["PATH_INFO"]
    if not path.startswith(DOOR):
        return served(environ, start)
    act, account = path.removeprefix(DOOR).split("/")
    start("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(_operate(act, account)).encode()]


def _operate(act: str, account: str) -> list[str]:
    from django.db import transaction  # noqa: PLC0415 - only once Django is set up

    from journal.feeds.models import Revision  # noqa: PLC0415
    from journal.people.models import Person  # noqa: PLC0415
    from tests.feeds.rewind import kept_now, put_back  # noqa: PLC0415

    people = list(Person.objects.filter(pk=account))
    if act == "served":
        return _served(account)
    if act == "coach":
        Person.objects.filter(pk=account).update(is_coach=True)
    with transaction.atomic():
        if act == "backup":
            _KEPT[account] = kept_now(people)
        if act == "restore" and account in _KEPT:
            put_back(people, _KEPT[account])
    return list(Revision.objects.filter(feed__owner=account).values_list("rev", flat=True))


def _served(account: str) -> list[str]:
    from api.clock import now  # noqa: PLC0415 - likewise
    from journal.people.models import Person  # noqa: PLC0415
    from journal.sharing.queries import inbox_of  # noqa: PLC0415

    coaches = Person.objects.filter(is_coach=True)
    return [one.rev for coach in coaches for one in inbox_of(coach, now=now()) if one.owner == account]
