/** What is said where something that came back is not right: by the code of the alarm. */
export const alarms = {
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
  "alarm.broken-ledger": {
    one: "The list of who opened what was changed on the server.",
    other: "The list of who opened what was changed on the server.",
  },
  "alarm.rolled-back": {
    one: "The server shows an older state than this phone has seen.",
    other: "The server shows an older state than this phone has seen.",
  },
} as const;
