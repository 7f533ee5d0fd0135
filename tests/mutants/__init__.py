"""Each check of the verifier taken out, one at a time: some test has to fail.

A check is a place in the source where something is refused that does not hold. Both sides of the verifier are read by
their syntax trees (`python_side`, `typescript_side.mjs`), each check gets a name out of its file, its function and its
own words, and the tests are run again without it, beginning with those in which it was what refused something.

`python -m tests.mutants` runs all and prints the list; with `--write` it writes it into `docs/verifier.md`.
"""
