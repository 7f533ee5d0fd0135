"""A real server, devices in folders of their own, and a way to put a liar between them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from client import Client
from client.commands.command import main
from tests.client.lying import Liar, lying_about

# How fast a busy machine runs one example says nothing about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

PASSWORD = "a-quiet-evening-7"
EMAIL = "ana@example.org"
TEXT = "They shouted before I said my name."


def rough_call(client: Client, text: str = TEXT) -> str:
    """An encounter written on this device; its item."""
    return client.write("encounter", trigger=["shouting"], intensity=4, text=text)


def texts(client: Client) -> list[str]:
    """The texts one reads on this device."""
    return sorted(str(item.words.get("text")) for item in client.items())


class Devices:
    """Ana's folders. `phone` has made the account; others are signed in with her recovery code."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self._folder = folder
        self._open: list[Client] = []
        self.phone = self.new("phone")
        self.code = self.phone.sign_up(EMAIL, PASSWORD)

    def new(self, name: str) -> Client:
        """A folder that knows nothing but the server."""
        return self.opened(self._folder / name)

    def opened(self, home: Path) -> Client:
        client = Client(self.url, home=home)
        self._open.append(client)
        return client

    def signed_in(self, name: str) -> Client:
        """One more device of Ana's."""
        client = self.new(name)
        client.sign_in(EMAIL, PASSWORD, self.code)
        return client

    def copy_of(self, client: Client, name: str) -> Client:
        """A folder put back from a backup."""
        shutil.copytree(client.store.home, self._folder / name)
        return self.opened(self._folder / name)

    def close(self) -> None:
        for client in self._open:
            client.close()


@pytest.fixture
def devices(live_server: Any, tmp_path: Path) -> Iterator[Devices]:
    made = Devices(live_server.url, tmp_path)
    yield made
    made.close()


@pytest.fixture
def phone(devices: Devices) -> Client:
    """The device that made the account."""
    return devices.phone


@pytest.fixture
def laptop(devices: Devices) -> Client:
    """A second device, unlocked with the recovery code."""
    return devices.signed_in("laptop")


@pytest.fixture
def liar(live_server: Any) -> Iterator[Callable[..., Liar]]:
    """`liar(client, rule)`: from then on the client meets the real server through this rule."""
    with lying_about(live_server.url) as between:
        yield between


class Shell:
    """One person at one computer: `shell("write", …)` gives the exit code; `said` and `noticed` are what came out."""

    def __init__(self, url: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.url = url
        self.home = home
        self._capsys = capsys
        self.said = self.noticed = ""

    def __call__(self, *arguments: str, home: str = "first") -> int:
        code = main(["--server", self.url, "--home", str(self.home / home), *arguments])
        self.said, self.noticed = self._capsys.readouterr()
        return code


@pytest.fixture
def shell(
    live_server: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.setenv("AFTERSHIFT_PASSWORD", PASSWORD)
    monkeypatch.delenv("AFTERSHIFT_RECOVERY_CODE", raising=False)
    return Shell(live_server.url, tmp_path, capsys)
