"""The operator's commands: who is a coach, who leads whom."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from journal.people.models import Membership, Person, Team


def said(*words: str, **options: Any) -> str:
    told = StringIO()
    call_command(*words, stdout=told, **options)
    return told.getvalue()


def test_a_person_is_made_a_coach_and_no_longer(ana: Any) -> None:
    assert "is a coach" in said("coach", "Ana@Example.org")
    assert Person.objects.get(pk=ana.pk).is_coach
    assert "no coach any more" in said("coach", "ana@example.org", "--remove")
    assert not Person.objects.get(pk=ana.pk).is_coach


def test_a_team_has_a_lead_who_may_not_read_unless_the_operator_says_so(
    ana: Any, ben: Any, coach: Any
) -> None:
    words = ("team", "Nights", "--lead", coach.email, "--add", ana.email)
    assert "1 people" in said(*words)
    assert "cannot be their coach" in said(*words, "--add", ben.email)
    assert (Membership.objects.count(), Team.objects.get().lead_may_read) == (2, False)
    assert "both sides are told" in said(*words, "--lead-may-read")
    assert Team.objects.get().lead_may_read


@pytest.mark.django_db
def test_nobody_is_not_made_anything() -> None:
    for words in (("coach", "nobody@example.org"), ("team", "Nights", "--lead", "nobody@example.org")):
        with pytest.raises(CommandError, match="no account"):
            said(*words)
    assert Team.objects.count() == 0
