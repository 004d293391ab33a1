"""Which printer, how many copies: one Enter away when the usual printer is the right one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.printing.printers import Printer
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.words import ntr, tr

MOST_COPIES = 99


class PrinterDialog(Editor):
    """`chosen` brings the printer's name, the copies, and whether both sides are printed."""

    WIDTH = 460
    chosen = Signal(str, int, bool)

    def __init__(self, parts: Parts, printers: Sequence[Printer], pages: int, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Print"), tr("Print"), parent)
        self._printers = {printer.name: printer for printer in printers}
        self.printer = ComboBox(self.theme)
        for printer in printers:
            self.printer.add(printer.name.replace("_", " "), printer.name)
        self.printer.choose(parts.settings.text("printer"))
        self.copies = LineEdit("1")
        self.copies.setMaximumWidth(self.theme.px(100))
        self.both_sides = QCheckBox(tr("On both sides of the paper"))
        self.both_sides.setVisible(pages > 1)
        self.printer.currentIndexChanged.connect(self._tell_state)
        self.add_field("printer", Field(self.theme, tr("Printer"), self.printer))
        sheets = ntr("{n} page each", "{n} pages each", pages).format(n=pages)
        self.add_field("copies", Field(self.theme, tr("Copies"), self.copies, help_text=sheets))
        self.body.addWidget(self.both_sides)
        self.body.addStretch(1)
        self._tell_state()
        self.save_button.setFocus()

    def save(self) -> bool:
        """Pass the choice on."""
        text = self.copies.text().strip()
        if not text.isdecimal() or not 1 <= int(text) <= MOST_COPIES:
            raise InvalidEntry("copies", tr("Type a number from 1 to 99."))
        name = str(self.printer.value())
        self.parts.settings.keep("printer", name)
        self.chosen.emit(name, int(text), self.both_sides.isChecked())
        return True

    def _tell_state(self) -> None:
        printer = self._printers[str(self.printer.value())]
        resting = tr("This printer is paused or needs a hand. The sheet waits until it goes on.")
        self.fields["printer"].set_help(resting if printer.resting else "")
