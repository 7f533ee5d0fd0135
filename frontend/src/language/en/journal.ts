/** What the journal says: its list, what is found in it, and what an entry was before. */
export const journal = {
  "journal.patterns": "See patterns",
  "journal.title": "Journal",
  "journal.empty": "Nothing here yet, and that is fine.",
  "journal.empty-body": "What you set down on Today is kept here, by day.",
  "who.only-you": "Only you",
  "who.copies": "You, and {names} by a copy",
  "earlier.title": "What it was before",
  "earlier.lead": "Kept with the entry, sealed like it, until you delete it.",
  "earlier.first": "As it was first written",
  "earlier.changed": "Changed {when}",
  "earlier.before": "Before that",
  "earlier.joined": "One of two that were joined",
  "earlier.day": "It stood on {day}",
  "earlier.unsent": "Only on this phone so far",
  "earlier.again": "Take these words again",
  "earlier.taken": "Taken again. What stood there before is kept below.",
} as const;
