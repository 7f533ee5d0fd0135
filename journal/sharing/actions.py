"""Writes about invitations and pairings."""

from datetime import date, timedelta

from django.db import transaction

from journal.errors import JournalError
from journal.keys.queries import NotFound, public_keys_of
from journal.people.models import Person
from journal.sharing.models import Pairing
from journal.sharing.queries import NOT_HERE, check_coach, lead_says, pairing_for
from journal.sharing.rules import INVITE_LIVES_DAYS, MOST_INVITES, BadAccept, check_accept, is_invite


class InviteTaken(JournalError):
    """Somebody else has accepted this invitation, or it has ended: the coach has to show a new one."""

    code = "invite-taken"


class TooManyInvites(JournalError):
    """So many invitations of this coach are open already."""

    code = "too-many-invites"


class LeadOfOwnTeam(JournalError):
    """This coach leads the agent's own team, and the operator does not allow it."""

    code = "lead-of-own-team"


def open_invite(*, coach: Person, invite: str, today: date) -> bool:
    """Opens an invitation; `False` when this coach has opened it already. Raises NotFound, BadAccept, TooManyInvites."""
    check_coach(coach)
    if not is_invite(invite):
        raise BadAccept("An invitation is named by 32 bytes in base64url.")
    with transaction.atomic():
        Person.objects.select_for_update().only("pk").get(pk=coach.pk)
        mine = Pairing.objects.filter(coach=coach, agent__isnull=True, ended_on__isnull=True)
        mine.filter(made_on__lt=today - timedelta(days=INVITE_LIVES_DAYS)).delete()
        kept = Pairing.objects.filter(invite=invite).first()
        if kept is not None:
            return _known(kept, coach)
        if mine.count() >= MOST_INVITES:
            raise TooManyInvites("So many invitations are open already. One ends when somebody accepts it.")
        Pairing.objects.create(coach=coach, invite=invite, made_on=today)
    return True


def accept_invite(*, agent: Person, invite: str, accept: str, today: date) -> bool:
    """Takes an agent's answer to an invitation, the first one alone; `False` when this very one is there already.

    An earlier pairing of the two ends. Raises NotFound, InviteTaken, LeadOfOwnTeam, BadAccept.
    """
    with transaction.atomic():
        pairing = _locked(agent, invite)
        if pairing.accept == accept and pairing.agent_id == agent.pk and pairing.ended_on is None:
            return False
        _check_open(pairing, agent, today)
        keys = public_keys_of(agent.pk)
        if keys is None:
            raise BadAccept("There is no keycard of yours yet: make your vault first.")
        check_accept(accept, own=str(agent.pk), keys=keys, coach=str(pairing.coach_id))
        earlier = Pairing.objects.filter(coach=pairing.coach_id, agent=agent, ended_on__isnull=True)
        earlier.update(ended_on=today, why="replaced")
        pairing.agent, pairing.accept, pairing.accepted_on = agent, accept, today
        pairing.save(update_fields=["agent", "accept", "accepted_on"])
    return True


def end_pairing(*, person: Person, invite: str, today: date) -> None:
    """Ends a pairing, or takes an open invitation back; either of the two may. Raises NotFound."""
    with transaction.atomic():
        pairing = pairing_for(person, invite)
        if person.pk not in (pairing.coach_id, pairing.agent_id):
            raise NotFound(NOT_HERE)
        if pairing.agent_id is None:
            pairing.delete()
        elif pairing.ended_on is None:
            pairing.ended_on = today
            pairing.why = "coach" if person.pk == pairing.coach_id else "agent"
            pairing.save(update_fields=["ended_on", "why"])


def _known(kept: Pairing, coach: Person) -> bool:
    if kept.coach_id != coach.pk:
        raise NotFound(NOT_HERE)
    return False


def _locked(agent: Person, invite: str) -> Pairing:
    """The invitation, locked so that of two answers one comes first; a taken one is there for its two alone."""
    found = None
    if is_invite(invite):
        rows = Pairing.objects.select_for_update(of=("self",)).select_related("coach")
        found = rows.filter(invite=invite).first()
    if found is None or found.coach_id == agent.pk:
        raise NotFound(NOT_HERE)
    return found


def _check_open(pairing: Pairing, agent: Person, today: date) -> None:
    is_over = pairing.made_on < today - timedelta(days=INVITE_LIVES_DAYS)
    if pairing.agent_id is not None or pairing.ended_on is not None or is_over:
        raise InviteTaken("This invitation was accepted before, or is over. Ask for a new one.")
    if not pairing.coach.is_coach or not pairing.coach.is_active:
        raise NotFound(NOT_HERE)
    if lead_says(pairing, agent) is False:
        raise LeadOfOwnTeam("This coach leads your own team, and your work place keeps the two apart.")
