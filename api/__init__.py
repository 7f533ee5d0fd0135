"""HTTP: translate in, one call into the journal, translate out. No table, no rule."""
