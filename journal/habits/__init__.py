"""What a person wants to do again and again, on which days, and how that goes."""
