"""*Get help now*: there without a script, a sign-in or a network; it asks nobody and leaves nothing behind."""

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import AXE_FINDS
from tests.browser.conftest import PHONE
from tests.browser.network import go_offline, keep_app
from tests.browser.taps import open_app, sign_up, tap
from tests.journal.library.test_site import LINE, PLACE, WHOLE
from tests.server import Server, running_server

Phone = Callable[..., Page]
