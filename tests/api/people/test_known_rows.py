"""`me/what-you-know/`: every row of every table about me, tokens as sizes; the feed comes with the account."""

import pytest
from django.test import Client

from journal.feeds.models import Feed
from tests.device import API, Device
from tests.forge import DAY, header_of, new_id, rev_of, sealed, tombstone


def test_every_revision_is_shown_with_what_the_server_sees_of_it(device: Device, bens_device: Device) -> None:
    entry, unknown = sealed(), new_id()
    edit = sealed(item=header_of(entry)["item"], parents=sorted([rev_of(entry), unknown]))
    other = sealed()
    grave = tombstone("forget", item=header_of(other)["item"], parents=[rev_of(other)])
    device.push(entry, edit, other, grave)
    bens_device.push(bens := sealed())
    answer = device.http.get(f"{API}/me/what-you-know/")
    shown = answer.json()
    assert [row["head"] for row in shown["feeds"]] == [4]
    rows = {row["rev"]: row for row in shown["revisions"]}
    assert (rows[rev_of(entry)]["day"], rows[rev_of(entry)]["superseded"]) == (DAY, True)
    assert rows[rev_of(edit)]["body_bytes"] == len(edit["body"])
    assert rows[rev_of(edit)]["parents"] == sorted([rev_of(entry), unknown])
    assert (rows[rev_of(other)]["day"], rows[rev_of(other)]["body_bytes"]) == (None, None)
    assert [row["rev"] for row in shown["awaited"]] == [unknown]
    assert "eyJ" not in answer.content.decode()
    assert rev_of(bens) not in answer.content.decode()


@pytest.mark.django_db
def test_signing_up_makes_the_feed_and_the_sign_in_rows_are_shown(client: Client) -> None:
    body = {"email": "new@example.org", "password": "a-quiet-evening-7"}
    made = client.post(
        "/_allauth/browser/v1/auth/signup",
        body,
        content_type="application/json",
        headers={"host": "localhost", "user-agent": "A phone"},
    )
    assert made.status_code == 200
    assert Feed.objects.filter(owner__email="new@example.org").count() == 1
    known = client.get(f"{API}/me/what-you-know/", headers={"host": "localhost"}).json()
    assert [row["email"] for row in known["email_addresses"]] == ["new@example.org"]
    assert [row["user_agent"] for row in known["sessions"]] == ["A phone"]
    assert known["authenticators"] == []
    [cookie] = known["session_cookies"]
    assert set(cookie) == {"expires_at", "remembers"}
    assert "_auth_user_id" in cookie["remembers"]
