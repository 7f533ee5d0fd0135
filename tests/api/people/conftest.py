"""A real mail server for what is sent to people."""

from collections.abc import Iterator

import pytest

from tests.mail import Sink, smtp_sink


@pytest.fixture(scope="module")
def mail() -> Iterator[Sink]:
    """Where the server's mails go."""
    with smtp_sink() as sink:
        yield sink
