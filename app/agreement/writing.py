"""How figures are written, alike in the window, in tables and on paper: .710, −.052, 1.000, –."""

NONE = "–"


def figure(value: float | None) -> str:
    """Return a coefficient or a share with three digits: .710, −.052, 1.000."""
    if value is None:
        return NONE
    digits = f"{abs(value):.3f}".removeprefix("0")
    return signed(f"-{digits}" if value < 0 else digits)


def decimal(value: float | None, digits: int = 1) -> str:
    """Return an amount with so many digits."""
    return NONE if value is None else signed(f"{value:,.{digits}f}")


def difference(value: float | None, digits: int = 1) -> str:
    """Return an amount with so many digits and its sign, + too; none before nothing but zeros."""
    if value is None:
        return NONE
    told = signed(f"{value:,.{digits}f}")
    return f"+{told}" if value > 0 and told.strip("0.,") else told


def share(value: float | None) -> str:
    """Return a share as a percentage."""
    return NONE if value is None else f"{value:.0%}".replace("%", " %")


def signed(digits: str) -> str:
    """Return digits with a proper minus, and none before nothing but zeros."""
    if not digits.startswith("-"):
        return digits
    return f"−{digits[1:]}" if digits.strip("-.,0") else digits[1:]
