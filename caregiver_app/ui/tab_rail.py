"""The tabs down the left side: icon and level words, one tab stop, arrows up and down."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme

# The values of Qt's flags AlignVCenter, AlignLeft and TextShowMnemonic; see `complete` for why they are not named.
_LEVEL_LEFT_WITH_MNEMONIC = 0x80 | 0x01 | 0x800


USUAL, LOWEST = 52, 28


class TabRail(QTabBar):
    """Paints each tab itself. Where the window is too narrow for words it shows icons with tooltips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: list[str] = []
        self._icons_only = self._whole = self._asked = False
        self._tab_height = theme.px(USUAL)
        self._widest: int | None = None
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)

    def set_icons(self, names: list[str]) -> None:
        """The icon of each tab in order."""
        self._icons = names

    def complete(self) -> None:
        """From the second paint on, icons and the mark of the chosen tab are drawn too.

        Pens and brushes make Python build all of Qt's enumerations, a tenth of the time to the first paint.
        """
        self._whole = True
        self.update()

    def show_icons_only(self, only: bool) -> None:  # a state, as in Qt's setters
        """Leave the words away, or bring them back."""
        if only != self._icons_only:
            self._icons_only = only
            for index in range(self.count()):
                self.setTabToolTip(index, _plain(self.tabText(index)) if only else "")
            self._ask_again()

    def fit_height(self, height: int) -> None:
        """Make the tabs as high as they may be, yet all seen in this much room."""
        theme = self._theme
        fits = max(theme.px(LOWEST), min(theme.px(USUAL), height // max(1, self.count())))
        if fits != self._tab_height:
            self._tab_height = fits
            self._ask_again()

    def _ask_again(self) -> None:
        """Make Qt ask for the sizes again: only a new size of icons does so, though we draw our own."""
        self._asked = not self._asked
        self.updateGeometry()
        self.setIconSize(QSize(self._theme.px(22) + self._asked, self._theme.px(22)))

    @property
    def icons_only(self) -> bool:
        """Whether the words are left away."""
        return self._icons_only

    def words_width(self) -> int:
        """How wide the rail is with its words."""
        if self._widest is None:  # Qt asks some sixty times while the window is made
            metrics = self._bold_metrics()
            texts = (_plain(self.tabText(index)) for index in range(self.count()))
            self._widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return self._widest + self._theme.px(16 + 22 + 12 + 20 + 12)

    def tabInserted(self, index: int) -> None:
        self._widest = None
        super().tabInserted(index)

    def tabSizeHint(self, _index: int) -> QSize:
        theme = self._theme
        width = theme.px(12 + 16 + 22 + 16 + 4) if self._icons_only else self.words_width() + theme.px(12)
        return QSize(width, self._tab_height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.setCurrentIndex((self.currentIndex() + step) % self.count())

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        theme = self._theme
        whole = self.tabRect(index)
        rect = whole.adjusted(theme.px(12), theme.px(2), 0, -theme.px(2))
        chosen = index == self.currentIndex()
        if self._whole:
            self._paint_mark_and_icon(painter, rect, index, chosen=chosen)
        if not self._icons_only:
            room = QRect(rect.x() + theme.px(16 + 22 + 12), rect.y(), rect.width(), rect.height())
            painter.setFont(theme.font("strong" if chosen else "body"))
            painter.drawText(room, _LEVEL_LEFT_WITH_MNEMONIC, self.tabText(index))

    def _paint_mark_and_icon(self, painter: QPainter, rect: QRect, index: int, *, chosen: bool) -> None:
        theme = self._theme
        ink = theme.token("on_accent_soft" if chosen else "text")
        if chosen:
            painter.setPen(theme.token("accent" if theme.high_contrast else "accent_soft"))
            painter.setBrush(theme.token("accent_soft"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8), theme.px(8))
            painter.setPen(theme.token("accent"))
            painter.setBrush(theme.token("accent"))
            painter.drawRoundedRect(rect.x(), rect.y() + theme.px(8), theme.px(4), rect.height() - theme.px(16), 2, 2)
        size = theme.px(22)
        top = rect.y() + (rect.height() - size) // 2
        painter.drawPixmap(rect.x() + theme.px(16), top, icons.picture(self._icons[index], ink, size))
        painter.setPen(ink)

    def _bold_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("strong"))


class TabWidget(QTabWidget):
    """The tabs with their rail."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = TabRail(theme)
        self.setTabBar(self.rail)
        self.setTabPosition(QTabWidget.TabPosition.West)
        self.setDocumentMode(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.fit_height(event.size().height())
        super().resizeEvent(event)


def _plain(text: str) -> str:
    return text.replace("&", "")
