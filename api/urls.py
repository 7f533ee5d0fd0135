"""Every address. The app's page answers whatever no other address does."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView

from api import errors, health, shell
from api.people import views as people

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

v1 = [
    path("me/", people.Me.as_view()),
    path("me/what-you-know/", people.WhatYouKnow.as_view()),
]

urlpatterns = [
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("_allauth/", include("allauth.headless.urls")),
    path("api/schema/", SpectacularAPIView.as_view()),
    path("api/v1/", include(v1)),
    re_path(r"^(?!(?:api|_allauth|accounts|admin|static|assets)(?:/|$))(?P<path>[^.]*)$", shell.app),
]
