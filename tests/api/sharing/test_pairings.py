"""Invitations: opened by a coach, accepted by the first who was shown one, ended by either."""

from datetime import timedelta
from typing import Any

from client.ck1 import invites
from journal.people.actions import set_team
from journal.sharing.models import Pairing
from tests.device import API
from tests.forge import new_id
from tests.pairs import Party, accept, copy_for, given, invitation, paired


def code(answer: Any) -> str:
    return str(answer.json()["type"]).removeprefix("/problems/")


def test_only_a_coach_opens_an_invitation(anas: Party, sams: Party) -> None:
    invite = invites.new_invite(anas.id, anas.bag.enc, anas.bag.sig)
    assert anas.post("pairings/", {"invite": invite.id}).status_code == 404
    assert sams.post("pairings/", {"invite": invite.id}).status_code == 201
    assert sams.post("pairings/", {"invite": invite.id}).status_code == 200
    assert sams.post("pairings/", {"invite": "short"}).status_code == 400


def test_the_answer_reaches_the_coach_and_proves_whose_it_is(anas: Party, sams: Party) -> None:
    invite = invitation(sams)
    assert anas.get(f"pairings/{invite.id}/").json()["state"] == "open"
    assert accept(anas, invite).status_code == 201
    found = sams.get(f"pairings/{invite.id}/").json()
    accepted = invites.open_accept(found["accept"], invite)
    assert (accepted.own, accepted.sig) == (anas.id, anas.bag.sig.public)
    assert found["agent"] == anas.id
    assert anas.get("pairings/").json()["results"][0]["accept"] is None


def test_the_first_answer_counts_and_the_same_again_is_fine(anas: Party, bens: Party, sams: Party) -> None:
    invite = invitation(sams)
    token = invites.sign_accept(invite, anas.id, anas.bag.enc, anas.bag.sig)
    for status in (201, 200):
        answer = anas.http.put(f"{API}/pairings/{invite.id}/", {"accept": token}, format="json")
        assert answer.status_code == status
    late = accept(bens, invite)
    assert (late.status_code, code(late)) == (409, "invite-taken")
    assert bens.get(f"pairings/{invite.id}/").status_code == 404


def test_an_answer_that_is_not_ones_own_is_refused(anas: Party, bens: Party, sams: Party) -> None:
    invite = invitation(sams)
    for own, signer in ((bens.id, bens), (anas.id, bens), (bens.id, anas)):
        token = invites.sign_accept(invite, own, signer.bag.enc, signer.bag.sig)
        answer = anas.http.put(f"{API}/pairings/{invite.id}/", {"accept": token}, format="json")
        assert (answer.status_code, code(answer)) == (400, "bad-accept")
    assert Pairing.objects.get().agent_id is None


def test_an_invitation_is_over_after_a_week(anas: Party, sams: Party) -> None:
    invite = invitation(sams)
    Pairing.objects.update(made_on=Pairing.objects.get().made_on - timedelta(days=8))
    assert code(accept(anas, invite)) == "invite-taken"


def test_a_coach_cannot_open_invitations_without_end(sams: Party) -> None:
    for _ in range(20):
        invitation(sams)
    invite = invites.new_invite(sams.id, sams.bag.enc, sams.bag.sig)
    answer = sams.post("pairings/", {"invite": invite.id})
    assert (answer.status_code, code(answer)) == (429, "too-many-invites")


def test_either_may_end_it_and_nothing_is_served_from_then_on(anas: Party, sams: Party) -> None:
    for one in (anas, sams):
        invite = paired(anas, sams)
        copy = given(anas, sams)
        assert copy.open().status_code == 200
        assert one.http.delete(f"{API}/pairings/{invite.id}/").status_code == 204
        assert copy.open().status_code == 404
        assert sams.get("inbox/").json()["results"] == []
        assert anas.ledger()[-1]["why"] == "pairing-ended"
        assert code(copy_for(anas, sams).give()) == "not-paired"


def test_nobody_else_ends_it_or_sees_it(pair: tuple[Party, Party], bens: Party) -> None:
    invite = Pairing.objects.get().invite
    for answer in (bens.get(f"pairings/{invite}/"), bens.http.delete(f"{API}/pairings/{invite}/")):
        assert answer.status_code == 404
    assert bens.get("pairings/").json()["results"] == []


def test_a_lead_is_kept_from_the_own_team_and_both_are_told_where_it_is_allowed(
    anas: Party, sams: Party
) -> None:
    emails = {"lead": sams.device.person.email, "add": [anas.device.person.email]}
    set_team(name="Nights", **emails, lead_may_read=False)
    invite = invitation(sams)
    assert anas.get(f"pairings/{invite.id}/").json()["lead"] is False
    assert code(accept(anas, invite)) == "lead-of-own-team"
    set_team(name="Nights", **emails, lead_may_read=True)
    assert anas.get(f"pairings/{invite.id}/").json()["lead"] is True
    assert accept(anas, invite).status_code == 201
    assert sams.get(f"pairings/{invite.id}/").json()["lead"] is True
    opened = sams.post("pairings/", {"invite": "A" * 43}).json()
    assert opened["leads"] == [{"name": "Nights", "may_read": True}]


def test_a_coach_who_comes_to_lead_the_team_reads_nothing_any_more(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    set_team(name="Days", lead=sams.device.person.email, add=[anas.device.person.email], lead_may_read=False)
    assert copy.open().status_code == 404
    assert sams.get("inbox/").json()["results"] == []
    assert code(copy_for(anas, sams).give()) == "lead-of-own-team"


def test_keycards_of_an_agent_are_for_the_paired_coach_alone(anas: Party, sams: Party, bens: Party) -> None:
    assert sams.get(f"keycards/{anas.id}/").status_code == 404
    invite = paired(anas, sams)
    assert sams.get(f"keycards/{anas.id}/").json()["keycards"] == anas.cards
    assert bens.get(f"keycards/{anas.id}/").status_code == 404
    assert bens.get(f"keycards/{sams.id}/").json()["keycards"] == sams.cards
    anas.http.delete(f"{API}/pairings/{invite.id}/")
    assert sams.get(f"keycards/{anas.id}/").status_code == 404
    assert sams.get(f"keycards/{new_id()}/").status_code == 404
