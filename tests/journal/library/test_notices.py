"""What is shown before consent, in each language: named by its own words, and an older one stays good."""

import base64
import hashlib
from typing import Any

from journal.library.notices import EarlierNotice, Sharing, shipped_notices
from journal.library.queries import languages, sharing
from journal.sharing.shipped import shipped

SHIPPED = {
    ("en", "1"): "-NVPIJFQS_XRyP2l9-Q6f5FY9eVhEtscVHmNoXVclRI",
    ("es", "1"): "mTqEBzll7CJWAqBqxcNXdRw93IWITpCMJMc0mcH_374",
}
"""Every notice that was ever shown. A consent in somebody's ledger names one of these: none is taken out or changed."""


def test_every_notice_that_was_ever_shown_is_still_good() -> None:
    for (lang, version), sha256 in SHIPPED.items():
        assert (lang, version, sha256) in shipped().notices, "changed words need a version of their own"


def test_every_notice_that_is_shown_is_written_down_here() -> None:
    assert shipped().notices == {(*named, sha256) for named, sha256 in SHIPPED.items()}
    assert {lang for lang, _ in SHIPPED} == set(languages())


def test_a_notice_is_named_by_its_language_and_the_hash_of_its_lines(lang: str) -> None:
    notice = sharing(lang)["notice"]
    digest = hashlib.sha256("\n".join(notice["lines"]).encode()).digest()
    named = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    assert notice["lang"] == lang
    assert (lang, notice["version"], named) in shipped().notices


def test_a_notice_that_was_replaced_keeps_its_language_too() -> None:
    earlier = EarlierNotice(version="0", sha256="A" * 43)
    words: Sharing = {**sharing("en"), "earlier": [earlier]}
    assert ("en", "0", "A" * 43) in shipped_notices(words)


def test_the_name_and_the_days_have_their_place_in_every_language(lang: str) -> None:
    def places(words: Any) -> list[list[str]]:
        marks = ("{coach}", "{days}")
        return [[mark for mark in marks if mark in line] for line in words["notice"]["lines"]]

    assert places(sharing(lang)) == places(sharing("en"))
