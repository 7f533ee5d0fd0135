"""The command line as a person or a script uses it: what it says, what it keeps, how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from client.commands.options import parser
from tests.client.conftest import EMAIL, Devices, Shell
from tests.client.lying import honest

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = "Żółw, 二人, 🙂: loud from the first word."


def wrote(shell: Shell, *arguments: str) -> int:
    return shell("write", "--kind", "encounter", "--trigger", "shouting", "--intensity", "4", *arguments)


def test_the_first_evening_and_the_second_computer(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shell("signup", EMAIL) == 0
    code = shell.said.split("recovery code: ")[1].split()[0]
    assert wrote(shell, "--text", TEXT) == 0
    assert "saved on this computer" in shell.said
    assert "Safe on the server: 1 sent" in shell.said
    assert shell("signin", EMAIL, "--recovery-code", code.lower().replace("-", " "), home="second") == 0
    assert shell("list", "--json", home="second") == 0
    found = json.loads(shell.said)
    assert [(item["words"]["text"], item["words"]["intensity"], item["unsent"]) for item in found] == [
        (TEXT, 4, False)
    ]
    monkeypatch.setenv("AFTERSHIFT_RECOVERY_CODE", code)
    assert shell("signin", EMAIL, home="third") == 0
    assert shell("list", home="third") == 0
    assert TEXT in shell.said


def test_nothing_needs_the_network_but_the_sync(shell: Shell) -> None:
    shell.url = "http://localhost:9"
    assert wrote(shell, "--text", TEXT) == 0
    assert "Not on the server yet" in shell.noticed
    assert wrote(shell, "--offline") == 0
    assert shell("list") == 0
    assert "not sent yet" in shell.said
    item = shell.said.split()[1]
    assert shell("delete", item, "--offline") == 0
    assert shell("signup", EMAIL) == 5


def test_a_text_may_come_through_stdin_so_that_no_shell_keeps_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, write = os.pipe()
    os.write(write, f"{TEXT}\n".encode())
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert wrote(shell, "--text", "-", "--offline") == 0
    shell("list", "--json")
    assert json.loads(shell.said)[0]["words"]["text"] == TEXT


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--now", "2026-11-21T02:59:00Z", "--zone", "Europe/Berlin"], "2026-11-20"),
        (["--now", "2026-11-21T03:00:00Z", "--zone", "Europe/Berlin"], "2026-11-21"),
        (["--now", "2026-11-21T12:00:00Z", "--zone", "UTC", "--day", "2026-11-19"], "2026-11-19"),
    ],
)
def test_the_day_is_the_journals(shell: Shell, arguments: list[str], says: str) -> None:
    assert wrote(shell, "--offline", *arguments) == 0
    shell("list", "--json")
    item = json.loads(shell.said)[0]
    assert item["day"] == says
    assert item["words"]["at"] == arguments[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["write", "--kind", "encounter"],
        ["write", "--kind", "encounter", "--trigger", "Shouting!", "--intensity", "3"],
        ["write", "--kind", "encounter", "--trigger", "custom-1", "--intensity", "3"],
        ["write", "--kind", "encounter", "--trigger", "shouting", "--intensity", "6"],
        ["write", "--kind", "check-in", "--mood", "3", "--day", "yesterday"],
        ["write", "--kind", "check-in", "--mood", "3", "--day", "2099-01-01"],
        ["write", "--kind", "check-in", "--mood", "3", "--now", "2026-11-21T12:00:00"],
        ["write", "--kind", "check-in", "--mood", "3", "--zone", "Mars/Crater"],
        [
            "write",
            "--kind",
            "check-in",
            "--mood",
            "3",
            "--feeling",
            "sad",
            "--feeling",
            "numb",
            "--feeling",
            "torn",
        ],
        ["delete", "no-such-item"],
    ],
    ids=lambda arguments: " ".join(arguments[-4:]),
)
def test_what_makes_no_sense_is_refused_with_2_and_keeps_nothing(shell: Shell, arguments: list[str]) -> None:
    assert shell(*arguments) == 2
    assert shell.noticed.strip()
    assert shell("list", "--json") == 0
    assert json.loads(shell.said) == []


def test_each_cause_has_its_exit_code(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shell("sync") == 3
    assert shell("signup", EMAIL) == 0
    assert shell("signup", "ben@example.org") == 8
    assert shell("signin", EMAIL, home="second") == 4
    assert shell("signin", EMAIL, "--recovery-code", "0000", home="second") == 4
    assert "code-typo" in shell.noticed
    assert shell("signin", EMAIL, "--recovery-code", "04000000000000000000000000000Y1W", home="second") == 4
    assert shell("signup", EMAIL, home="third") == 6
    monkeypatch.setenv("AFTERSHIFT_PASSWORD", "another-evening-8")
    assert shell("signin", EMAIL, home="second") == 3
    assert "wrong-password" in shell.noticed
    assert shell("list", home="second") == 0


def test_a_password_nobody_gives_is_asked_for_only_on_a_terminal(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AFTERSHIFT_PASSWORD")
    monkeypatch.setattr(sys, "stdin", sys.__stdin__ if not sys.__stdin__.isatty() else sys.stdin)
    assert shell("signup", EMAIL) == 2
    assert "AFTERSHIFT_PASSWORD" in shell.noticed


def test_a_new_recovery_code_works_beside_the_old_one(shell: Shell) -> None:
    shell("signup", EMAIL)
    shell("recovery-code")
    old = shell.said.strip()
    assert shell("recovery-code", "--new") == 0
    new = shell.said.strip()
    assert old != new
    for name, code in (("second", old), ("third", new)):
        assert shell("signin", EMAIL, "--recovery-code", code, home=name) == 0


def test_the_folder_is_its_owners_alone(shell: Shell) -> None:
    os.umask(0o000)
    shell("signup", EMAIL)
    wrote(shell, "--text", TEXT)
    folder = shell.home / "first"
    assert folder.stat().st_mode & 0o777 == 0o700
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert set(modes.values()) == {0o600}
    assert all(TEXT.encode() not in path.read_bytes() for path in folder.iterdir())


def test_no_command_takes_a_password() -> None:
    for command in ("signup", "signin"):
        with pytest.raises(SystemExit) as ended:
            parser().parse_args([command, EMAIL, "--password", "x"])
        assert ended.value.code == 2


def test_help_is_for_newcomers(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "client", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for word in (
        "signup",
        "signin",
        "write",
        "sync",
        "list",
        "recovery-code",
        "delete",
        "demo",
        "habit",
        "tick",
        "goal",
        "review",
        "schedule",
        "off",
        "streaks",
        "invite",
        "pin",
        "accept",
        "safety-number",
        "share",
        "take-back",
        "inbox",
        "read",
        "reply",
        "ledger",
        "exit codes",
        "PASSWORD",
    ):
        assert word in told


def test_a_lie_ends_with_7_and_is_said_aloud(shell: Shell, devices: Devices, liar: Any) -> None:
    for mood in (1, 2):
        devices.phone.write("check-in", mood=mood)
    devices.phone.sync()
    laptop = devices.signed_in("first")
    between = liar(laptop, lambda path, members: _swapped(members) if "/changes/" in path else members)
    shell.url = laptop.store.text("server")
    assert shell("sync") == 7
    assert shell.noticed.count("ALARM") == 2
    assert "not what was sealed" in shell.noticed
    assert shell("list", "--json") == 7
    assert json.loads(shell.said) == []
    between.rule = honest
    assert shell("sync") == 0


def _swapped(members: Any) -> Any:
    revs = members["revs"]
    if len(revs) > 1:
        revs[0]["body"], revs[1]["body"] = revs[1]["body"], revs[0]["body"]
    return members
