"""One settings file, read from the environment; safe as it stands.

DATA          folder of the embedded database, the secret key and the demo (default ./data)
PORT, HOST    where `manage.py serve` listens (default 8000 on 127.0.0.1)
SITE_URL      the address people type (default http://localhost:PORT). https turns on `__Host-` cookies and HSTS
ALLOWED_HOSTS further host names, separated by commas
DATABASE_URL  postgres://… (default: SQLite in DATA)
SECRET_KEY    (default: made once and kept in DATA/secret-key, mode 600)
EMAIL_URL     smtp://user:password@host:port or smtps://… (default: mails are printed, addresses are not confirmed)
MAIL_FROM     the sender's address
PROXIES       how many proxies stand in front; their X-Forwarded-For tells whom a rate counts for (default 0: nobody is believed)
RATE_ACCOUNT, RATE_ADDRESS  requests allowed of one account, of one address that is not signed in (1200/min, 600/min)
SITE_FILE     JSON with this work place's help lines, official way and steps for a caller in danger (default: none; README)
LOG_LEVEL     DEBUG, INFO, WARNING (default)
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url

from api.freshness import mark_fresh
from api.sqlite import refuse_affected, use_sound_sqlite

SQLITE_VERSION = use_sound_sqlite()
BASE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("DATA", BASE / "data")).resolve()
PORT = int(os.environ.get("PORT", "8000"))
HOST = os.environ.get("HOST", "127.0.0.1")
# Beside the database and not in it, so that putting a backup back changes neither.
HIGH_WATER = DATA / "high-water"
LEAVING_BOOK = DATA / "leaving"
SITE_URL = os.environ.get("SITE_URL", f"http://localhost:{PORT}").rstrip("/")
SITE_FILE = os.environ.get("SITE_FILE", "")
SECURE = SITE_URL.startswith("https://")
APP = BASE / "frontend" / "dist"


def _secret_key() -> str:
    """The key from the environment, else the one kept beside the data."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    kept = DATA / "secret-key"
    DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with open(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 - the mode must hold from the first byte
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return kept.read_text()


DEBUG = False
SECRET_KEY = _secret_key()
_own_hosts = [urlsplit(SITE_URL).hostname or "localhost"] + ([] if SECURE else ["localhost", "127.0.0.1"])
ALLOWED_HOSTS = _own_hosts + [name for name in os.environ.get("ALLOWED_HOSTS", "").split(",") if name]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "api.urls"
WSGI_APPLICATION = "api.wsgi.application"
APPEND_SLASH = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "journal",
    "api",
    "rest_framework",
    "drf_spectacular",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
]
MIDDLEWARE = [
    "api.middleware.RequestId",
    "api.middleware.Permissions",
    "api.middleware.HighWater",
    "api.middleware.Erasing",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "api.library.site.SitePages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# --- database ---------------------------------------------------------------------------------
_SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8000;",
}


def _database() -> dict[str, Any]:
    """SQLite in DATA unless DATABASE_URL names another."""
    if url := os.environ.get("DATABASE_URL"):
        named: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=None, conn_health_checks=True))
        return named
    refuse_affected(SQLITE_VERSION)
    DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Nobody else's from the first byte on; SQLite gives what it lays beside it the same mode.
    os.close(os.open(DATA / "aftershift.sqlite3", os.O_RDWR | os.O_CREAT, 0o600))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "aftershift.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": _SQLITE_OPTIONS,
        "TEST": {"NAME": DATA / "test.sqlite3"},
    }


DATABASES = {"default": _database()}
# Only counts of requests lie here. Were there little room, many requests could push out a count of failed sign-ins.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# --- who is signed in -------------------------------------------------------------------------
AUTH_USER_MODEL = "journal.Person"
AUTHENTICATION_BACKENDS = ["api.people.backend.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
_HOST_PREFIX = "__Host-" if SECURE else ""
SESSION_ENGINE = "api.sessions"
SESSION_COOKIE_NAME = f"{_HOST_PREFIX}sessionid"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_NAME = f"{_HOST_PREFIX}csrftoken"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "api.errors.csrf_failed"

_MAIL = urlsplit(os.environ.get("EMAIL_URL", ""))
HAS_MAIL = bool(_MAIL.hostname)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if HAS_MAIL else 'console'}.EmailBackend"
EMAIL_HOST = _MAIL.hostname or ""
EMAIL_PORT = _MAIL.port or 25
EMAIL_HOST_USER = unquote(_MAIL.username or "")
EMAIL_HOST_PASSWORD = unquote(_MAIL.password or "")
EMAIL_USE_SSL = _MAIL.scheme == "smtps"
EMAIL_USE_TLS = _MAIL.scheme == "smtp" and bool(_MAIL.username)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM", "aftershift@localhost")

ACCOUNT_ADAPTER = "api.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if HAS_MAIL else "none"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = HAS_MAIL
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = HAS_MAIL
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = HAS_MAIL
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{SITE_URL}/confirm/{{key}}",
    "account_reset_password": f"{SITE_URL}/reset",
    "account_reset_password_from_key": f"{SITE_URL}/reset/{{key}}",
    "account_signup": f"{SITE_URL}/sign-up",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
USERSESSIONS_TRACK_ACTIVITY = False
PROXIES = int(os.environ.get("PROXIES", "0"))
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

# --- what every answer carries ----------------------------------------------------------------
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
X_FRAME_OPTIONS = "DENY"
_NONE, _SELF = ["'none'"], ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": _NONE,
        "script-src": _SELF,
        "style-src": _SELF,
        "img-src": ["'self'", "blob:"],
        "font-src": _SELF,
        "connect-src": _SELF,
        "manifest-src": _SELF,
        "worker-src": _SELF,
        "base-uri": _NONE,
        "form-action": _SELF,
        "frame-ancestors": _NONE,
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["aftershift"],
    }
}

# --- the built app ----------------------------------------------------------------------------
WHITENOISE_ROOT = APP if APP.is_dir() else None
WHITENOISE_INDEX_FILE = False
WHITENOISE_AUTOREFRESH = False
WHITENOISE_USE_FINDERS = False
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+-[A-Za-z0-9_-]{8}\.\w+$"
WHITENOISE_ADD_HEADERS_FUNCTION = mark_fresh
STATIC_URL = "static/"

# --- the API ----------------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_200_000
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["api.access.Session"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["api.parsing.StrictJson"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "api.access.OnlyJson",
    "DEFAULT_THROTTLE_CLASSES": ["api.access.Rate"],
    "DEFAULT_THROTTLE_RATES": {
        "account": os.environ.get("RATE_ACCOUNT", "1200/min"),
        "address": os.environ.get("RATE_ADDRESS", "600/min"),
    },
    "NUM_PROXIES": PROXIES,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "api.errors.answer_problem",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Aftershift",
    "VERSION": "1",
    "DESCRIPTION": "A private resilience journal. The server knows when, never what.",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums", "api.docs.schema.add_problem"],
    "SORT_OPERATIONS": False,
}

# --- language, time, logs ---------------------------------------------------------------------
LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},  # an address may name somebody; a refusal is no news
    },
}
