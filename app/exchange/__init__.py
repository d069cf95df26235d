"""Formats that articles and annotations travel in, one per file."""
