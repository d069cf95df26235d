"""Bundles in the window: handing out, handing in, and receiving work that came back."""
