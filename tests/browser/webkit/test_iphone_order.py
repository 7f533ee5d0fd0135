"""The order of an iPhone, in a WebKit: the Home Screen first; who has written in the tab signs in there first. Without
Background Sync, push or lasting storage, and without a connection."""

from uuid import uuid4

from tests.browser.taps import PASSWORD, SAFE, SAVED_HERE
from tests.browser.webkit.conftest import Phone
from tests.server import Server

LACKS = "return ['SyncManager', 'PushManager'].filter((name) => name in self).concat(navigator.storage?.persist ?? [])"
WORKER = "navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)"


def something_good(tab: Phone) -> None:
    tab.tap("Something good")
    tab.tap("A kind customer")
    tab.see(f"//dialog//p[contains(., '{SAVED_HERE}') or contains(., '{SAFE}')]")
    tab.tap("Done")
    tab.read("Lately")


def sign_up(tab: Phone) -> None:
    tab.open("/sign-up")
    tab.write("E-mail", f"{uuid4().hex}@example.org")
    tab.write("Password", PASSWORD)
    tab.tap("Make my account")
    tab.read("Your recovery code")
    tab.tap("Check later")


def test_the_home_screen_comes_first_and_what_was_written_in_the_tab_is_kept_safe_there(tab: Phone) -> None:
    tab.open()
    assert tab.driver.execute_script(LACKS) == [], "this browser has what an iPhone's tab lacks"
    tab.read("First the Home Screen, then write")
    something_good(tab)
    tab.read("Keep it safe here first")
    assert "First the Home Screen" not in tab.words()
    tab.open()
    tab.read("A kind customer")
    sign_up(tab)
    tab.read(SAFE)
    tab.tap("Later")
    tab.read("Now the Home Screen")


def test_without_a_connection_every_screen_opens_with_what_was_written(
    tab: Phone, server_of_its_own: Server
) -> None:
    tab.open()
    something_good(tab)
    sign_up(tab)
    tab.read(SAFE)
    assert str(tab.run(WORKER)).endswith("/sw.js")
    server_of_its_own.kill()
    tab.open("/journal")
    tab.read("A kind customer")
    tab.open()
    tab.read("A kind customer")
