"""Handing a copy to a coach: meeting, giving, taking back, and what the ledger says of it; and the coach's side."""
