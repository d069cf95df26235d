"""Small things to build pages from; none of them knows a project."""
