"""Searching all articles, through an index that lies outside the project and can be made again."""
