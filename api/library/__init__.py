"""Our own words over HTTP: public, read-only, by language."""
