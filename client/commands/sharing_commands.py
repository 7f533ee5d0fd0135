"""The commands about sharing: what each asks for, does and says."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime

from client.commands.telling import notice, saved, say, sync_if_possible, sync_quietly
from client.device import Client
from client.sharing import coaching, giving, pairing
from client.sharing.giving import Terms
from client.sharing.pairing import Paired

LEAD = "This coach leads the agent's own team; the work place allows it. Both of you can say no."


def invite(client: Client, options: argparse.Namespace) -> None:
    say(pairing.invite(client, by_link=options.by_link))
    notice(
        "Show it in the room, or send it in the fragment of a link. It is good for one person and for seven days."
    )


def pin(client: Client, options: argparse.Namespace) -> None:
    _pinned(pairing.pin(client, options.code, name=options.name, by_link=options.by_link))
    sync_if_possible(client)


def accept(client: Client, options: argparse.Namespace) -> None:
    found = pairing.accept(client, name=options.name)
    for paired in found:
        _pinned(paired)
    if not found:
        say("Nobody has accepted an invitation yet.")
    sync_if_possible(client)


def safety_number(client: Client, options: argparse.Namespace) -> None:
    say(pairing.safety_number(client, options.person))
    if options.same:
        pairing.mark_same(client, options.person)
        notice("Verified: from now on you can share.")
        sync_if_possible(client)
    else:
        notice("Read it to each other. If it is the same: safety-number ID --same.")


def end_pairing(client: Client, options: argparse.Namespace) -> None:
    pairing.end(client, pairing.pin_of(client, options.person).person)
    say("Ended. What was shared is served no more.")


def share(client: Client, options: argparse.Namespace) -> None:
    terms = Terms(options.days, options.purpose, options.backup, tuple(options.without))
    coach = pairing.verified_pin(client, options.coach)
    shown = giving.notice_lines(client, coach.person, terms.days)
    for line in shown:
        notice(line)
    copy = giving.share(client, options.item, coach.person, terms)
    words = next(item.words for item in client.items("copy") if item.item == copy)
    if options.json:
        told = {"copy": copy, "coach": coach.person, "days": terms.days, "words": words, "notice": shown}
        say(json.dumps(told, ensure_ascii=False, indent=1))
        if not options.offline:
            sync_quietly(client)
    else:
        saved(client, copy, offline=options.offline)


def take_back(client: Client, options: argparse.Namespace) -> None:
    giving.take_back(client, options.copy)
    say("From now on it cannot be opened. What was read cannot be unread.")
    if not options.offline:
        sync_if_possible(client)


def ledger(client: Client, options: argparse.Namespace) -> None:
    sync_quietly(client)
    events = giving.events(client)
    if options.json:
        say(json.dumps(list(events), ensure_ascii=False, indent=1))
        return
    for event in events:
        rest = {
            name: value for name, value in event.items() if name not in ("n", "own", "on", "event", "sha")
        }
        say(
            f"{event['n']:>4}  {event['on']}  {event['event']}  {' '.join(f'{k} {v}' for k, v in rest.items())}"
        )


def inbox(client: Client, options: argparse.Namespace) -> None:
    found = coaching.inbox(client)
    if options.json:
        say(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        marks = [
            word
            for word, holds in (("backup", one.backup), ("opened", one.opened), ("answered", one.answered))
            if holds
        ]
        say(f"{one.shared_on}  {one.item}  {one.name}  {', '.join(marks)}".rstrip())
    if not found:
        say("Nothing shared right now. That is fine, and it says nothing about your team.")


def read(client: Client, options: argparse.Namespace) -> None:
    name, opened = coaching.read(client, options.copy)
    until = datetime.fromtimestamp(opened.terms.valid_until, UTC).date().isoformat()
    if options.json:
        say(json.dumps({"name": name, "words": opened.words, "until": until}, ensure_ascii=False, indent=1))
    else:
        told = {key: value for key, value in opened.words.items() if key not in ("v", "text")}
        say(f"{name}, until {until}: {', '.join(f'{key} {value}' for key, value in told.items())}")
        say(str(opened.words.get("text") or ""))


def reply(client: Client, options: argparse.Namespace) -> None:
    text = sys.stdin.read().rstrip("\n") if options.text == "-" else options.text
    coaching.reply(client, options.copy, text, kind=options.kind, state=options.state, record=options.record)
    say("Sent.")


COMMANDS: dict[str, Callable[[Client, argparse.Namespace], None]] = {
    "invite": invite,
    "pin": pin,
    "accept": accept,
    "safety-number": safety_number,
    "end-pairing": end_pairing,
    "share": share,
    "take-back": take_back,
    "ledger": ledger,
    "inbox": inbox,
    "read": read,
    "reply": reply,
}


def _pinned(paired: Paired) -> None:
    pin = paired.pin
    say(f"Paired with {pin.name}: {pin.person}")
    if paired.lead:
        notice(LEAD)
    if not pin.verified:
        notice("Not verified yet: compare the safety number before anything is shared.")
