"""Where the checks of the Python client are. Conditions that lead to a `raise` are found by themselves; what decides in
another way stands here by its own words, with what it comes to once it is taken out."""

CK1 = (
    "bodies", "consents", "encoding", "grants", "invites", "keybags", "keycards", "keys", "ledger", "link",
    "recovery", "replies", "slots", "tokens",
)  # fmt: skip
DECIDERS = {
    "commands.telling": ("raise_alarms",),
    "feeds.checking": ("checked", "explained", "_beside", "_proved", "_emptied", "_row_of_header"),
    "feeds.comparing": ("same_set", "_ask_again"),
    "feeds.feed": ("push", "_checked", "_served"),
    "feeds.offering": ("_acknowledge",),
    "feeds.rows": ("heads",),
    "feeds.taking": ("take", "check_emptied"),
    "keys.pending": ("prepare", "_adopt", "_check_last"),
    "keys.rotation": ("rotate",),
    "people.profile": ("trusted", "_same_keys", "_over_if_any", "_pin"),
    "sharing.coaching": ("_pin", "_kept_key", "_enc_of"),
    "sharing.giving": ("_pinned_enc", "_fetched_enc"),
    "sharing.ledger": ("_followed",),
    "sharing.mailbox": ("words",),
    "sharing.pairing": ("pin", "verified_pin", "present_keys"),
}
"""Elsewhere only these functions decide what is believed; the others refuse what a person asked for, or read answers."""

FUNCTIONS = {f"client.{name}": functions for name, functions in DECIDERS.items()}
MODULES = (*(f"client.ck1.{name}" for name in CK1), *FUNCTIONS)

READING = ("answer.status", "isinstance(", "not isinstance(", "not all((isinstance(", "not cards")
"""How conditions begin that only ask whether an answer can be read at all; in the format itself they count."""

CALLS = {
    "check", "check_ephemeral", "public_key", "check_reply", "whole_member", "_check", "_check_names",
    "_check_agreement", "_check_last",
}  # fmt: skip
"""Functions whose whole work is to refuse: a call that stands alone is a check of its own."""

DECIDING: dict[str, dict[str, dict[str, str]]] = {
    "client.feeds.checking": {
        "explained": {
            "hollow.rev in ancestors(row, item)": "True",
            "row.kind == hollow.kind": "True",
            "None in (hollow.written, row.written) or hollow.written == row.written": "True",
            "row.is_tombstone and row.body is not None": "True",
        },
    },
    "client.sharing.coaching": {
        "_kept_key": {"keys.thumbprint(one) == pin.sig": "True"},
        "_enc_of": {"keys.thumbprint(enc) == pin.enc": "True"},
    },
    "client.feeds.comparing": {
        "same_set": {
            "page.digest == digest_of(_places(meeting.store))": "True",
            "not lost": "True",
            "here.get(rev) != seq": "False",
            "not gone and (not missing)": "False",
        },
        "_ask_again": {"rev in meeting.asked_for": "False"},
    },
    "client.feeds.offering": {
        "_acknowledge": {
            "result.status == 'applied' and row.sent_once and (not meeting.restored)": "False",
        },
    },
    "client.people.profile": {
        "trusted": {"self.verified is not None": "True", "self.ended is None": "True"},
        "_same_keys": {"all((one.get(name) == other.get(name) for name in ('enc', 'sig', 'verified')))": "True"},
        "_over_if_any": {"head.get('ended')": "False"},
        "_pin": {"verified in VERIFIED": "True"},
    },
    "client.feeds.rows": {"heads": {"row.body is not None or not row.hollow": "True"}},
    "client.sharing.giving": {"_pinned_enc": {"keys.thumbprint(enc) == pin.enc": "True"}},
    "client.feeds.taking": {
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
