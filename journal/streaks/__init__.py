"""Counting days: pure rules, with no table, no clock and no Django.

From instants to days: `day` (which day an instant belongs to) · `closing` (when a day ends, how much of it was lived)
· `filing` (which day a writing fills) · `history` (all of it at once, as a device sees it).
From days to numbers: `marks` (a set of days) · `schedules` (what is expected) · `stream` (what is counted) · `tally`
(a run and its pauses) · `daily`, `weekly`, `strength` (how) · `answer` (all at once). The server needs this half only.
`frontend/src/streaks/` holds the same rules under the same names; `tests/contract/streaks.json` holds both still.

The rules, by the names they have in comments. Everything is computed from facts and nothing is ever incremented; one
more entry never lowers a number; a setting changes how the days to come are read, never those that have closed.

J1 journal day: the date on the wall, minus one before the day's start · J2 an entry linked to a shift belongs to the
day the shift began · J3 the person may choose another day, not a later one · J4 it fills that day if written on it or
within two days after · J5 today is never before the latest written day · J6 a day closes at the day's start on the
next date · J7 a day of which fewer than 12 hours were lived is not expected · J8 a change of zone holds from its
instant on.
C1 the writing instant is corrected by the server's clock if the device's is off by more than five minutes · C2 an
entry counts for when it was written, whenever it arrives.
S1 patterns · S2 of the schedule's versions in effect on a day the one made last holds, and none before it was made ·
S3 days off reach two days back · S4 what is not expected is never missed, and written on it counts.
"""
