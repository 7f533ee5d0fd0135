"""The server's addresses, and a bare view beside them, behind the same middleware."""

from django.http import HttpRequest, JsonResponse
from django.urls import path

from api.urls import handler400, handler403, handler404, handler500
from api.urls import urlpatterns as served

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def bare(request: HttpRequest) -> JsonResponse:
    """What everything is compared with."""
    return JsonResponse({"ok": True})


urlpatterns = [path("bare", bare), *served]
