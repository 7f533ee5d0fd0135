"""Our own words, as data: triggers, feelings, techniques, prompts, drills, goal templates, help lines.

`data/<language>/` holds what is served and what the app bundles, word for word the same.
`review/<language>/` holds what waits for a person to check it; nothing reads it but that person.
"""
