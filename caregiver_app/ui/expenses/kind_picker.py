"""All kinds of cost with a search; each says whether it counts for taxes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from caregiver_app.domain.category_words import tax_words
from caregiver_app.domain.money.categories import treatment
from caregiver_app.ui.expenses.kinds import found_kinds, full_name
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.table import OPENING, CalmTable, Columns
from caregiver_app.ui.widgets.table_rows import TableRows
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

COLUMNS = Columns(widths={1: 190}, wide=0, least=240, out=(1,))
ROWS = 8


class KindPicker(Dialog):
    """`picked` brings the key of a kind."""

    WIDTH = 620
    picked = Signal(str)

    def __init__(self, parts: Parts, kind: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Choose a kind"), parent)
        self._name = name
        self.search = _Search()
        self.search.setPlaceholderText(tr("A word, like wig, dental or hotel"))
        self.search.setClearButtonEnabled(True)
        self.body.addWidget(Field(self.theme, tr("Find"), self.search))
        self.model = KindTable(name, self)
        self.table = CalmTable(self.theme, self.model, tr("Kinds"), COLUMNS, keys=OPENING)
        self.table.fit_rows(ROWS)
        self.count = Text(self.theme, "", "caption", ink="text2")
        self.body.addWidget(self.count)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self._add_buttons()
        self.search.textChanged.connect(self._show)
        self.search.down.connect(self._to_table)
        self.search.returnPressed.connect(self._pick)
        self.table.pressed_key.connect(self._pick)
        self.table.activated.connect(self._pick)
        self._show("")
        self._stand_on(kind)
        self.search.setFocus()

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox()
        cancel = Button(self.theme, tr("Cancel"), kind=PLAIN)
        self.choose_button = Button(self.theme, tr("Choose"), kind=PRIMARY, icon="check")
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.choose_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.layout().setSpacing(self.theme.px(12))
        cancel.clicked.connect(self.reject)
        self.choose_button.clicked.connect(self._pick)
        self.foot.addStretch(1)
        self.foot.addWidget(buttons)

    def _show(self, words: str) -> None:
        kinds = found_kinds(words, self._name)
        self.model.show_rows(kinds)
        n = len(kinds)
        self.count.setText(ntr("{n} kind", "{n} kinds", n).format(n=n) if n else tr("No kind fits. Try another word."))
        self.choose_button.setEnabled(bool(n))
        if n:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _stand_on(self, kind: str) -> None:
        kinds = self.model.kinds
        if kind in kinds:
            index = self.model.index(kinds.index(kind), 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, CalmTable.ScrollHint.PositionAtCenter)

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, _what: object = None) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.kinds):
            self.picked.emit(self.model.kinds[row])
            self.accept()


class _Search(LineEdit):
    """The arrow down goes on to the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class KindTable(TableRows):
    """Kinds by name, and whether each counts."""

    def __init__(self, name: str, parent: object = None) -> None:
        super().__init__((tr("Kind"), tr("On Schedule A")), parent=parent)
        self._name = name

    @property
    def kinds(self) -> list[str]:
        """What is shown, in order."""
        return self._rows

    def text_of(self, row: str, column: int) -> str:
        return tax_words(treatment(row).schedule_a) if column else full_name(row, self._name)
