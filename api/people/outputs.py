"""What `me/` answers."""

from typing import Any

from django.conf import settings
from rest_framework import serializers

from api.people.signins import sign_in_rows
from journal.feeds import queries as feeds
from journal.keys import queries as keys
from journal.leaving import queries as leaving
from journal.people.queries import person_row, roles_of, team_rows
from journal.sharing import queries as sharing


class MeOutput(serializers.Serializer[Any]):
    """The person as the app needs to know them."""

    id = serializers.UUIDField()
    email = serializers.EmailField()
    language = serializers.CharField()
    zone = serializers.CharField()
    day_start_hour = serializers.IntegerField()
    roles = serializers.ListField(child=serializers.ChoiceField(["agent", "coach"]))


class WhatYouKnowOutput(serializers.Serializer[Any]):
    """Rows by table."""

    people = serializers.ListField(child=serializers.DictField())
    email_addresses = serializers.ListField(child=serializers.DictField())
    sessions = serializers.ListField(child=serializers.DictField())
    session_cookies = serializers.ListField(child=serializers.DictField())
    authenticators = serializers.ListField(child=serializers.DictField())
    feeds = serializers.ListField(child=serializers.DictField())
    revisions = serializers.ListField(child=serializers.DictField())
    awaited = serializers.ListField(child=serializers.DictField())
    vaults = serializers.ListField(child=serializers.DictField())
    wraps = serializers.ListField(child=serializers.DictField())
    keycards = serializers.ListField(child=serializers.DictField())
    links = serializers.ListField(child=serializers.DictField())
    teams = serializers.ListField(child=serializers.DictField())
    teams_led = serializers.ListField(child=serializers.DictField())
    pairings = serializers.ListField(child=serializers.DictField())
    copies_given = serializers.ListField(child=serializers.DictField())
    openings = serializers.ListField(child=serializers.DictField())
    ledger = serializers.ListField(child=serializers.DictField())
    ledger_events = serializers.ListField(child=serializers.DictField())
    leaving = serializers.ListField(child=serializers.DictField())


def me(person: Any) -> dict[str, Any]:
    """The members of `me/`."""
    return {
        "id": str(person.id),
        "email": person.email,
        "language": person.language,
        "zone": person.zone,
        "day_start_hour": person.day_start_hour,
        "roles": roles_of(person),
    }


def what_you_know(person: Any) -> dict[str, Any]:
    """Every row about the person, by table."""
    return {
        "people": [person_row(person)],
        **sign_in_rows(person),
        **feeds.rows_about(person),
        **keys.rows_about(person),
        **team_rows(person),
        **sharing.rows_about(person),
        **leaving.rows_about(person, settings.LEAVING_BOOK),
    }
