"""Counting days: pure rules, with no table, no clock and no Django.

From instants to days: `day` (which day an instant belongs to) · `closing` (when a day ends, and how much of it was
lived) · `filing` (which day a writing fills) · `history` (all of it at once, as a device sees it).
From days to numbers: `marks` (a set of days) · `schedules` (what is expected) · `stream` (what is counted) ·
`daily`, `weekly`, `strength` (how) · `answer` (the three together). The server needs only this half.

`frontend/src/streaks/` holds the same rules under the same names, and `tests/contract/streaks.json` holds both still.
The rules are numbered as people speak of them: J days, C clocks, S schedules.
"""
