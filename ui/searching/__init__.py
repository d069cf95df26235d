"""The page on which all articles are searched."""
