"""`entries/` and `entries/{item}/`."""

from api.items.views import ItemList, OneItem, described_item, described_list
from journal.entries.actions import write_entry
from journal.entries.queries import entries_of, entry_of


@described_list("My entries, newest day first", operation="entries_list")
class Entries(ItemList):
    """My entries as they are now."""

    heads_of = staticmethod(entries_of)


@described_item("an entry")
class Entry(OneItem):
    """One entry of mine."""

    heads_of = staticmethod(entry_of)
    write = staticmethod(write_entry)
