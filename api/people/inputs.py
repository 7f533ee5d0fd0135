"""What `me/` takes."""

from rest_framework import serializers

from api.inputs import Input


class SettingsInput(Input):
    """Any of the three."""

    language = serializers.CharField(max_length=35, required=False)
    zone = serializers.CharField(max_length=64, required=False)
    day_start_hour = serializers.IntegerField(required=False)
