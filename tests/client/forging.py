"""What a server can do to tokens without any key, and what it can make up."""

import json
from typing import Any

from client.ck1 import keys, slots
from client.ck1.bodies import Revision, committed_hash, read_header, seal_body
from client.ck1.encoding import b64, compact, unb64
from client.feeds.writing import new_id


def with_header(token: str, **changes: object) -> str:
    """The same token with members of its header changed, added or (None) taken away; the seal stays as it was."""
    head, rest = token.split(".", 1)
    header = {**json.loads(unb64(head)), **changes}
    return f"{b64(compact({name: value for name, value in header.items() if value is not None}))}.{rest}"


def emptied(row: dict[str, Any]) -> dict[str, Any]:
    """A served revision as the server would show it below a tombstone."""
    revision = read_header(row["body"])
    named = {"item": revision.item, "kind": revision.kind, "parents": list(revision.parents)}
    return {"seq": row["seq"], "rev": revision.rev, "sha": committed_hash(row["body"]), **named}


def hollow_child(row: dict[str, Any]) -> dict[str, Any]:
    """A next revision of an item that never was, said to have lost its words."""
    named = {"rev": new_id(), "parents": [row["rev"]], "seq": row["seq"] + 1, "sha": committed_hash("x")}
    return {**emptied(row), **named}


def forged_child(row: dict[str, Any], **members: Any) -> dict[str, Any]:
    """The next revision of an item, sealed by the server under keys of its own."""
    above = read_header(row["body"])
    revision = Revision(
        above.item, new_id(), above.kind, (above.rev,), above.of, above.day, above.written, **members
    )
    body = seal_body(revision, {"v": 1})
    slot = slots.seal_slot(body, slots.ring_of(keys.new_root(), 1))
    return {"seq": row["seq"] + 1, "rev": revision.rev, "body": body.token, "slot": slot}
