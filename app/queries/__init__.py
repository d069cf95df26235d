"""What can be asked of a project, one question per file; answers are frozen values."""
