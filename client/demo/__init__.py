"""The people of the demo, written through the real API as any device writes them."""
