"""A server that only hands out the built app, from a folder whose files may change while it runs.

`python -m tests.browser.shelf FOLDER PORT`. The API is answered with 503, as by a server that is being updated.
"""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Shelf(SimpleHTTPRequestHandler):
    """The files of the folder; the page for every address of the app."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".webmanifest": "application/manifest+json"}

    def do_GET(self) -> None:
        """One file, or the page, or nothing."""
        address = self.path.split("?")[0]
        if address.startswith(("/api/", "/_allauth/")):
            self.send_error(503)
            return
        if "." not in address:
            self.path = "/index.html"
        super().do_GET()

    def end_headers(self) -> None:
        """Fresh every time: what was put there last counts."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library calls it so
        """Says nothing."""


if __name__ == "__main__":
    folder, port = sys.argv[1:]
    serve = partial(Shelf, directory=str(Path(folder).resolve()))
    ThreadingHTTPServer(("localhost", int(port)), serve).serve_forever()  # type: ignore[arg-type]
