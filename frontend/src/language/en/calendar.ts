/** What a calendar says, whatever it is a calendar of. */
export const calendar = {
  "month.before": "The month before",
  "month.after": "The month after",
  "moment.other-day": "Other day",
  "moment.chosen": "chosen",
  "moment.time": "Time",
} as const;
