"""Promise 1 in the browser: what is typed is found nowhere, yet the second phone reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, BrowserType, expect

from tests.browser.conftest import PHONE
from tests.browser.taps import SAFE, open_app, rough_call, sign_in, sign_up, unlock
from tests.chromium import FLAGS, chromium
from tests.promises.canary import canary, finds
from tests.promises.taping import taped_server
from tests.server import Server

SAVED = canary("saved in the browser")
HALF_TYPED = canary("typed and never saved")
# Resolves once a sealed draft at least this long lies in one of the app's databases.
DRAFT_HOLDS = """async (letters) => {
  const read = (name) => new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains("drafts")) { db.close(); done([]); return; }
      const all = db.transaction("drafts").objectStore("drafts").getAll();
      all.onsuccess = () => { db.close(); done(all.result); };
    };
  });
  const long = (draft) => JSON.stringify(draft).length > 300 + (letters * 4) / 3;
  for (;;) {
    const drafts = await Promise.all((await indexedDB.databases()).map(({ name }) => read(name)));
    if (drafts.flat().some(long)) return true;
    await new Promise(requestAnimationFrame);
  }
}"""


@pytest.fixture
def taped(tmp_path: Path) -> Iterator[Server]:
    """The real server with every byte on tape."""
    with taped_server(tmp_path / "server") as started:
        yield started


def start(browser_type: BrowserType, profile: Path, server: Server) -> BrowserContext:
    """A phone with a profile on disk."""
    launch = {"executable_path": chromium(), "args": list(FLAGS), "base_url": server.url, **PHONE}
    return browser_type.launch_persistent_context(profile, **launch)


def half_type(context: BrowserContext) -> None:
    """Leaves words in the field, as somebody whose bus has come."""
    page = context.pages[0]
    page.get_by_role("button", name="Something good").tap()
    page.get_by_role("radio", name="A kind customer").tap()
    page.get_by_label("A line to remember it by").press_sequentially(HALF_TYPED)
    page.evaluate(DRAFT_HOLDS, len(HALF_TYPED))


def test_words_typed_in_the_browser_are_nowhere(
    browser_type: BrowserType, taped: Server, tmp_path: Path
) -> None:
    profile, second = tmp_path / "profile", tmp_path / "second"
    context = start(browser_type, profile, taped)
    page = context.pages[0]
    open_app(page)
    rough_call(page, SAVED)
    email, code = sign_up(page)
    expect(page.get_by_text(SAFE)).to_be_visible()
    half_type(context)
    context.close()
    assert finds(SAVED, profile) + finds(HALF_TYPED, profile) == []
    other = start(browser_type, second, taped)
    sign_in(other.pages[0], email)
    unlock(other.pages[0], code)
    expect(other.pages[0].get_by_text(SAVED)).to_be_visible()
    other.close()
    assert finds(SAVED, second) == []
    assert finds(SAVED, taped.data) + finds(HALF_TYPED, taped.data) == []
    secret = f"{code} {code.replace('-', '')} {code.replace('-', '').lower()}"
    assert [finds(secret, folder) for folder in (profile, second, taped.data)] == [[]] * 3
