/** What the screens of confirming, leaving, devices and ways back say. */
export const ways = {
  "mail.title": "A code is on its way",
  "mail.sent": "We sent a code to {email}.",
  "mail.sent-somewhere": "We sent a code to your e-mail address.",
  "mail.lead": "What you wrote stays on this phone meanwhile.",
  "mail.code": "Code from the mail",
  "mail.code-hint": "Small letters and spaces are fine.",
  "mail.act": "Go on",
  "mail.again": "Send it again",
  "mail.sent-again": "Sent again. It can take a minute.",
  "mail.none": "No mail?",
  "mail.none-body":
    "Look among the unwanted mail. If you had an account already, the mail says so, and you can sign in instead.",
  "shared.label": "This is a shared computer",
  "shared.hint":
    "Nothing is kept here. All of it is gone from this computer when you close the page.",
  "leave.title": "Sign out on this phone?",
  "leave.safe":
    "Everything is safe on the server. To read it here again you need your recovery code.",
  "leave.unsent": {
    one: "{n} entry is not on the server yet.",
    other: "{n} entries are not on the server yet.",
  },
  "leave.unsent-shared": "When you sign out, they are gone: this computer keeps nothing.",
  "leave.unsent-kept":
    "They can stay on this phone, locked. Sign in here again, type your code, and they are sent.",
  "leave.keep": "Sign out, keep them locked here",
  "leave.take": "Save them to a file",
  "leave.take-hint": "Anybody who has the file can read it.",
  "leave.taken": "The file is in your downloads.",
  "leave.discard": "Sign out and throw them away",
  "leave.discard-body": "They are on no other phone. Nobody can bring them back.",
  "leave.no-code": "First, your way back",
  "leave.no-code-body":
    "Without a checked recovery code nobody can open your journal again, not even you. It takes a minute.",
  "leave.show-code": "Show me a code",
  "leave.without-code": "Sign out without a way back",
  "leave.without-code-body":
    "Unless another phone of yours is still open, your journal stays shut for good.",
  "leave.type": "To be sure, type: {word}",
  "leave.word-discard": "throw away",
  "leave.word-lose": "no way back",
  "leave.stay": "Stay signed in",
  "leave.act": "Sign out",
} as const;
