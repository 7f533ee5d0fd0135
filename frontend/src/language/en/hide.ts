/** What is said where something written looks like a customer's number. */
export const hide = {
  "hide.found": "This looks like a customer's number or address. Shall we hide it?",
  "hide.yes": "Hide it",
  "hide.no": "Leave it",
  "hide.done": "Hidden. Only dots are kept.",
  "hide.undo": "Put it back",
} as const;
