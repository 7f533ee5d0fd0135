"""From SQLite to PostgreSQL by one command: no device notices, and people go on writing."""

from pathlib import Path

import psycopg
import pytest

from client import Client
from tests.api.feeds.test_restored import epoch_in
from tests.api.test_backup import manage
from tests.conftest import PASSWORD
from tests.postgres import postgres
from tests.server import running_server

pytestmark = [pytest.mark.sqlite_only, pytest.mark.long]


def feed_in(url: str) -> tuple[str, int, str]:
    """Epoch, head and digest of the one feed."""
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT epoch, head, digest FROM feed").fetchone()
    assert row is not None
    return row


def test_everything_is_there_under_the_same_epoch_and_nothing_is_sent_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with postgres() as url:
        with running_server(data) as before:
            ana = Client(before.url, home=tmp_path / "ana")
            ana.sign_up("ana@example.org", PASSWORD)
            for text in ("one", "two"):
                ana.write("bright-spot", bright="kind-customer", text=text)
            ana.sync()
            port = int(before.url.rsplit(":", 1)[1])
        assert "rows moved" in manage(before, "to_postgres", NEW_DATABASE_URL=url)
        epoch, head, _ = moved = feed_in(url)
        assert (epoch, head) == (epoch_in(data / "aftershift.sqlite3"), len(ana.store.all()))
        with running_server(data, port=port, environment={"DATABASE_URL": url}):
            assert (ana.sync().sent, feed_in(url)) == (0, moved)
            ana.write("bright-spot", bright="kind-customer", text="three")
            assert ana.sync().sent == 1
            Client(before.url, home=tmp_path / "ben").sign_up("ben@example.org", PASSWORD)


def test_a_database_with_people_in_it_is_left_alone(tmp_path: Path) -> None:
    with postgres() as url, running_server(tmp_path / "old") as old:
        with running_server(tmp_path / "new", environment={"DATABASE_URL": url}) as new:
            Client(new.url, home=tmp_path / "ana").sign_up("ana@example.org", PASSWORD)
        before = feed_in(url)
        with pytest.raises(Exception, match="exit status 1"):
            manage(old, "to_postgres", NEW_DATABASE_URL=url)
        assert feed_in(url) == before
