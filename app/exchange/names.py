"""Which names of labels are taken in: visible ones that cannot pose as others."""

from app.domain.characters import hidden_in


def trouble_with_name(name: str, *, limit: int) -> str:
    """Say what is wrong with `name`, which may have `limit` code points; empty if nothing is."""
    if not name.strip():
        return "it is empty."
    if len(name) > limit:
        return f"it is longer than {limit} characters."
    if hidden := hidden_in(name):
        return f"it holds the invisible character U+{ord(hidden):04X}."
    return ""
