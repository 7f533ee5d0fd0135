"""Sharing is a copy: invitations, consents, grants, replies, the ledger. The only way a coach reads anything."""
