"""Many writers at once, on a real database: seq is dense, and a reader's cursor misses none."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
WRITERS = 4
BATCHES = 40
REVS = WRITERS * sum(1 + number % 4 for number in range(BATCHES))
PREPARE = """
import django, os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "api.settings")
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from journal.keys.models import Vault
from journal.people.models import Person
person = Person.objects.create_user("many@example.org", "a-quiet-evening-7")
Vault.objects.create(person=person, gen=1, keybag="")
print(person.pk)
"""
STATE = """
import django, os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "api.settings")
django.setup()
from journal.feeds.models import Feed
print(*Feed.objects.values_list("head", "digest").get())
"""


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    """An environment with a database of its own: a file, or a second database on the PostgreSQL server."""
    environment = {**os.environ, "DATA": str(tmp_path), "PYTHONPATH": str(ROOT)}
    if connection.vendor == "sqlite":
        environment.pop("DATABASE_URL", None)
    else:
        address = urlsplit(os.environ["DATABASE_URL"])
        environment["DATABASE_URL"] = address._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    return environment


def run(environment: dict[str, str], *words: str) -> subprocess.Popen[str]:
    """A Python process on that database."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen([sys.executable, *words], cwd=ROOT, env=environment, text=True, **pipes)


def start_together(writers: list[subprocess.Popen[str]]) -> None:
    """Lets all begin once each is ready."""
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()


def said(process: subprocess.Popen[str]) -> list[str]:
    """What a process printed, once it has ended well."""
    printed, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return printed.split("\n")[:-1]


@pytest.mark.django_db(transaction=True)
def test_many_writers_leave_no_gap_and_a_reader_misses_none(elsewhere: dict[str, str]) -> None:
    person = said(run(elsewhere, "-c", PREPARE))[0]
    module = ("-m", "tests.api.feeds.writers")
    reader = run(elsewhere, *module, "read", person, str(REVS))
    writers = [run(elsewhere, *module, "write", person, str(BATCHES)) for _ in range(WRITERS)]
    start_together(writers)
    written = [rev for writer in writers for rev in said(writer)]
    read = [tuple(line.split()) for line in said(reader)]
    assert [int(seq) for seq, _rev in read] == list(range(1, REVS + 1))
    assert sorted(rev for _seq, rev in read) == sorted(written)
    head, digest = said(run(elsewhere, "-c", STATE))[0].split()
    assert (int(head), digest) == (REVS, _xor(written))


def _xor(revs: list[str]) -> str:
    value = 0
    for rev in revs:
        value ^= int(rev.replace("-", ""), 16)
    return f"{value:032x}"
