"""The real settings, but for what would only make a thousand sign-ups slow."""

from api.settings import *  # noqa: F403 - the real ones, whole

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_RATE_LIMITS = False
# Nothing here is killed; what a power cut leaves is tried elsewhere.
DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"  # noqa: F405
