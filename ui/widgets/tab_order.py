"""The order in which Tab goes through a window: as one reads, however its parts came into being."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusPolicy.TabFocus.value


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what takes the focus by Tab within `root`, row by row; what stands together stays so.

    Found anew every time, since labels, chips and pages come and go; Qt would go through all in
    the order in which they were made.
    """
    stops = [root] if _takes_focus(root) else []
    for child in _in_rows(root):
        stops += tab_stops(child)
    return stops


def pass_focus(root: QWidget, *, onward: bool) -> bool:
    """Give the focus to the next stop within `root`, or to the one before; False without any."""
    stops = tab_stops(root)
    if not stops:
        return False
    here = root.focusWidget()
    at = stops.index(here) if here in stops else (-1 if onward else 0)
    reasons = Qt.FocusReason
    reason = reasons.TabFocusReason if onward else reasons.BacktabFocusReason
    stops[(at + (1 if onward else -1)) % len(stops)].setFocus(reason)
    return True


def _takes_focus(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy().value & _TAB)
        and widget.focusProxy() is None
        and widget.isEnabled()
    )


def _in_rows(parent: QWidget) -> list[QWidget]:
    """Return the children that are seen, from top to bottom and in each row from its beginning."""
    children = [
        child
        for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow()
    ]
    children.sort(key=lambda child: child.geometry().top())
    rows: list[list[QWidget]] = []
    for child in children:
        if rows and _is_beside(rows[-1][0].geometry(), child.geometry()):
            rows[-1].append(child)
        else:
            rows.append([child])
    mirrored = parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for row in rows:
        row.sort(key=lambda child: child.geometry().left(), reverse=mirrored)
    return [child for row in rows for child in row]


def _is_beside(one: QRect, other: QRect) -> bool:
    """Tell whether two parts stand in one row: they share over half of the lower one's height."""
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top()) + 1
    return 2 * shared > min(one.height(), other.height())
