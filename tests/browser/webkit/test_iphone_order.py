"""The order of an iPhone, in a WebKit: the Home Screen first; who has written in the tab signs in there first. Without
Background Sync, push or lasting storage, and without a connection."""

from contextlib import AbstractContextManager
from uuid import uuid4

from tests.browser.taps import PASSWORD, SAFE, SAVED_HERE
from tests.browser.webkit.conftest import Phone
from tests.server import Server, running_server

LACKS = "return ['SyncManager', 'PushManager'].filter((name) => name in self).concat(navigator.storage?.persist ?? [])"
WORKER = "navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)"
MOODS = "Steady"  # one of the choices; what was chosen is told as "Feeling steady"
ALARM = "Something is wrong with what came back"
DRAFTS = """indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => new Promise((resolve) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => {
        const db = asked.result;
        const drafts = db.objectStoreNames.contains("drafts") && db.transaction("drafts").objectStore("drafts").count();
        if (!drafts) return resolve(0);
        drafts.onsuccess = () => resolve(drafts.result);
        db.close();
    };
})))).then((counts) => counts.reduce((sum, one) => sum + one, 0))"""


def something_good(tab: Phone) -> None:
    tab.tap("Something good")
    tab.tap("A kind customer")
    done(tab, f"contains(., '{SAVED_HERE}') or contains(., '{SAFE}')")
    tab.read("Lately")


def check_in(tab: Phone, mood: str) -> None:
    tab.tap("Just check in")
    tab.tap(mood)
    done(tab, f"contains(., '{SAVED_HERE}')")


def begin_anew(tab: Phone) -> None:
    """Whoever went soon after a tap may find it as a draft, or may not."""
    offered = "Start a new one"
    tab.until(lambda: offered in tab.words() or MOODS in tab.words())
    if offered in tab.words():
        tab.tap(offered)


def done(tab: Phone, said: str) -> None:
    """Until the words are no draft any more: who goes sooner is asked about it, and rightly."""
    tab.see(f"//dialog//p[{said}]")
    tab.tap("Done")
    tab.until(lambda: tab.run(DRAFTS) == 0)


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
    assert ALARM not in tab.words()
    tab.tap("Later")
    tab.read("Now the Home Screen")


def test_without_a_connection_every_screen_opens_and_what_is_written_there_is_sent_later(
    tab: Phone, server_of_its_own: Server
) -> None:
    tab.open()
    something_good(tab)
    sign_up(tab)
    tab.read(SAFE)
    assert str(tab.run(WORKER)).endswith("/sw.js")
    server_of_its_own.kill()
    for mood in ("Steady", "Low", "Good"):  # a page that was left must not keep the next one from writing
        tab.open("/journal")
        tab.read("A kind customer")
        tab.open()
        check_in(tab, mood)
        tab.read(f"Feeling {mood.lower()}")
    tab.read("3 entries wait")
    with served_again(server_of_its_own):
        tab.open()
        tab.read(SAFE)
        assert ALARM not in tab.words()


def test_a_page_that_is_left_in_the_middle_lets_the_next_one_write(tab: Phone) -> None:
    tab.open()
    for mood in ("Steady", "Low", "Good", "Steady"):
        tab.tap("Just check in")
        tab.tap(mood)
        tab.see(f"//dialog//p[contains(., '{SAVED_HERE}')]")
        tab.driver.get(f"{tab.site}/help.html")
        tab.open()
        tab.tap("Just check in")
        begin_anew(tab)
        tab.tap(mood)
        done(tab, f"contains(., '{SAVED_HERE}')")


def served_again(server: Server) -> AbstractContextManager[Server]:
    """The same, where it was."""
    port = int(server.url.rsplit(":", 1)[-1])
    return running_server(server.data, environment={"DATABASE_URL": server.database_url}, port=port)
