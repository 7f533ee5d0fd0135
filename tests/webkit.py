"""A WebKit to test in, as near to an iPhone's as a Linux machine has one: WebKitGTK with its driver, on a screen of its own.

`python -m tests.webkit` installs it with apt-get if need be, and says where it is, or that it cannot be had here.
"""

import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.webkitgtk.service import Service

DRIVER, SCREEN = "WebKitWebDriver", "Xvfb"
PACKAGES = ("webkit2gtk-driver", "xvfb")
WITHOUT = (
    "NOT TRIED: the iPhone's order in WebKit. Neither WebKitWebDriver nor Xvfb is on this machine, and apt-get as root "
    "could not bring them."
)
ENVIRONMENT = {"LIBGL_ALWAYS_SOFTWARE": "1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}


def is_here() -> bool:
    """Whether driver, browser and screen are on this machine."""
    return bool(shutil.which(DRIVER) and shutil.which(SCREEN) and _browser())


def install() -> bool:
    """Brings it, where apt-get may; whether it is here afterwards."""
    if is_here():
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for words in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *PACKAGES]):
            quiet = subprocess.DEVNULL
            subprocess.run(["apt-get", *words], check=False, stdout=quiet, stderr=quiet)
    return is_here()


@contextmanager
def running_webkit(user_agent: str) -> Iterator[WebKitGTK]:
    """A browser that says it is another one, in a window as near to a phone's as it lets itself be made."""
    with _screen() as display:
        options = WebKitGTKOptions()
        options.binary_location = str(_browser())
        options.add_argument("--automation")
        options.add_argument(f"--user-agent={user_agent}")
        environment = {**os.environ, **ENVIRONMENT, "DISPLAY": display}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # selenium's, of its own making
            driver = WebKitGTK(
                options=options, service=Service(shutil.which(DRIVER) or DRIVER, env=environment)
            )
        try:
            driver.set_window_size(360, 640)
            yield driver
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    """A screen that nobody sees; its name."""
    read, write = os.pipe()
    command = [SCREEN, "-displayfd", str(write), "-screen", "0", "800x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _browser() -> Path | None:
    """WebKit's own small browser, which Debian keeps beside the library."""
    return next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None)


if __name__ == "__main__":
    print(f"WebKit: {_browser()}" if install() else WITHOUT, file=sys.stderr)
