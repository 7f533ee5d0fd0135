/** What is said when somebody leaves. */
export const leaving = {
  "leaving.title": "Leave and erase",
  "leaving.here": "This phone forgets everything now.",
  "leaving.shared": "What you shared is closed now.",
  "leaving.server":
    "The server erases your account and everything in it in seven days. Until then you can sign in and stay; your recovery code opens your words again.",
  "leaving.backups": "You do not come back with a backup of the server.",
  "leaving.other-phones": "Another phone of yours keeps its sealed copy until you erase it there.",
  "leaving.keep-first": "If there are words you want to keep, copy them out first.",
  "leaving.password": "Your password",
  "leaving.act": "Erase everything",
  "leaving.not-now": "Not now",
  "leaving.only-here": "Everything you wrote is on this phone and nowhere else.",
  "leaving.nobody-brings-back": "All of it goes, at once. Nobody can bring it back.",
  "leaving.word": "erase",
  "leaving.is-leaving": "Your account is erased on {day}",
  "leaving.may-stay":
    "Until then everything of yours is still here. What you shared has ended, and can be shared anew.",
  "leaving.stay": "Stay after all",
  "leaving.look": "See what happens",
  "leaving.gone": "It is done",
  "leaving.gone-until":
    "This phone holds nothing of yours. The server erases the rest on {day}. If you change your mind, sign in before then.",
  "leaving.gone-here": "This phone holds nothing of yours any more.",
  "leaving.farewell": "Go well. You can begin again whenever you like.",
  "leaving.home": "To the first page",
} as const;
