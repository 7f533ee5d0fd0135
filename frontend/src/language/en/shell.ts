export const shell = {
  "app.name": "Aftershift",
  "app.help": "Get help now",
  "app.skip": "Go to the page",
  "nav.label": "Main",
  "nav.today": "Today",
  "nav.journal": "Journal",
  "nav.me": "Me",
  "nav.back": "Back",
  "nav.back-to": "Back to {place}",

  "act.close": "Close",
  "act.next": "Next",
  "act.go-on": "Go on",
  "act.save": "Save",
  "act.cancel": "Cancel",
  "act.done": "Done",
  "act.try-again": "Try again",
  "act.later": "Later",
  "act.copy": "Copy",
  "act.copied": "Copied",
  "act.more": "More words",
  "act.working": "One moment …",

  "state.loading": "Opening your journal …",
  "state.saving": "Saving …",
  "state.saved": "Saved on this phone",
  "state.safe": "Safe on the server",
  "state.only-you": "Only you can read this.",
  "state.only-here": "Only on this phone",
  "state.keep-safe": "Keep it safe",
  "state.waiting": {
    one: "{n} entry waits on this phone",
    other: "{n} entries wait on this phone",
  },
  "state.working": "Sending, sealed …",
  "state.offline": "No connection. It goes out by itself later.",
  "state.busy": "The server is busy. It goes out by itself later.",
  "state.sign-in-needed": "Sign in again to send it. Nothing is gone.",
  "state.sign-in": "Sign in",
  "state.locked": "This phone is not unlocked yet. You can write; it is kept here.",
  "state.unlock": "Unlock with the code",
  "state.stopped": "Sending has stopped. Your words are kept on this phone.",
  "state.update-needed": "A newer version is needed to send. Your words are kept on this phone.",
  "state.send-now": "Send now",

  "update.ready": "A new version is ready. Nothing you wrote is touched.",
  "update.take": "Update now",

  "not-found.title": "Nothing here",
  "not-found.body": "This address leads nowhere. Your journal is where you left it.",
  "not-found.home": "Go to Today",

  "broken.title": "This page tripped",
  "broken.body": "What was saved is still on this phone. Opening the page again often helps.",
  "broken.again": "Open it again",
  "broken.start": "This browser does not let the journal open",
  "broken.start-body":
    "Nothing you wrote before is changed. Close other tabs of this journal, then open it again.",

  "memory.title": "This browser cannot keep what you write",
  "memory.body":
    "It is gone when you close this page. A normal window, not a private one, usually can.",

  "alarm.title": "Something is wrong with what came back",
  "alarm.next": "Nothing on this phone was changed. Please show this to somebody who can help.",
  "alarm.does-not-open": {
    one: "{n} entry from the server does not open with your key.",
    other: "{n} entries from the server do not open with your key.",
  },
  "alarm.swapped": {
    one: "{n} entry came back with other words than yours. We did not take it.",
    other: "{n} entries came back with other words than yours. We did not take them.",
  },
  "alarm.forged": {
    one: "{n} entry was not made by you. We did not take it.",
    other: "{n} entries were not made by you. We did not take them.",
  },
  "alarm.withheld": {
    one: "{n} entry that the server had is not given back.",
    other: "{n} entries that the server had are not given back.",
  },
  "alarm.emptied-without-tombstone": {
    one: "The words of {n} entry are gone from the server, and you did not delete them.",
    other: "The words of {n} entries are gone from the server, and you did not delete them.",
  },
  "alarm.replayed-generation": {
    one: "{n} entry came back under an old key. We did not take it.",
    other: "{n} entries came back under an old key. We did not take them.",
  },
  "alarm.rolled-back": {
    one: "The server shows an older state than this phone has seen.",
    other: "The server shows an older state than this phone has seen.",
  },
  "attention.title": {
    one: "{n} entry was not taken by the server",
    other: "{n} entries were not taken by the server",
  },
  "attention.body": "The words are kept on this phone. We try again after an update.",

  "look.title": "Light or dark",
  "look.auto": "By the hour",
  "look.auto-hint": "Dark from 8 in the evening to 6 in the morning",
  "look.light": "Paper",
  "look.dark": "Night",
} as const;
