"""The command line: words that open the window, and verbs that need none."""
