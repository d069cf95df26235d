"""Agreement: figures that a lead can trust, each of which leads to the words behind it."""
