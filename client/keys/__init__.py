"""The account's keys: the vault, and new keys after a device was lost."""
