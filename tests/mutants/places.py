"""Where the checks of the Python client are. Conditions that lead to a `raise` are found by themselves; what decides in
another way stands here by its own words, with what it comes to once it is taken out."""

CK1 = (
    "bodies", "consents", "encoding", "grants", "invites", "keybags", "keycards", "keys", "ledger", "link",
    "recovery", "replies", "slots", "tokens",
)  # fmt: skip
FEED = {
    "checking": ("checked", "explained", "_beside", "_proved", "_emptied", "_row_of_header"),
    "coaching": ("_pin", "_kept_key", "_enc_of"),
    "comparing": ("same_set", "_ask_again"),
    "feed": ("push", "_checked", "_served"),
    "ledger": ("_followed",),
    "mailbox": ("words",),
    "offering": ("_acknowledge",),
    "pairing": ("pin", "verified_pin", "present_keys"),
    "pending": ("prepare", "_adopt", "_check_last"),
    "profile": ("trusted", "_same_keys", "_over_if_any", "_pin"),
    "rotation": ("rotate",),
    "rows": ("heads",),
    "sharing": ("_pinned_enc", "_fetched_enc"),
    "taking": ("take", "check_emptied"),
    "telling": ("raise_alarms",),
}
"""Elsewhere only these functions decide what is believed; the others refuse what a person asked for, or read answers."""

FUNCTIONS = {f"client.{name}": functions for name, functions in FEED.items()}
MODULES = (*(f"client.ck1.{name}" for name in CK1), *FUNCTIONS)

READING = ("answer.status", "isinstance(", "not isinstance(", "not all((isinstance(", "not cards")
"""How conditions begin that only ask whether an answer can be read at all; in the format itself they count."""

CALLS = {
    "check", "check_ephemeral", "public_key", "check_reply", "whole_member", "_check", "_check_names",
    "_check_agreement", "_check_last",
}  # fmt: skip
"""Functions whose whole work is to refuse: a call that stands alone is a check of its own."""

DECIDING: dict[str, dict[str, dict[str, str]]] = {
    "client.checking": {
        "explained": {
            "hollow.rev in ancestors(row, item)": "True",
            "row.kind == hollow.kind": "True",
            "None in (hollow.written, row.written) or hollow.written == row.written": "True",
            "row.is_tombstone and row.body is not None": "True",
        },
    },
    "client.coaching": {
        "_kept_key": {"keys.thumbprint(one) == pin.sig": "True"},
        "_enc_of": {"keys.thumbprint(enc) == pin.enc": "True"},
    },
    "client.comparing": {
        "same_set": {
            "page.digest == digest_of(_places(meeting.store))": "True",
            "not lost": "True",
            "here.get(rev) != seq": "False",
            "not gone and (not missing)": "False",
        },
        "_ask_again": {"rev in meeting.asked_for": "False"},
    },
    "client.offering": {
        "_acknowledge": {
            "result.status == 'applied' and row.sent_once and (not meeting.restored)": "False",
        },
    },
    "client.profile": {
        "trusted": {"self.verified is not None": "True", "self.ended is None": "True"},
        "_same_keys": {"all((one.get(name) == other.get(name) for name in ('enc', 'sig', 'verified')))": "True"},
        "_over_if_any": {"head.get('ended')": "False"},
        "_pin": {"verified in VERIFIED": "True"},
    },
    "client.rows": {"heads": {"row.body is not None or not row.hollow": "True"}},
    "client.sharing": {"_pinned_enc": {"keys.thumbprint(enc) == pin.enc": "True"}},
    "client.taking": {
        "take": {"range(place + 1, served.seq)": "range(0)"},
        "check_emptied": {"explained(row, meeting.store.item(row.item))": "True"},
    },
}  # fmt: skip
"""By module and function: a condition, and what stands in its place when it is taken out."""

ENTRIES = {"client.ck1.grants": {"_check_agreement": ("expected", "outside")}}
"""Tables of what has to agree: each line of them is a check."""

UNLESS = {
    "client.ck1.tokens": {
        "open_signed": {
            "jws.deserialize_compact(token, key, algorithms=[shape.fixed['alg']])": "jws.extract_compact(token.encode())",
        },
    },
}
"""What a library proves by not failing, and how the same is had without any proof."""
