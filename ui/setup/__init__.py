"""Pages and dialogs that set a project up: its labels and its guideline."""
