"""`python -m client --help`."""

import sys

from client.commands.command import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # Words may hold signs this terminal cannot show; that must not keep the others from being read.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # both are text files here
    sys.exit(main())
