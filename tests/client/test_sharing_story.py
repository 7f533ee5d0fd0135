"""Two homes on one machine play it through: pairing, sharing, reading, replying, taking back; online and offline first."""

import json
from typing import Any

import pytest

from client.ck1 import keybags, keycards
from journal.library.queries import sharing
from journal.people.models import Person
from journal.sharing.models import Copy, LedgerEvent
from tests.client.conftest import EMAIL, Shell
from tests.contract.forms import faults

SAM = "sam@example.org"
TEXT = "He spelled out every word for me."


class Two:
    """Ana at home `ana`, Sam, who is a coach, at home `sam`."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        for home, email in (("ana", EMAIL), ("sam", SAM)):
            assert shell("signup", email, home=home) == 0
        Person.objects.filter(email=SAM).update(is_coach=True)
        self.sam = str(Person.objects.get(email=SAM).pk)
        self.ana = str(Person.objects.get(email=EMAIL).pk)

    def does(self, home: str, *arguments: str, code: int = 0) -> str:
        """One command; what it said."""
        found = self.shell(*arguments, home=home)
        assert found == code, (arguments, found, self.shell.noticed)
        return self.shell.said

    def told(self, home: str, *arguments: str, code: int = 0) -> Any:
        return json.loads(self.does(home, *arguments, "--json", code=code))

    def pair(self, *by_link: str) -> None:
        code = self.does("sam", "invite", *by_link).strip()
        self.does("ana", "pin", f"https://journal.example.org/pair#{code}", "--name", "Sam", *by_link)
        self.does("sam", "accept", "--name", "Ana")

    def entry(self) -> str:
        words = ("--trigger", "talked-down-to", "--intensity", "3", "--feeling", "humiliated", "--text", TEXT)
        self.does("ana", "write", "--kind", "encounter", *words)
        found = self.told("ana", "list")
        return str(next(item["item"] for item in found if item["kind"] == "entry"))

    def share(self, *more: str) -> str:
        return str(self.told("ana", "share", self.entry(), "--coach", "Sam", "--days", "14", *more)["copy"])

    def happened(self) -> list[str]:
        return [event["event"] for event in self.told("ana", "ledger")]


@pytest.fixture
def two(shell: Shell) -> Two:
    return Two(shell)


def test_the_text_shown_before_consent_speaks_the_persons_language_and_the_server_knows_it(two: Two) -> None:
    Person.objects.filter(email=EMAIL).update(language="es-MX")
    two.pair()
    told = two.told("ana", "share", two.entry(), "--coach", "Sam", "--days", "14")
    title, who, *_ = sharing("es")["notice"]["lines"]
    assert told["notice"][:2] == [title, who.replace("{coach}", "Sam")]
    assert [letter["item"] for letter in two.told("sam", "inbox")] == [told["copy"]]


def test_the_whole_story_in_the_room(two: Two) -> None:
    two.pair()
    copy = two.share("--backup", "--without", "feeling,date")
    (waiting,) = two.told("sam", "inbox")
    assert (waiting["item"], waiting["name"], waiting["backup"], waiting["opened"]) == (
        copy,
        "Ana",
        True,
        False,
    )
    words = two.told("sam", "read", copy)["words"]
    assert words == {
        "v": 1, "t": "encounter", "trigger": ["talked-down-to"], "intensity": 3, "text": TEXT, "backup": True,
    }  # fmt: skip
    two.does("sam", "reply", copy, "Thank you. That was not yours to carry.", "--kind", "thanks-heard")
    two.does("ana", "sync")
    (reply,) = [item for item in two.told("ana", "list") if item["kind"] == "reply"]
    assert (reply["of"], reply["words"]["text"]) == (copy, "Thank you. That was not yours to carry.")
    assert two.happened() == ["keycard", "consent", "delivered"]
    two.does("ana", "take-back", copy)
    assert two.told("sam", "inbox") == []
    two.does("sam", "read", copy, code=2)
    assert two.happened()[-1] == "withdrawn"


def test_an_ask_for_work_is_shared_answered_and_changed_and_the_answer_stands_beside_it(two: Two) -> None:
    two.pair()
    said = ("--text", "No gap between calls", "--helps", "Two minutes after each")
    two.does("ana", "note", "ask-work", *said)
    (ask,) = two.told("ana", "note", "ask-work")
    copy = two.told("ana", "share", ask["item"], "--coach", "Sam", "--purpose", "work-change")["copy"]
    words = two.told("sam", "read", copy)["words"]
    assert (words["t"], words["happens"], words["helps"]) == ("ask-work", said[1], said[3])
    two.does("sam", "reply", copy, "I will ask planning this week.", "--state", "looking")
    two.does("ana", "sync")
    (ask,) = two.told("ana", "note", "ask-work")
    assert [(one["from"], one["state"]) for one in ask["answers"]] == [("Sam", "looking")]
    two.does("ana", "note", "--change", ask["item"], "--state", "looking", "--whom", "Sam")
    shown = two.does("ana", "note", "ask-work")
    assert "No gap between calls · looking · asked of Sam" in shown
    assert "Sam: looking · I will ask planning this week." in shown


def test_praise_asks_before_it_goes_on_a_record(two: Two) -> None:
    two.pair()
    copy = two.share()
    two.does("sam", "reply", copy, "You stayed warm and exact.", "--record")
    two.does("ana", "sync")
    (reply,) = [item for item in two.told("ana", "list") if item["kind"] == "reply"]
    assert reply["words"]["record"] is True
    assert faults("reply", reply["words"]) == []
    assert [one["item"] for one in two.told("sam", "inbox")] == [copy]
    yes = two.does("ana", "note", "lesson", "--text", "Yes, you may put this on my record").split()[0]
    assert [one["item"] for one in two.told("sam", "inbox")] == [copy]
    given = two.told("ana", "share", yes, "--coach", "Sam")["copy"]
    assert {one["item"] for one in two.told("sam", "inbox")} == {copy, given}


def test_by_a_link_nothing_is_shared_before_the_numbers_were_compared(two: Two) -> None:
    two.pair("--by-link")
    two.does("ana", "share", two.entry(), "--coach", "Sam", "--json", code=2)
    assert "safety number" in two.shell.noticed
    numbers = {two.does(home, "safety-number", who).strip() for home, who in (("ana", "Sam"), ("sam", "Ana"))}
    assert len(numbers) == 1
    assert len(numbers.pop().split()) == 12
    two.does("ana", "safety-number", "Sam", "--same")
    copy = two.share()
    assert two.told("sam", "inbox") == []
    two.does("sam", "safety-number", two.ana, "--same")
    assert [one["item"] for one in two.told("sam", "inbox")] == [copy]


def test_sharing_waits_for_the_network_and_taking_back_goes_first(two: Two) -> None:
    two.pair()
    item, url = two.entry(), two.shell.url
    two.shell.url = "http://localhost:9"
    kept = two.told("ana", "share", item, "--coach", two.sam, "--offline")["copy"]
    gone = two.told("ana", "share", item, "--coach", two.sam, "--offline")["copy"]
    two.does("ana", "take-back", gone, "--offline")
    two.shell.url = url
    two.does("ana", "sync")
    assert [one["item"] for one in two.told("sam", "inbox")] == [kept]
    two.shell.url = "http://localhost:9"
    two.does("ana", "write", "--kind", "check-in", "--mood", "2", "--offline")
    two.does("ana", "take-back", kept, "--offline")
    two.shell.url = url
    two.does("ana", "sync")
    assert two.told("sam", "inbox") == []
    assert two.happened() == ["keycard", "consent", "withdrawn"]
    assert not Copy.objects.filter(ended="").exists()


def test_a_ledger_edited_or_cut_off_in_the_database_is_an_alarm_at_the_next_sync(two: Two) -> None:
    two.pair()
    two.does("sam", "read", two.share())
    assert two.happened()[-1] == "delivered"
    kept = LedgerEvent.objects.get(ledger_id=two.ana, n=3)
    head = kept.ledger
    kept.delete()
    type(head).objects.filter(pk=head.pk).update(n=2)
    two.does("ana", "sync", code=7)
    assert "broken-ledger" in two.shell.noticed
    type(head).objects.filter(pk=head.pk).update(n=3)
    LedgerEvent.objects.create(ledger=head, n=3, event=kept.event)
    two.does("ana", "sync")
    first = LedgerEvent.objects.get(ledger_id=two.ana, n=1)
    LedgerEvent.objects.filter(pk=first.pk).update(event=first.event.replace("keycard", "exported"))
    two.does("ana", "sync", code=7)
    LedgerEvent.objects.filter(pk=first.pk).update(event=first.event)
    two.does("ana", "sync")


def test_a_second_device_knows_how_far_the_ledger_went(two: Two) -> None:
    two.pair()
    two.does("sam", "read", two.share())
    two.happened()
    code = two.does("ana", "recovery-code").strip()
    LedgerEvent.objects.filter(ledger_id=two.ana, n=3).update(
        event=LedgerEvent.objects.get(ledger_id=two.ana, n=3).event.replace("delivered", "withdrawn")
    )
    two.does("second", "signin", EMAIL, "--recovery-code", code, code=7)
    assert "broken-ledger" in two.shell.noticed


def test_a_server_that_shows_other_keys_pairs_nobody(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    code = two.does("sam", "invite").strip()
    bag = keybags.new_keybag(1)
    forged = keycards.sign_keycard(two.sam, 1, bag.enc, bag.sig, issued_at=1, prev=None)
    monkeypatch.setattr("journal.sharing.queries.keycards_of", lambda _person: [forged])
    two.does("ana", "pin", code, "--name", "Sam", code=7)
    assert "other-keys" in two.shell.noticed
    assert "Sam" not in two.does("ana", "list")


def test_changed_keys_block_until_both_have_verified_again(two: Two) -> None:
    two.pair()
    copy = two.share()
    two.does("sam", "rotate")
    assert two.told("sam", "inbox") == []
    two.does("ana", "share", two.entry(), "--coach", "Sam", "--json", code=6)
    assert "not-paired" in two.shell.noticed
    two.pair()
    again = two.share()
    assert [one["item"] for one in two.told("sam", "inbox")] == [again]
    assert again != copy


def test_ending_a_pairing_ends_what_was_shared(two: Two) -> None:
    two.pair()
    two.share()
    two.does("ana", "end-pairing", "Sam")
    assert two.told("sam", "inbox") == []
    assert two.happened()[-1] == "withdrawn"


def test_what_makes_no_sense_is_refused_before_anything_is_sealed(two: Two) -> None:
    two.does("ana", "pin", "CK1I:nobody", code=2)
    two.does("ana", "share", "no-such-item", "--coach", "Sam", code=2)
    two.pair()
    item = two.entry()
    for more in (("--days", "91"), ("--without", "everything"), ("--purpose", "review")):
        two.does("ana", "share", item, "--coach", "Sam", *more, code=2)
    two.does("ana", "take-back", item, code=2)
    two.does("ana", "invite", code=6)
    assert Copy.objects.count() == 0
