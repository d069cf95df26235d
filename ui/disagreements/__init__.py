"""Disagreements: the cases behind a figure of agreement, one by one."""
