"""Looking for words in what is said."""

import re


def saying(texts: list[str], pattern: str) -> list[str]:
    """The sentences in which one of the words stands."""
    return [text for text in texts if re.search(rf"\b({pattern})\b", text, re.IGNORECASE)]
