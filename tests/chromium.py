"""A Chromium to test in: the machine's, else Debian's package, else Playwright's.

`python -m tests.chromium` installs one if need be and prints where it is.
"""

import functools
import os
import shutil
import subprocess
import sys

# Chromium reads the last `--disable-features` only, so that this list stands for Playwright's own as well. The two of the omnibox
# are a renderer each for a window nobody sees: without them a new window costs a third of the work.
WITHOUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
)


class NoChromium(RuntimeError):
    """There is none, and none could be installed."""


def _works(path: str | None) -> bool:
    """Whether it runs; Ubuntu's package is a hint to a snap that a container cannot start."""
    if not path:
        return False
    tried = subprocess.run([path, "--version"], capture_output=True, check=False)
    return tried.returncode == 0 and b"Chrom" in tried.stdout


def _on_the_machine() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if _works(path)), None)


def _from_debian() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    for words in (
        ["update", "-q"],
        ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-core"],
    ):
        subprocess.run(["apt-get", *words], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return _on_the_machine()


def _from_playwright() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only the last resort loads it

    subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _works(path) else None


@functools.cache
def chromium() -> str:
    """The path of a Chromium that runs; installs one the first time."""
    for found in (_on_the_machine, _from_debian, _from_playwright):
        if path := found():
            return path
    raise NoChromium("Install a Chromium (Debian: apt-get install chromium), then try again.")


if __name__ == "__main__":
    print(chromium())
