"""How long a built file may be kept. A module of its own, because the settings name the function itself."""


def mark_fresh(headers: dict[str, str], path: str, url: str) -> None:
    """Files whose name carries no hash are asked for anew each time."""
    if "immutable" not in headers.get("Cache-Control", ""):
        headers["Cache-Control"] = "no-cache"
