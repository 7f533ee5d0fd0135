"""How a test with changed members is called."""


def by_member(value: object) -> str:
    """The names of what is changed and not the values: keys are new in every process, and all must call a test alike."""
    return " ".join(map(str, value)) if isinstance(value, dict) else str(value)
