/** What is said around a prompt. */
export const prompts = {
  "prompt.today": "A question for today",
  "prompt.another": "Another one",
  "prompt.answer": "Your answer",
  "prompt.choose": "Choose one",
  "prompt.keep": "Keep it",
  "prompt.kept": "It is in your journal.",
  "prompt.kept-look": "Look at it",
  "prompt.proof": "Into my proof file too",
  "prompt.proof-kept": "It is in your journal, and in your proof file.",
  "prompt.tool": "Words can wait. A tool may be kinder now.",
  "prompt.tools": "To my tools",
} as const;
