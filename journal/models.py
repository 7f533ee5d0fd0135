"""A table of contents: every subject's tables. Defines nothing."""

from journal.people.models import Person

__all__ = ["Person"]
