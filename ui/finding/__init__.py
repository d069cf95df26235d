"""Finding anything by a few letters, and every other place of the same words."""
