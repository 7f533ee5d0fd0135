"""`notes/` and `notes/{item}/`."""

from api.items.views import ItemList, OneItem, described_item, described_list
from journal.notes.actions import write_note
from journal.notes.queries import note_of, notes_of


@described_list("My notes, the one written last first", operation="notes_list")
class Notes(ItemList):
    """My notes as they are now."""

    heads_of = staticmethod(notes_of)


@described_item("a note")
class Note(OneItem):
    """One note of mine."""

    heads_of = staticmethod(note_of)
    write = staticmethod(write_note)
