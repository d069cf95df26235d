"""How a project is kept: one SQLite file, one history, and tables that show its newest state."""
