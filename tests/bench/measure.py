"""The figures of one database, as JSON on the last line; run by `python -m tests.bench`."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "api.settings")
os.environ.update(RATE_ACCOUNT="1000000/min", RATE_ADDRESS="1000000/min")
if not os.environ.get("DATABASE_URL"):
    os.environ.pop("DATABASE_URL", None)
django.setup()

from django.conf import settings  # noqa: E402 - Django is set up first
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from journal.feeds.models import Feed  # noqa: E402
from journal.people.models import Person  # noqa: E402
from tests.bench.caller import Call, Caller, best_of, json_call  # noqa: E402
from tests.client.weaker import slowest_ms  # noqa: E402
from tests.device import Device, device_of  # noqa: E402
from tests.forge import header_of, new_id, sealed  # noqa: E402

RECORDS = int(os.environ.get("BENCH_RECORDS", "10000"))
GROWN = int(os.environ.get("BENCH_GROWN", "100000"))
FEW = 1_000
ROUNDS = 30
SYNC_GOAL_MS = 100

Figure = dict[str, Any]


def figure(what: str, goal: str, value: float, unit: str) -> Figure:
    """One line of the table."""
    return {"what": what, "goal": goal, "figure": f"{value:.1f} {unit}", "value": value}


def push(device: Device, count: int) -> Call:
    """A push of so many new entries."""
    standing = {"account": device.account, "epoch": device.epoch, "gen": 1}
    return json_call("POST", "/api/v1/feed/push/", {**standing, "revs": [sealed() for _ in range(count)]})


def write(_device: Device) -> Call:
    """One entry by PUT."""
    rev = sealed()
    return json_call("PUT", f"/api/v1/entries/{header_of(rev)['item']}/", rev)


def changes(device: Device, cursor: int, *, epoch: str | None = None) -> Call:
    """What came after a cursor."""
    query = f"account={device.account}&epoch={device.epoch if epoch is None else epoch}&cursor={cursor}"
    return Call("GET", "/api/v1/feed/changes/", query=f"{query}&limit=500")


def streaks() -> Call:
    """How it goes today."""
    return Call("GET", "/api/v1/streaks/", query=f"today={datetime.now(UTC).date()}")


def head(device: Device) -> int:
    """The feed's last seq."""
    return Feed.objects.values_list("head", flat=True).get(owner=device.person)


def person_with(records: int) -> tuple[Device, Caller]:
    """Somebody who holds so many entries, written through the API."""
    device = device_of(Person.objects.create_user(f"{new_id()}@example.org", "a-quiet-evening-7"))
    caller = Caller(device.http.cookies["sessionid"].value)
    for start in range(0, records, 100):
        caller.send(push(device, min(100, records - start)))
    return device, caller


def ratios(device: Device, caller: Caller) -> list[Figure]:
    """Goals 1 to 4: CPU against a bare view in the same run."""
    works: dict[str, Callable[[], list[Call]]] = {
        "bare": lambda: [Call("GET", "/bare")] * 20,
        "write": lambda: [write(device) for _ in range(10)],
        "push": lambda: [push(device, 100)],
        "list": lambda: [Call("GET", "/api/v1/entries/")] * 5,
        "nothing": lambda: [changes(device, head(device))] * 10,
        "streaks": lambda: [streaks()] * 10,
    }
    best = best_of(caller, works, ROUNDS)
    times = {name: spent / best["bare"] for name, spent in best.items()}
    return [
        figure("a bare view", "", best["bare"] * 1e6, "µs"),
        figure("one write", "≤ 4.5 ×, PostgreSQL ≤ 8 ×", times["write"], "×"),
        figure("a push of 100", "≤ 45 ×", times["push"], "×"),
        figure("the newest 50", "≤ 5.5 ×", times["list"], "×"),
        figure("nothing new", "≤ 3 ×", times["nothing"], "×"),
        figure("streaks", "≤ 4 ×", times["streaks"], "×"),
        figure("nothing new, size", "≤ 300 bytes", len(caller.send(changes(device, head(device)))), "bytes"),
    ]


def first_sync(device: Device, caller: Caller) -> list[Figure]:
    """Goal 5: a device reads everything."""
    spent, grown = [], 0
    for _ in range(3):
        before, cursor, total, more = memory_mib(), 0, 0.0, True
        while more:
            call = changes(device, cursor, epoch="" if cursor == 0 else None)
            total += caller.cpu_s([call])
            page = json.loads(caller.send(call))
            cursor, more = page["cursor"], page["more"]
        spent.append(total)
        grown = max(grown, memory_mib() - before)
    per_10k = min(spent) * 1000 * 10_000 / head(device)
    return [
        figure("first sync of 10,000", f"< {SYNC_GOAL_MS} ms", per_10k, "ms"),
        figure("first sync, memory", "≤ +10 MiB", grown, "MiB"),
    ]


def memory_mib() -> int:
    """What this process holds."""
    with open("/proc/self/statm") as file:  # noqa: PTH123 - no ordinary file
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


def growth() -> list[Figure]:
    """Goal 6: a heavy user against a light one."""
    people = {count: person_with(FEW) for count in (FEW, GROWN)}
    multiply(people[GROWN][0], GROWN // FEW)
    best: dict[int, dict[str, float]] = {}
    for count, (device, caller) in people.items():
        place = json.loads(caller.send(Call("GET", "/api/v1/entries/")))["next"]
        best[count] = best_of(caller, heavy_works(device, place), ROUNDS)
    return [
        figure(f"{name}, {GROWN:,} records against {FEW:,}", goal, best[GROWN][name] / best[FEW][name], "×")
        for name, goal in {
            "list": "≤ 1.3 ×",
            "keyset page": "≤ 1.3 ×",
            "delta": "≤ 1.3 ×",
            "nothing new": "≤ 1.3 ×",
            "streaks": "≤ 1.3 ×",
            "insert": "≤ 1.5 ×",
        }.items()
    ]


def heavy_works(device: Device, place: str) -> dict[str, Callable[[], list[Call]]]:
    """The same work for a light and a heavy user."""
    return {
        "list": lambda: [Call("GET", "/api/v1/entries/")] * 5,
        "keyset page": lambda: [Call("GET", "/api/v1/entries/", query=f"before={place}")] * 5,
        "delta": lambda: [changes(device, head(device) - 50)] * 5,
        "nothing new": lambda: [changes(device, head(device))] * 10,
        "streaks": lambda: [streaks()] * 10,
        "insert": lambda: [write(device) for _ in range(5)],
    }


def multiply(device: Device, times: int) -> None:
    """Copies a feed's rows under other ids until there are so many times as many."""
    random_id = "lower(hex(randomblob(18)))" if connection.vendor == "sqlite" else "gen_random_uuid()::text"
    columns = "kind, day, written, del, superseded, size, sha, parents, slot, body"
    with connection.cursor() as cursor:
        for step in range(1, times):
            cursor.execute(
                f"INSERT INTO revision (feed_id, seq, rev, item, {columns})"
                f" SELECT feed_id, seq + %s, {random_id}, {random_id}, {columns} FROM revision"
                " WHERE feed_id = (SELECT id FROM feed WHERE owner_id = %s) AND seq <= %s",
                [step * FEW, key(device), FEW],
            )
        cursor.execute("UPDATE feed SET head = %s WHERE owner_id = %s", [times * FEW, key(device)])
        cursor.execute("ANALYZE")


def key(device: Device) -> Any:
    """The owner's id as this database keeps it."""
    return device.person.pk if connection.vendor == "postgresql" else device.person.pk.hex


def main() -> None:
    """Everything, in turn."""
    settings.ROOT_URLCONF = "tests.bench.urls"
    call_command("migrate", verbosity=0)
    device, caller = person_with(RECORDS)
    weaker = figure("refusing a token that asks for weaker or costlier work", "≤ 50 ms", slowest_ms(), "ms")
    figures = [*ratios(device, caller), *first_sync(device, caller), *growth(), weaker]
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
