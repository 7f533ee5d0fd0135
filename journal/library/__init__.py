"""Our own words, as data: triggers, feelings, techniques, prompts, drills, goal templates, help lines.

`data/<language>/` holds what is served and what the app bundles, word for word the same.
A further language is a folder with every file of `data/en`: the same ids, numbers and order, every text said anew; until
the last file is there it is not offered. Its notice in `sharing.json` names its own language, and consents name it by its
hash. `tests/journal/library/tones.py` wants to know what it never says, and `test_notices.py` the hash of its notice.
`review/<language>/` holds what waits for a person to check it; nothing reads it but that person.
"""
