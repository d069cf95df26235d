"""Settling: the page on which is decided what merging left open."""
