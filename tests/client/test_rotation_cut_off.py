"""The power goes at any step of a rotation: afterwards it has happened or it has not, and every word can be read."""

from typing import Any

import pytest

from client import Client
from journal.keys.models import Keycard, Vault, Wrap
from tests.client.conftest import PASSWORD, Devices, rough_call, texts

COMMITS = 8


class Cut(BaseException):
    """The power went."""


class Failing:
    """A database connection that is lost for good right before, or right after, the commit with this number."""

    def __init__(self, real: Any, number: int, *, after: bool) -> None:
        self.real = real
        self.left = number
        self.after = after

    def execute(self, statement: str, *values: Any) -> Any:
        if self.left < 0:
            raise Cut
        if statement != "COMMIT":
            return self.real.execute(statement, *values)
        self.left -= 1
        if self.left >= 0:
            return self.real.execute(statement)
        if self.after:
            self.real.execute(statement)
        raise Cut

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def cut_off(phone: Client, number: int, *, after: bool) -> bool:
    """Rotates with a folder that fails at this commit; whether it was cut off."""
    phone.store._db = Failing(phone.store._db, number, after=after)  # type: ignore[assignment]
    try:
        phone.rotate(PASSWORD)
    except Cut:
        return True
    finally:
        phone.close()
    return False


def check_all_or_nothing(phone: Client) -> None:
    """The server's vault is whole, and the folder holds its root."""
    gen = Vault.objects.get().gen
    assert gen in {1, 2}
    assert phone.store.number("gen") == gen
    assert Keycard.objects.count() == gen
    assert Wrap.objects.get().kid == f"recovery:{gen}"


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("number", range(COMMITS + 1))
def test_wherever_it_is_cut_off_everything_opens(devices: Devices, number: int, *, after: bool) -> None:
    phone = devices.phone
    rough_call(phone, "before")
    cut = cut_off(phone, number, after=after)
    again = devices.opened(phone.store.home)
    rough_call(again, "after")
    assert again.sync().alarms == []
    check_all_or_nothing(again)
    devices.code = again.recovery_code()
    second = devices.signed_in("second")
    second.sync()
    assert texts(second) == texts(again) == ["after", "before"]
    assert cut == (number < COMMITS), "the numbers reach over all commits"


def test_after_it_was_cut_off_it_can_be_asked_for_again(devices: Devices) -> None:
    phone = devices.phone
    rough_call(phone)
    phone.sync()
    assert cut_off(phone, 2, after=True)
    again = devices.opened(phone.store.home)
    devices.code = again.rotate(PASSWORD)
    check_all_or_nothing(again)
    assert Vault.objects.get().gen == 2
    second = devices.signed_in("second")
    second.sync()
    assert texts(second) == texts(again)
