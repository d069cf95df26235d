"""Progress: what a lead oversees, by article, person and day."""
