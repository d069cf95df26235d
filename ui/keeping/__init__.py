"""Keeping: backups made while somebody works, and the way back to one of them."""
