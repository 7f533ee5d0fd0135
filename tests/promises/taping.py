"""A server whose every byte is on tape and whose every log line is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server import Server, running_server


@contextmanager
def taped_server(data: Path) -> Iterator[Server]:
    """The real server at DEBUG; traffic lands in `data/traffic`, logs in `data/server.log`."""
    environment = {"LOG_LEVEL": "DEBUG"}
    with running_server(
        data, application="tests.promises.recording:application", environment=environment
    ) as started:
        yield started
