"""Getting started, the list of keys, and what the program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caregiver_app import __version__
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.texts import Text, breakable
from caregiver_app.words import tr


class _Reading(Dialog):
    """Something to read, with one button to close it."""

    def __init__(self, parts: Parts, title: str, parent: QWidget | None) -> None:
        super().__init__(parts, title, parent)
        close = Button(self.theme, tr("Close"), kind=PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(close)

    def paragraph(self, title: str, sentence: str) -> None:
        """A bold line and what belongs to it."""
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(2))
        column.addWidget(Text(self.theme, title, "strong"))
        column.addWidget(Text(self.theme, sentence))
        self.body.addLayout(column)


class HelpDialog(_Reading):
    """The first week in five short steps."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Getting started"), parent)
        self.paragraph(
            tr("1. Note who might help"),
            tr("Press Ctrl+Shift+H and type one line, such as “Ana 555-0142 drives, weekday mornings.”"),
        )
        self.paragraph(
            tr("2. Add a few tasks"),
            tr("On the Tasks tab, press Ctrl+N, or “Add” under a day. Only a few words are needed."),
        )
        self.paragraph(
            tr("3. Choose a helper, or leave it open"),
            tr("Select a task and press H. “Ask” copies a short message that you can paste into a text."),
        )
        self.paragraph(
            tr("4. Print the week sheet"),
            tr("Press Ctrl+P. Put the sheet on the fridge. People can write their name on the open lines."),
        )
        self.paragraph(
            tr("5. Change your mind at any time"),
            tr("Ctrl+Z takes back the last step, and the one before. Nothing here is sent to anyone."),
        )
        self.body.addStretch(1)


class KeysDialog(_Reading):
    """All keys in one list."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Keyboard keys"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(24))
        grid.setVerticalSpacing(self.theme.px(8))
        grid.setColumnStretch(1, 1)
        for row, (keys, does) in enumerate(_keys()):
            grid.addWidget(Text(self.theme, keys, "strong", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(self.theme, does), row, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)


def _keys() -> list[tuple[str, str]]:
    def native(keys: str) -> str:
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

    return [
        (tr("{first} to {last}").format(first=native("Ctrl+1"), last=native("Ctrl+7")), tr("Go to a tab")),
        (native("Ctrl+N"), tr("Something new: what the tab is for, or anything from Today")),
        (native("Ctrl+Shift+N"), tr("Anything in one line")),
        (native("Ctrl+Shift+H"), tr("A new helper in one line")),
        (native("Ctrl+P"), tr("Print")),
        (native("Ctrl+F"), tr("Find anything, in every tab")),
        (native("Ctrl+Shift+F"), tr("Search this tab only")),
        (native("Ctrl+Z"), tr("Undo")),
        (native("Ctrl+Y"), tr("Redo")),
        (native("Ctrl+S"), tr("Save what is in a form")),
        (tr("{back} and {on}").format(back=native("Alt+Left"), on=native("Alt+Right")), tr("A week back, a week on")),
        (native("Ctrl+T"), tr("This week")),
        (tr("Arrow keys"), tr("From task to task on the board")),
        (tr("Space"), tr("Tick a task as done")),
        (tr("Enter"), tr("Open a task")),
        (tr("N"), tr("On the board: a new task on that day")),
        (tr("H"), tr("On the board: choose a helper")),
        (native("Del"), tr("Remove, with Undo")),
        (tr("Menu key"), tr("What else can be done with a task")),
        (
            tr("{bigger}, {smaller}, {normal}").format(
                bigger=native("Ctrl++"), smaller=native("Ctrl+-"), normal=native("Ctrl+0")
            ),
            tr("Text bigger, smaller, normal"),
        ),
        (native("F1"), tr("Help")),
        (tr("Esc"), tr("Close, cancel")),
    ]


class AboutDialog(_Reading):
    """Name, version, and what stays where."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("About Caregiver Organizer"), parent)
        self.paragraph(
            tr("Caregiver Organizer {version}").format(version=__version__),
            tr("It helps a family share the work of caring for someone. It organizes; it gives no medical advice."),
        )
        self.paragraph(
            tr("This computer only"),
            tr("Everything stays in one file on this computer. Nothing is sent to anyone."),
        )
        path = parts.actions.workspace.path if parts.actions.is_open else None
        if path is not None:
            self.paragraph(tr("Your file"), breakable(str(path)))
        self.paragraph(
            tr("Thanks"),
            tr(
                "Letters: Atkinson Hyperlegible by the Braille Institute, and DejaVu Sans. Icons: Lucide. Made with Qt."
            ),
        )
        self.body.addStretch(1)
