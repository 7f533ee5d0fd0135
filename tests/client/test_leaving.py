"""`leave` and `stay` on the command line, and a backup put back afterwards."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.leaving.erasing import after_restore, erase_due
from journal.feeds.actions import renew_epochs
from journal.people.models import Person
from tests.client.conftest import EMAIL, Shell
from tests.client.test_sharing_story import Two
from tests.feeds.rewind import everything_now, put_everything_back


def on_the_last_day() -> datetime:
    return datetime.now(UTC) + timedelta(days=7)


@pytest.fixture
def two(shell: Shell) -> Two:
    return Two(shell)


def test_leave_says_when_and_stay_undoes_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shell("signup", EMAIL) == 0
    assert shell("leave") == 0
    assert f"{on_the_last_day():%Y-%m-%d}" in shell.said
    assert shell("stay") == 0
    assert erase_due(on_the_last_day()) == 0
    assert shell("sync") == 0
    monkeypatch.setenv("AFTERSHIFT_PASSWORD", "not this one at all")
    assert (shell("leave"), "wrong-password" in shell.noticed) == (3, True)
    monkeypatch.delenv("AFTERSHIFT_PASSWORD")
    assert shell("leave") == 2
    assert erase_due(on_the_last_day()) == 0


def test_who_was_erased_does_not_return_with_a_backup_and_neither_do_their_copies(two: Two) -> None:
    two.pair()
    copy = two.share()
    assert two.told("sam", "inbox")
    backup = everything_now()
    two.does("ana", "leave")
    assert two.told("sam", "inbox") == []
    assert erase_due(on_the_last_day()) == 1
    put_everything_back(backup)
    assert Person.objects.filter(pk=two.ana).exists(), "the backup is older than the leaving"
    assert (after_restore(on_the_last_day()), renew_epochs()) == (1, 1)
    assert not Person.objects.filter(pk=two.ana).exists()
    two.does("sam", "sync")
    assert two.told("sam", "inbox") == []
    two.does("sam", "read", copy, code=2)
    two.does("ana", "sync", code=3)


def test_a_backup_does_not_undo_a_leaving_that_has_just_been_asked_for(two: Two) -> None:
    two.pair()
    two.share()
    backup: Any = everything_now()
    two.does("ana", "leave")
    put_everything_back(backup)
    assert (after_restore(datetime.now(UTC)), renew_epochs()) == (0, 2)
    two.does("ana", "sync")
    assert two.told("sam", "inbox") == []
    assert erase_due(on_the_last_day()) == 1
