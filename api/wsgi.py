"""The WSGI door for a server such as granian."""

import os

from django.core.wsgi import get_wsgi_application

from api.shedding import Shedding

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "api.settings")
application = Shedding(get_wsgi_application())


def _begin() -> None:
    """A database that was put back from a backup, and an operator's file that is wrong, are noticed before the first request."""
    from django.conf import settings  # noqa: PLC0415 - only once Django is set up

    from api.clock import now  # noqa: PLC0415 - likewise
    from api.leaving.erasing import after_restore  # noqa: PLC0415 - likewise
    from api.library.site import check_site  # noqa: PLC0415 - likewise
    from journal.feeds.highwater import renew_if_restored  # noqa: PLC0415 - likewise

    check_site()
    renew_if_restored(settings.HIGH_WATER)
    after_restore(now())


_begin()
