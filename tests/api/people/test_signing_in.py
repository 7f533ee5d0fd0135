"""Signing up, in and out through django-allauth, as a browser does it."""

from typing import Any

import pytest
from django.test import Client

from tests.conftest import PASSWORD

ALLAUTH = "/_allauth/browser/v1"
pytestmark = pytest.mark.django_db


def browser() -> Client:
    """A browser that has opened the app: it holds the CSRF cookie, and the server checks it."""
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    client.get(f"{ALLAUTH}/config")
    return client


def post(client: Client, address: str, body: dict[str, Any]) -> Any:
    """A write as the app sends it, with the cookie's value of this very moment."""
    token = client.cookies["csrftoken"].value
    return client.post(address, body, content_type="application/json", headers={"x-csrftoken": token})


def test_sign_up_opens_a_session_and_me_knows_who_it_is() -> None:
    client = browser()
    answer = post(client, f"{ALLAUTH}/auth/signup", {"email": "New@Example.org", "password": PASSWORD})
    assert answer.status_code == 200
    me = client.get("/api/v1/me/").json()
    assert me["email"] == "new@example.org"
    assert (me["language"], me["zone"], me["day_start_hour"], me["roles"]) == ("en", "UTC", 4, ["agent"])


def test_the_session_cookie_is_closed_to_scripts_and_to_other_sites(ana: Any) -> None:
    client = browser()
    post(client, f"{ALLAUTH}/auth/login", {"email": ana.email, "password": PASSWORD})
    session, csrf = client.cookies["sessionid"], client.cookies["csrftoken"]
    assert session["httponly"] is True
    assert (session["samesite"], csrf["samesite"]) == ("Lax", "Lax")
    assert csrf["httponly"] == ""


def test_sign_in_leaves_no_time_of_day_on_the_person(ana: Any) -> None:
    client = browser()
    post(client, f"{ALLAUTH}/auth/login", {"email": ana.email, "password": PASSWORD})
    ana.refresh_from_db()
    assert ana.last_login is None
    assert not [field for field in ana._meta.get_fields() if "DateTime" in type(field).__name__]


def test_nobody_signed_in_is_a_401_even_for_a_write() -> None:
    client = browser()
    for answer in (client.get("/api/v1/me/"), post(client, "/api/v1/feed/push/", {})):
        assert answer.status_code == 401
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == "/problems/not-signed-in"


def test_a_write_without_the_csrf_header_is_a_403_that_says_so(ana: Any) -> None:
    client = browser()
    client.force_login(ana)
    answer = client.patch("/api/v1/me/", {"language": "es"}, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/csrf-failed")
    ana.refresh_from_db()
    assert ana.language == "en"


def test_sign_in_renews_the_csrf_token_so_an_old_one_is_refused(ana: Any) -> None:
    client = browser()
    before = client.cookies["csrftoken"].value
    post(client, f"{ALLAUTH}/auth/login", {"email": ana.email, "password": PASSWORD})
    assert client.cookies["csrftoken"].value != before
    stale = client.patch("/api/v1/me/", {}, content_type="application/json", headers={"x-csrftoken": before})
    assert stale.status_code == 403


def test_one_address_is_one_person_however_it_is_written(ana: Any) -> None:
    client = browser()
    answer = post(client, f"{ALLAUTH}/auth/login", {"email": "ANA@Example.ORG", "password": PASSWORD})
    assert answer.status_code == 200
    again = post(browser(), f"{ALLAUTH}/auth/signup", {"email": "ANA@example.org", "password": PASSWORD})
    assert again.status_code in {400, 401}
    assert type(ana).objects.count() == 1


def test_a_short_password_is_refused_with_a_reason() -> None:
    answer = post(browser(), f"{ALLAUTH}/auth/signup", {"email": "new@example.org", "password": "short"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["param"] == "password"


def test_signing_out_ends_the_session(ana: Any) -> None:
    client = browser()
    post(client, f"{ALLAUTH}/auth/login", {"email": ana.email, "password": PASSWORD})
    client.delete(f"{ALLAUTH}/auth/session", headers={"x-csrftoken": client.cookies["csrftoken"].value})
    assert client.get("/api/v1/me/").status_code == 401
