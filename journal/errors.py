"""What the domain says when it refuses: a stable code and a sentence."""

from typing import Any


class JournalError(Exception):
    """A refusal.

    `code` is stable and kebab-case; it becomes the problem's `type` (`/problems/<code>`).
    `detail` is one sentence for whoever wrote the client. `facts` are further members that the
    client needs to go on (for example the current epoch). Never carries a person's words.
    """

    code = "journal-error"

    def __init__(self, detail: str, **facts: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.facts = facts
