"""What lies inside the seal, checked before it is sealed: entries, notes, habits and goals; and the days they belong to."""
