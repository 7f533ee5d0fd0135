"""`notes/`: what is kept beside the journal."""
