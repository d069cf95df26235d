"""The verbs, one noun per file: every way that stored data can change."""
