export const people = {
  "account.email": "E-mail",
  "account.password": "Password",
  "account.password-hint": "Ten letters or more. A few words in a row work well.",
  "account.show": "Show the password",
  "account.hide": "Hide the password",
  "account.reset-truth":
    "Resetting your password does not open your journal. Your recovery code does.",

  "sign-up.title": "Keep it safe",
  "sign-up.lead":
    "With an account, a sealed copy waits for you if this phone breaks. The server cannot read it.",
  "sign-up.act": "Make my account",
  "sign-up.age": "Made for people aged 16 and over who work with customers.",
  "sign-up.have": "I have an account",

  "sign-in.title": "Sign in",
  "sign-in.lead": "What you wrote on this phone stays.",
  "sign-in.act": "Sign in",
  "sign-in.new": "Make a new account",

  "code.title": "Your recovery code",
  "code.lead":
    "This code opens your journal on another phone. We do not have it. Write it on paper, or keep it with your passwords.",
  "code.once": "It is shown this one time. You can make a new one in Me.",
  "code.label": "Recovery code",
  "code.copied": "Copied. Paste it where you keep passwords.",
  "code.not-copied": "Copying did not work here. Please write it down.",
  "code.have-it": "I have it",
  "code.check-title": "Two groups, to be sure",
  "code.check-lead": "Type these two from what you wrote down.",
  "code.group": "Group {n}",
  "code.check": "Check",
  "code.no-match": "That is not what the code says. Look once more, nothing is lost.",
  "code.see-again": "Show the code again",
  "code.later": "Check later",
  "code.right": "Right. This code opens your journal.",
  "code.safe": "Your way back is checked.",
  "code.gone": "The code is not shown a second time",
  "code.gone-body": "If you did not keep it, make a new one. The old one then stops working.",
  "code.new": "Make a new code",

  "unlock.title": "Unlock this phone",
  "unlock.lead":
    "You are signed in. To open what you wrote elsewhere, type your recovery code once.",
  "unlock.hint": "8 groups of 4. Spaces and small letters are fine.",
  "unlock.act": "Open my journal",
  "unlock.later": "Not now. I can still write here.",
  "unlock.no-code": "No code at hand",
  "unlock.no-code-body":
    "Look in Me on a phone that is still open: it can show a new code. Until then, new entries are kept on this phone.",

  "before.title": {
    one: "{n} entry was written here before sign-in. Yours?",
    other: "{n} entries were written here before sign-in. Yours?",
  },
  "before.body":
    "If they are yours, they join your journal. If not, they stay locked on this phone.",
  "before.yes": "Yes, they are mine",
  "before.no": "No, not mine",
  "before.notice": {
    one: "{n} entry from before sign-in waits for your answer.",
    other: "{n} entries from before sign-in wait for your answer.",
  },
  "before.look": "Answer",

  "me.title": "Me",
  "me.account": "Account",
  "me.no-account": "No account yet. What you write is on this phone only.",
  "me.make-account": "Keep it safe",
  "me.have-account": "Sign in",
  "me.signed-in": "Signed in as",
  "me.ways-back": "Ways back",
  "me.ways-confirmed": "Your recovery code is checked. It opens your journal on another phone.",
  "me.ways-unconfirmed": "Your recovery code is not checked yet. Do you have it?",
  "me.ways-none": "Only on this phone. If it breaks, nobody can bring the words back.",
  "me.new-code": "Show a new code",
  "me.new-code-hint": "The old one works until you have checked the new one.",
  "me.time": "Time and language",
  "me.language": "Language",
  "me.language-en": "English",
  "me.zone": "Time zone",
  "me.zone-here": "{zone}, as on this phone",
  "me.day-start": "My day starts at",
  "me.day-start-hint": "What you write before this hour belongs to the day before.",
  "me.time-needs-account": "Kept with your account, once there is one.",
  "me.saved": "Kept.",
  "me.server": "What the server knows",
  "me.server-line": "The server knows when, never what. See every row it holds about you.",
  "me.server-look": "Show me",
  "me.about": "About this journal",
  "me.sign-out": "Sign out",
  "me.sign-out-title": "Sign out on this phone?",
  "me.sign-out-safe":
    "Everything is safe on the server. To read it here again you need your recovery code.",
  "me.sign-out-unsent": {
    one: "{n} entry is not on the server yet. Send it first, or it goes with the sign-out.",
    other: "{n} entries are not on the server yet. Send them first, or they go with the sign-out.",
  },
  "me.sign-out-no-code":
    "Your recovery code is not checked. Without it nobody can open your journal again, not even you.",
  "me.stay": "Stay signed in",

  "knows.title": "What the server knows",
  "knows.lead":
    "These are the rows it holds about you, as they are. Your words, triggers, feelings and how big it was are sealed on your phone and are not in them.",
  "knows.none": "There is no account, so the server knows nothing about you.",
  "knows.empty": "No row here.",
  "knows.rows": { one: "{n} row", other: "{n} rows" },
  "knows.yes": "yes",
  "knows.no": "no",
  "knows.nothing": "nothing",

  "about.title": "About this journal",
  "about.what": "What it is",
  "about.what-body":
    "A journal with small exercises. It is not a doctor, not therapy, and not an emergency service. Nobody watches your entries.",
  "about.doctor":
    "If low mood, fear, or bad sleep last more than two weeks, or get in the way of your life, please talk to a doctor or another trained person.",
  "about.work":
    "This app cannot fix bad working conditions. If work is the problem, the problem is not you.",
  "about.report":
    "Writing here is not a report. If you want your work place to act, use its official way.",
  "about.private": "Who can read it",
  "about.private-body":
    "Your words, triggers, feelings and how big it was are sealed on your phone before anything is sent. The server knows when, never what.",
  "about.sees": "What the server can see",
  "about.sees-1": "that you have an account, and its e-mail address",
  "about.sees-2": "the days you sync, and the times and addresses of signing in",
  "about.sees-3": "how many items of which kind there are on which day, and their rough size",
  "about.sees-4": "work days and days off, if you enter them",
  "about.sees-5": "with whom a copy is shared and until when, if you share one",
  "about.limits": "What sealing cannot do",
  "about.limits-body":
    "It cannot stop an employer who changes this app on purpose, or who controls your phone. It makes that hard to hide.",
  "about.age": "Made for people aged 16 and over who work with customers.",
} as const;
