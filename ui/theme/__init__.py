"""Colours, lengths, fonts and icons; knows no project."""
