"""An iPhone's tab, as WebKitGTK has it. Where no WebKit can be had, the run says so in its last lines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.server import Server, running_server
from tests.webkit import WITHOUT, is_here, running_webkit

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.7 Mobile/15E148 Safari/604.1"
)
PATIENCE_S, LOOKS_EVERY_S = 30, 0.1
STANDS_STILL = (
    "return document.getAnimations().every(({ effect }) => !effect?.target?.contains(arguments[0]))"
)
collect_ignore_glob = [] if is_here() else ["test_*.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not tried is not passed over in silence."""
    if not is_here():
        terminalreporter.write_line(WITHOUT, red=True)


class Phone:
    """A tab and what a thumb does in it."""

    def __init__(self, driver: WebKitGTK, site: str) -> None:
        self.driver = driver
        self.site = site
        driver.set_script_timeout(PATIENCE_S)

    def open(self, address: str = "/") -> None:
        """Goes to a screen and waits until it can be used."""
        self.driver.get(self.site + address)
        self.see("//main//h1")

    def see(self, path: str) -> None:
        """Waits until something is on the screen."""
        self._wait().until(lambda _: any(one.is_displayed() for one in self._all(path)))

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits until it is so."""
        self._wait().until(lambda _: holds())

    def read(self, text: str) -> None:
        """Waits until these words are on the screen."""
        self._wait().until(lambda _: text in self.words())

    def words(self) -> str:
        """All that can be read."""
        return str(self.driver.execute_script("return document.body.innerText"))

    def tap(self, name: str) -> None:
        """Taps the button, link or choice that says this, once it stands still."""
        path = f"//*[self::button or self::a or self::label][starts-with(normalize-space(.), '{name}')]"
        self._wait().until(lambda _: self._tapped(path))

    def _tapped(self, path: str) -> bool:
        """A finger that comes down on something still on its way comes up beside it, and nothing was tapped."""
        seen = [one for one in self._all(path) if one.is_displayed()]
        if not seen or not self.driver.execute_script(STANDS_STILL, seen[-1]):
            return False
        seen[-1].click()
        return True

    def write(self, label: str, text: str) -> None:
        """Writes into the field of that label."""
        path = f"//label[contains(., '{label}')]//input | //input[@id = //label[contains(., '{label}')]/@for]"
        self.see(path)
        self._all(path)[0].send_keys(text)

    def run(self, script: str) -> object:
        """What a promise in the page resolves to."""
        return self.driver.execute_async_script(f"const done = arguments[0]; ({script}).then(done, done)")

    def _all(self, path: str) -> list:  # type: ignore[type-arg]
        return self.driver.find_elements(By.XPATH, path)

    def _wait(self) -> WebDriverWait:  # type: ignore[type-arg]
        return WebDriverWait(
            self.driver, PATIENCE_S, LOOKS_EVERY_S, ignored_exceptions=[StaleElementReferenceException]
        )


@pytest.fixture
def server_of_its_own(tmp_path: Path) -> Iterator[Server]:
    """One that a test may stop: to a phone the tunnel looks just so."""
    with running_server(tmp_path / "server") as server:
        yield server


@pytest.fixture
def tab(request: pytest.FixtureRequest) -> Iterator[Phone]:
    """An empty one, at the server all share, or at the one of its own where the test asks for that too."""
    own = "server_of_its_own"
    at: Server = request.getfixturevalue(own if own in request.fixturenames else "server")
    with running_webkit(IPHONE) as driver:
        yield Phone(driver, at.url)
