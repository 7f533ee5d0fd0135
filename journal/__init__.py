"""The domain: what a person keeps, and who may read it. Knows no HTTP."""
