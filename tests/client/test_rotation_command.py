"""`rotate` on the command line: what it says, and how the other computer goes on."""

import pytest

from tests.client.conftest import EMAIL, PASSWORD, Shell
from tests.client.lying import LostAnswer, honest, lying_about
from tests.client.test_command import TEXT, wrote


def code_in(said: str) -> str:
    """The recovery code on the screen."""
    return said.split("recovery code: ")[1].split(maxsplit=1)[0]


def test_a_lost_device_is_answered_with_new_keys(shell: Shell) -> None:
    assert shell("signup", EMAIL) == 0
    old = code_in(shell.said)
    assert wrote(shell, "--text", TEXT) == 0
    assert shell("signin", EMAIL, "--recovery-code", old, home="second") == 0
    assert shell("rotate") == 0
    new = code_in(shell.said)
    assert new != old
    assert wrote(shell, "--text", "after") == 0
    assert (shell("sync", home="second"), "keys-renewed" in shell.noticed) == (4, True)
    assert (shell("signin", EMAIL, "--recovery-code", old, home="second"), "code-wrong" in shell.noticed) == (
        4,
        True,
    )
    assert shell("signin", EMAIL, "--recovery-code", new, home="second") == 0
    assert shell("list", home="second") == 0
    assert TEXT in shell.said


def test_without_the_password_nothing_changes(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shell("signup", EMAIL) == 0
    old = code_in(shell.said)
    monkeypatch.setenv("AFTERSHIFT_PASSWORD", "not this one at all")
    assert (shell("rotate"), "wrong-password" in shell.noticed) == (3, True)
    monkeypatch.delenv("AFTERSHIFT_PASSWORD")
    assert shell("rotate") == 2
    monkeypatch.setenv("AFTERSHIFT_PASSWORD", PASSWORD)
    assert shell("signin", EMAIL, "--recovery-code", old, home="second") == 0


def test_a_lost_answer_is_told_and_the_code_shown_later(shell: Shell) -> None:
    assert shell("signup", EMAIL) == 0
    old, real = code_in(shell.said), shell.url

    def lose(path: str, members: object) -> object:
        if path.endswith("vault/rotate/"):
            raise LostAnswer
        return members

    with lying_about(real) as between:
        liar = between(_Server(shell), lose)  # type: ignore[arg-type]
        assert shell("rotate") == 5
        liar.rule = honest
        assert shell("sync") == 0
        assert "renewed after all" in shell.noticed
        assert shell("recovery-code") == 0
        assert shell.said.strip() != old


class _Server:
    """What `lying_about` changes of a client: the address of its server."""

    def __init__(self, shell: Shell) -> None:
        self.store = self
        self._shell = shell

    def put(self, *, server: str) -> None:
        self._shell.url = server
