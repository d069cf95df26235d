"""Everything Galley knows, without a screen."""
