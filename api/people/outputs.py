"""What `me/` answers."""

from typing import Any

from rest_framework import serializers

from journal.people.queries import person_row, roles_of


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
    return {"people": [person_row(person)]}
