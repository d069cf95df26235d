"""The start page: open, make and return to projects."""
