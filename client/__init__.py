"""Aftershift from Python: words are sealed on this computer, the server keeps what it cannot read.

    from client import Client
    me = Client("http://localhost:8000", home="~/.aftershift")
    me.sign_in("ana@example.org", password, recovery_code=code)
    me.write("encounter", trigger=["shouting"], intensity=4, text="They shouted before I said my name.")
    me.sync()

`Client.sign_up` makes an account and gives its recovery code; `Client.items` gives the words back.
`python -m client --help` is the same from a shell.
"""

from client.device import Client
from client.feeds.meeting import Report
from client.feeds.shown import Item
from client.trouble import Trouble

__all__ = ["Client", "Item", "Report", "Trouble"]
