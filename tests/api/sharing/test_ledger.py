"""The ledger: a chain of exact texts, of one's own alone, written by rotation too."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.clock import now
from client.ck1 import ledger
from journal.sharing.ending import note_export
from journal.sharing.models import Copy, LedgerEvent, Pairing
from tests.api.keys.rotating import Keys, asked, fresh, new_keys
from tests.conftest import PASSWORD
from tests.device import API
from tests.pairs import Party, copy_for, given, paired

LOGIN = "/_allauth/browser/v1/auth/login"


def served(one: Party, after: int = 0) -> dict[str, object]:
    answer = one.get("ledger/", account=one.id, epoch=one.device.epoch, after=after)
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def rotate(one: Party) -> None:
    """New keys, as after a lost device."""
    body = {"email": one.device.person.email, "password": PASSWORD}
    one.http.logout()
    assert one.http.post(LOGIN, body, format="json").status_code == 200
    new: Keys = new_keys(one.id, 2, prev=one.cards[-1])
    answer = one.post("vault/rotate/", asked(one.device, new))
    assert answer.status_code == 200, answer.content


def test_the_chain_can_be_followed_from_any_place(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    given(anas, sams).open()
    given(anas, sams).take_back()
    whole = served(anas)
    place, read = ledger.follow(ledger.START, whole["events"], anas.id)  # type: ignore[arg-type]
    assert (place.n, place.hash) == (whole["n"], whole["hash"])
    assert [event["event"] for event in read] == ["keycard", "consent", "delivered", "consent", "withdrawn"]
    start, _ = ledger.follow(ledger.START, whole["events"][:2], anas.id)  # type: ignore[index]
    assert ledger.follow(start, served(anas, 2)["events"], anas.id)[0] == place  # type: ignore[arg-type]
    assert served(anas, 5)["events"] == []


def test_an_event_edited_left_out_or_cut_off_in_the_database_does_not_fit_what_a_device_remembers(
    pair: tuple[Party, Party],
) -> None:
    anas, sams = pair
    given(anas, sams).open()
    whole = served(anas)
    row = LedgerEvent.objects.get(ledger_id=anas.id, n=3)
    row.event = row.event.replace("delivered", "withdrawn")
    row.save()
    place, _ = ledger.follow(ledger.START, served(anas)["events"], anas.id)  # type: ignore[arg-type]
    assert place.hash != whole["hash"]


def test_it_tells_days_and_never_a_minute(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    given(anas, sams).open()
    for event in anas.ledger():
        assert len(event["on"]) == 10
        assert ":" not in json.dumps(list(event.values()), separators=(",", ";"))


def test_another_account_and_another_epoch_are_refused(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    assert anas.get("ledger/", account=sams.id, epoch=anas.device.epoch).status_code == 409
    assert anas.get("ledger/", account=anas.id, epoch="0" * 32).status_code == 410


def test_an_agents_new_keys_end_every_consent_and_the_pairing(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    rotate(anas)
    assert copy.open().status_code == 404
    assert anas.happened() == ["keycard", "consent", "keycard", "rotated"]
    assert (Copy.objects.get().ended, Pairing.objects.get().why) == ("rotated", "keys")
    assert sams.get(f"keycards/{anas.id}/").status_code == 404
    assert copy.give().json()["type"] == "/problems/stale-vault"


def test_a_coachs_new_keys_end_it_too(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    rotate(sams)
    assert copy.open().status_code == 404
    assert anas.ledger()[-1]["why"] == "pairing-ended"
    assert copy_for(anas, sams).give().json()["type"] == "/problems/not-paired"


def test_keys_made_before_there_was_a_ledger_stand_in_it_from_its_first_day(ana: object) -> None:
    device = fresh(ana)
    note_export(owner=device.person, now=now())
    answer = device.http.get(f"{API}/ledger/", {"account": device.account, "epoch": device.epoch})
    assert [json.loads(event)["event"] for event in answer.json()["events"]] == ["keycard", "exported"]


def test_reading_the_inbox_takes_the_same_few_statements_for_200_copies(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    counted = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert sams.get("inbox/").status_code == 200
        counted.append(len(captured))
        for _ in range(8):
            given(anas, sams)
        _many_more(Copy.objects.first())
    assert len(sams.get("inbox/").json()["results"]) > 200
    assert counted[0] == counted[1] <= 3, "the session, the person, the copies"


def _many_more(one: Copy | None) -> None:
    """A hundred times the same copy, under other names."""
    assert one is not None
    rows = [
        Copy(**{
            **{name: getattr(one, name) for name in ("owner_id", "reader_id", "pairing_id", "rev", "sha", "exp", "grant", "consent", "shared_on")},
            "item": f"{one.pk}-{number}-{Copy.objects.count()}",
            "jti": f"{number}-{Copy.objects.count()}",
        })
        for number in range(100)
    ]  # fmt: skip
    Copy.objects.bulk_create(rows)


def test_following_a_ledger_with_nothing_new_takes_few_statements(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    given(anas, sams)
    with CaptureQueriesContext(connection) as captured:
        served(anas, 2)
    assert len(captured) <= 6
    assert paired(anas, sams)
