"""One small thing of the week: what, when, who is with her, its two-minute version, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMargins, QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caregiver_app.domain.selfcare_week import CareView, ThingThisWeek
from caregiver_app.domain.selfcare_words import cover_words, done_words, left_words, when_words
from caregiver_app.ui.selfcare.pictures import ICONS
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button, IconButton
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Picture, Text, unbroken
from caregiver_app.words import tr

_INK = INK["care"]


class ThingCard(Card):
    """Shows one thing in one week. Each signal brings it: `did`, `undid`, `time_wanted`, `sitter_wanted`, `back`."""

    did = Signal(object)  # ThingThisWeek
    undid = Signal(object)
    time_wanted = Signal(object)
    sitter_wanted = Signal(object)
    back = Signal(object)
    menu_wanted = Signal(object, object)  # ThingThisWeek, QPoint

    def __init__(self, theme: Theme, each: ThingThisWeek, view: CareView) -> None:
        super().__init__(theme, tone="care")
        self.each, self._view = each, view
        self.buttons: list[Button] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        title = " ".join(each.thing.title.split())
        self.setAccessibleName(title)
        self.more_button = IconButton(theme, tr("More for {title}").format(title=title), "ellipsis")
        self.more_button.clicked.connect(self._menu)
        self._head(title)
        for words, role in self._lines():
            self.body.addWidget(Text(theme, unbroken(words), role, ink=_INK))
        self.body.addStretch(1)
        self._put_buttons()

    def _head(self, title: str) -> None:
        theme = self._theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(10))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.addWidget(Text(theme, title, "h3", ink=_INK))
        column.addStretch(1)
        picture = QWidget()
        inside = QVBoxLayout(picture)
        inside.setContentsMargins(0, theme.px(10), 0, 0)
        inside.addWidget(Picture(theme, ICONS[self.each.thing.kind], 24, ink="care"))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(head)

    def _lines(self) -> list[tuple[str, str]]:
        """What is said below the title."""
        each, view = self.each, self._view
        if each.is_done:
            return [(done_words(), "body")]
        if each.time.not_this_week:
            return [(tr("Not this week. {words}").format(words=left_words()), "body")]
        lines = [(when_words(each, clock24=view.clock24, today=view.today), "strong")]
        cover = cover_words(each.cover, view.her) if view.is_with_her else ""
        if cover:
            lines.append((cover, "body"))
        if each.thing.tiny.strip():
            tiny = " ".join(each.thing.tiny.split())
            lines.append((tr("Or two minutes: {tiny}").format(tiny=tiny), "body"))
        return lines

    def _put_buttons(self) -> None:
        each, theme = self.each, self._theme
        if each.is_done:
            self._add(Button(theme, tr("Undo"), kind=QUIET, icon="undo-2"), self.undid)
        elif each.time.not_this_week:
            self._add(Button(theme, tr("This week after all"), kind=QUIET), self.back)
        else:
            self._add(Button(theme, tr("I did this"), kind=PLAIN, icon="check"), self.did)
            if each.thing.tiny.strip():
                self._add(Button(theme, tr("I did the two minutes"), kind=QUIET), self.did)
            words = tr("Another time") if self._is_planned() else tr("Choose a time")
            self._add(Button(theme, words, kind=PLAIN), self.time_wanted)
            if self._view.is_with_her and (each.cover is None or each.cover.is_open):
                self._add(Button(theme, tr("Ask someone to sit"), kind=QUIET), self.sitter_wanted)
        self.body.addWidget(Flow(theme.px(8), self.buttons))

    def _is_planned(self) -> bool:
        """Whether it has a time that is not over."""
        known = self.each.next_time
        return known.day is not None and known.clock is not None and known.day >= self._view.today

    def _add(self, button: Button, told: SignalInstance) -> None:
        button.setAccessibleDescription(self.accessibleName())
        self.buttons.append(button)
        button.clicked.connect(partial(self._tell, told))

    def _tell(self, told: SignalInstance, _checked: bool = False) -> None:  # Qt sends it
        told.emit(self.each)

    def _menu(self) -> None:
        at = self.more_button.mapToGlobal(QPoint(0, self.more_button.height()))
        self.menu_wanted.emit(self.each, at)
