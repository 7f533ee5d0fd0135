"""What a person keeps beside the journal: proof, phrases, facts, follow-ups, tools and triggers of their own."""
