"""Dialogs that edit one thing: fields, a banner when something is to be put right, Cancel and Save."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.fields import Field
from caregiver_app.ui.widgets.focus_ring import FocusRing
from caregiver_app.ui.widgets.scrolling import PageOfWords, SteadyScrolling
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

_NEVER_SHOWN = object()
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Dialog(QDialog):
    """A window over the window: a title, a body that scrolls when it must, buttons at the foot."""

    WIDTH: ClassVar[int] = 560

    def __init__(self, parts: Parts, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self.theme = parts.theme
        self._sized = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        px = self.theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = PageOfWords()
        self._scrolling = SteadyScrolling(inner)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(px(28), px(24), px(28) - self._scrolling.bar_width, px(16))
        self.body.setSpacing(px(16))
        self.heading = Text(self.theme, title, "h2")
        self.body.addWidget(self.heading)
        outer.addWidget(self._scrolling, 1)
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {self.theme.token('line').name()}")
        outer.addWidget(line)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(px(28), px(16), px(28), px(16))
        self.foot.setSpacing(px(12))
        outer.addLayout(self.foot)
        self.ring = FocusRing(self.theme, self)

    def focusNextPrevChild(self, on: bool) -> bool:
        moved = super().focusNextPrevChild(on)
        self.ring.reached_by_key()
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; elsewhere the one of the form."""
        button = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _MODIFIED
        if is_enter and isinstance(button, QPushButton) and button.isEnabled():
            button.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._sized:
            self._sized = True
            self.fit()
            self._order_foot()
        super().showEvent(event)

    def _order_foot(self) -> None:
        """Tab goes over the buttons at the foot as they are read, whatever order the platform puts them in."""
        buttons = [each for each in self.findChildren(QPushButton) if not self._scrolling.isAncestorOf(each)]
        at = {each: each.mapTo(self, QPoint(0, 0)) for each in buttons}
        buttons.sort(key=lambda each: (at[each].y(), at[each].x()))
        for one, after in pairwise(buttons):
            self.setTabOrder(one, after)

    def fit(self) -> None:
        """Take the size that the content needs and the screen allows."""
        room = self.screen().availableGeometry()
        width = min(self.theme.px(self.WIDTH), round(room.width() * 0.95))
        self.resize(width, self.height())  # rows that may turn into columns see how wide it is
        inner = self._scrolling.widget()
        height = inner.heightForWidth(width - self._scrolling.bar_width)
        rest = self.layout().sizeHint().height() - self._scrolling.sizeHint().height()
        self.resize(width, min(height + rest + 1, round(room.height() * 0.9)))

    def grow_soon(self) -> None:
        """Take the room that new words need, as far as the screen has it; never less than there was."""
        if isValid(self) and self.isVisible():
            QTimer.singleShot(0, self, self._grow)  # when they have their places

    def _grow(self) -> None:
        before = self.size()
        self.fit()
        self.resize(self.size().expandedTo(before))
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Move up when the foot has grown out of the screen."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        below = frame.bottom() - room.bottom()
        if below > 0:
            self.move(self.x(), max(room.top(), self.y() - below))

    def show_field(self, widget: QWidget) -> None:
        """Scroll so far that a widget is seen."""
        self._scrolling.show_whole(widget)


class Editor(Dialog):
    """Subclasses put fields into `self.fields` by name and override `save`; a refusal keeps all that was typed."""

    def __init__(self, parts: Parts, title: str, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parts, title, parent)
        self.fields: dict[str, Field] = {}
        self._banner = Banner(self.theme, "danger")
        self._banner.hide()
        self.body.addWidget(self._banner)
        self._first: object = _NEVER_SHOWN
        self.buttons = QDialogButtonBox()
        self.cancel_button = Button(self.theme, tr("Cancel"), kind=PLAIN)
        self.save_button = Button(self.theme, save, kind=PRIMARY, icon="check")
        self.buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.layout().setSpacing(self.theme.px(12))
        self.foot.addStretch(1)
        self.foot.addWidget(self.buttons)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.try_to_save)
        self.cancel_button.clicked.connect(self.reject)
        for key in (QKeySequence("Ctrl+S"), QKeySequence("Ctrl+Return")):
            QShortcut(key, self).activated.connect(self.try_to_save)

    def add_field(self, name: str, field: Field) -> Field:
        """Put a field at the end of the form."""
        self.fields[name] = field
        self.body.addWidget(field)
        return field

    def values(self) -> object:
        """What is typed now, to tell whether anything changed. Override."""
        return None

    def save(self) -> bool:
        """Read the fields and run the action. May raise InvalidEntry. Override."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        if self._first is _NEVER_SHOWN:
            self._first = self.values()
            if self.focusWidget() is None and self.fields:
                next(iter(self.fields.values())).control.setFocus()
        for field in self.fields.values():
            field.mended.connect(self._mended, Qt.ConnectionType.UniqueConnection)
        super().showEvent(event)

    def try_to_save(self) -> None:
        """Save and close; or show what is to be put right."""
        self._clear_errors()
        actions = self.parts.actions
        actions.refused.connect(self.refuse)
        actions.problem.connect(self._world)
        try:
            saved = self.save()
        except InvalidEntry as refusal:
            self.refuse(refusal.field, refusal.message)
            saved = False
        finally:
            actions.refused.disconnect(self.refuse)
            actions.problem.disconnect(self._world)
        if saved:
            self._first = self.values()
            self.accept()

    def run_at_once(self, label: str, action: Callable[..., object]) -> bool:
        """Do what is kept before the form is saved; what stands in the way is told in this window, not behind it."""
        actions = self.parts.actions
        actions.refused.connect(self.refuse)
        actions.problem.connect(self._world)
        try:
            return actions.run(label, action)
        finally:
            actions.refused.disconnect(self.refuse)
            actions.problem.disconnect(self._world)

    def refuse(self, name: str, sentence: str) -> None:
        """Say at a field what to put right, go there, and say it above as well."""
        field = self.fields.get(name)
        if field is not None:
            field.set_error(sentence)
        wrong = [each for each in self.fields.values() if each.error.text()]
        self._tell(max(len(wrong), 1), wrong[0].error.text() if wrong else sentence)
        if wrong:
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_field(wrong[0])
            QTimer.singleShot(0, self, partial(self._show_again, wrong[0]))  # when the form has grown

    def _show_again(self, field: Field) -> None:
        if isValid(field) and field.error.text():
            self.show_field(field)

    def put_right(self, name: str) -> None:
        """A field reads well now: its sentence goes, and the banner with the last of them."""
        had = bool(self.fields[name].error.text())
        self.fields[name].set_error("")
        if had:
            self._mended()

    def _mended(self) -> None:
        if not any(each.error.text() for each in self.fields.values()):
            self._banner.hide()

    def settle(self, name: str, control: QLineEdit, read: Callable[[str], str]) -> bool:
        """A field was left: what was understood stands there then, or what is wrong with it. Whether it reads well."""
        if not isValid(control):  # a form that closes leaves its fields once more
            return False
        text = control.text().strip()
        try:
            understood = read(text) if text else ""
        except InvalidEntry as problem:
            self.fields[name].set_error(problem.message)
            self.grow_soon()
            return False
        self.put_right(name)
        if understood != control.text():
            control.setText(understood)
        return True

    def _tell(self, count: int, sentence: str) -> None:
        title = ntr("One thing to fix", "{n} things to fix", count).format(n=count)
        self._banner.tell(title, tr("{sentence} Nothing you typed was lost.").format(sentence=sentence))
        self._banner.show()
        self.grow_soon()
        announce(self._banner, f"{title}. {sentence}")

    def _world(self, problem: FileProblem) -> None:
        safe = tr("{what_to_do} Your words are safe in this window.").format(what_to_do=problem.what_to_do)
        self._banner.tell(problem.what, safe)
        self._banner.show()
        self.grow_soon()
        announce(self._banner, str(problem))

    def _clear_errors(self) -> None:
        self._banner.hide()
        for field in self.fields.values():
            field.set_error("")

    def reject(self) -> None:
        """Cancel; asks first when something was typed."""
        if self.values() == self._first or self._wants_to_lose():
            super().reject()

    def _wants_to_lose(self) -> bool:
        from caregiver_app.ui.questions import ask

        return not ask(
            self.parts,
            tr("Keep what you typed?"),
            tr("You have not saved it yet."),
            yes=tr("Keep typing"),
            no=tr("Do not save"),
            parent=self,
        )
