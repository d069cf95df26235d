"""What a person sees and does: the window, its pages and their widgets."""
