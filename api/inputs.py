"""What every declared input has in common."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request

from api.errors import Problem, harmless_name


class Input(serializers.Serializer[Any]):
    """A declared input: a member nobody declared is an error, not a silence."""

    def to_internal_value(self, data: Any) -> Any:
        """Refuses unknown members, then validates as usual."""
        if isinstance(data, dict) and (unknown := set(data) - set(self.fields)):
            raise serializers.ValidationError(
                {harmless_name(name): ["There is no such member."] for name in sorted(unknown)}
            )
        return super().to_internal_value(data)


def query_of(request: Request, declared: type[Input]) -> dict[str, Any]:
    """The query parameters, validated; an unknown or repeated one is a problem."""
    given = request.query_params
    for name in given:
        if len(given.getlist(name)) > 1:
            raise Problem(400, "repeated-parameter", "A query parameter stands there twice.")
        if name not in declared().fields:
            raise Problem(
                400, "unknown-parameter", "There is a query parameter that this address does not know."
            )
    checked = declared(data=given.dict())
    checked.is_valid(raise_exception=True)
    values: dict[str, Any] = checked.validated_data
    return values
