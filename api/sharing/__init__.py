"""`pairings/`, `copies/`, `inbox/` and `ledger/`: the only way a coach reads anything."""
