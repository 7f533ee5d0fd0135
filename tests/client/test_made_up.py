"""Emptied revisions that a server makes up: they hide no words, and nobody writes on top of them."""

from typing import Any

import pytest

from client import Client
from client.trouble import BadRequest
from tests.client.conftest import TEXT, Devices, rough_call, texts
from tests.client.forging import hollow_child
from tests.client.test_lying_server import Rows, emptied_all, in_changes


def test_an_emptied_revision_that_never_was_hides_nothing(phone: Client, laptop: Client, liar: Any) -> None:
    item = rough_call(phone)
    phone.sync()
    made_up: Rows = []

    def add(revs: Rows) -> None:
        if revs and not made_up:
            made_up.append(hollow_child(revs[-1]))
            revs.extend(made_up)

    liar(laptop, in_changes(add))
    assert {code for code, _ in laptop.sync().alarms} >= {"emptied-without-tombstone"}
    assert texts(laptop) == [TEXT]
    laptop.edit(item, text="edited")
    assert texts(laptop) == ["edited"]


def test_an_item_of_nothing_but_emptied_revisions_is_none(devices: Devices, phone: Client, liar: Any) -> None:
    item = rough_call(phone)
    phone.sync()
    laptop = devices.signed_in("laptop")
    liar(laptop, in_changes(emptied_all))
    laptop.sync()
    for change in (laptop.edit, laptop.delete):
        with pytest.raises(BadRequest, match="no item"):
            change(item)
