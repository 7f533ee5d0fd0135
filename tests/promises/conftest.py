"""The phone of the browser tests, for what only a screen can show."""

from tests.browser.conftest import browser_type_launch_args, phone

__all__ = ["browser_type_launch_args", "phone"]
