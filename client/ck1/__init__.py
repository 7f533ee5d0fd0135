"""ck1: the first sealing format, in Python.

Once shipped, nothing in this folder is edited: a later format is a new folder beside it. The modules know neither
the network nor the disk nor the clock.

keys       root, vault key, P-256 keys, thumbprints
bodies     the words of one revision under a key of its own
slots      the owner's access to that key
keybags    the account's private keys under the vault key, and what it remembers of earlier roots
recovery   the code on paper, and the root wrapped for it
link       the root on its way to a second device
keycards   the account's public keys, signed
grants     a reader's access to one copy
consents   a person's signed word that a reader may
replies    a reader's words about one copy
invites    how two people come to hold each other's keys
safety     the number two people compare
ledger     what became of all this, as a chain
tokens     what all of these are made of: strict JOSE compact serialization
encoding   strict base64url and strict JSON
"""
