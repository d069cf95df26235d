"""How large the letters stand and how wide the column: the actions that change it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ui.reading.article_pane import ArticlePane
from ui.reading.column import USUAL, narrower, wider
from ui.reading.desk_actions import DeskActions

_ZOOM_STEP = 10
_USUAL_ZOOM = 100


class TextSizes(QObject):
    """Changes a pane's zoom and column; `advised` says so where there is nothing to change."""

    advised = Signal(str)

    def __init__(self, pane: ArticlePane, keys: DeskActions, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        for action, change in (
            (keys.zoom_in, lambda: pane.set_zoom(pane.zoom + _ZOOM_STEP)),
            (keys.zoom_out, lambda: pane.set_zoom(pane.zoom - _ZOOM_STEP)),
            (keys.zoom_reset, lambda: pane.set_zoom(_USUAL_ZOOM)),
            (keys.wider, self._widen),
            (keys.narrower, self._narrow),
            (keys.usual_column, lambda: self._set_column(USUAL)),
        ):
            action.triggered.connect(change)

    def kept(self) -> Mapping[str, int]:
        """Return both, in per cent, by the names they are remembered by."""
        return {"zoom": self._pane.zoom, "column": self._pane.column}

    def take(self, sizes: Mapping[str, int]) -> None:
        """Let letters and column stand as they were remembered."""
        self._pane.set_zoom(sizes.get("zoom", self._pane.zoom))
        self._pane.set_column(sizes.get("column", self._pane.column))

    def _widen(self) -> None:
        width = wider(self._pane.column, fullest=self._pane.fullest_column)
        if width is None:
            self.advised.emit(self.tr("The words fill the whole width already."))
        else:
            self._set_column(width)

    def _narrow(self) -> None:
        width = narrower(self._pane.column, fullest=self._pane.fullest_column)
        if width is None:
            self.advised.emit(self.tr("The column cannot be narrower."))
        else:
            self._set_column(width)

    def _set_column(self, percent: int) -> None:
        self._pane.set_column(percent)
        self.advised.emit(self.tr("Column {0} %").format(percent))
