"""The days of a claim, each as it is typed: “Nov 3”, “yesterday”; each can wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.claims import Claim
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import shown_day
from caregiver_app.ui.expenses.draft import day_text, read_day
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.words import tr

SAID_NO = ("denied_on", "appeal_by", "appealed_on")
ORDER = ("billed_on", "filed_on", "eob_on", "paid_on", "denied_on", "appeal_by", "appealed_on")
ROW_EMS = 26


def without_days(claim: Claim) -> Claim:
    """The claim before anything happened: days are put in one by one, so that none is held against an old one."""
    return replace(
        claim,
        billed_on=None,
        filed_on=None,
        eob_on=None,
        paid_on=None,
        denied_on=None,
        appeal_by=None,
        appealed_on=None,
    )


def read_claim_day(name: str, text: str, today: date) -> date | None:
    """A day as typed; the last day to appeal lies ahead, the others lie behind. Raises InvalidEntry."""
    if not text.strip():
        return None
    return parse_day(text, today, name) if name == "appeal_by" else read_day(text, today, name)


def claim_day_words(name: str, day: date | None, today: date) -> str:
    """A day so that it is read as the same one again."""
    if day is None:
        return ""
    return shown_day(day, today) if name == "appeal_by" else day_text(day, today)


def day_labels() -> dict[str, str]:
    """What each day is called in the form."""
    return {
        "billed_on": tr("The bill came"),
        "filed_on": tr("Filed with the plan"),
        "eob_on": tr("The EOB came"),
        "paid_on": tr("The plan paid"),
        "denied_on": tr("The notice came"),
        "appeal_by": tr("Appeal by"),
        "appealed_on": tr("You appealed"),
    }


class ClaimDays(QWidget):
    """Lines for all days in two parts: `first`, and `said_no` for a plan that denied. `changed` with every letter."""

    changed = Signal()
    left = Signal(str)  # the name of a field

    def __init__(self, theme: Theme, claim: Claim, today: date) -> None:
        super().__init__()
        self._today = today
        self.lines = {name: LineEdit(claim_day_words(name, getattr(claim, name), today)) for name in ORDER}
        labels = day_labels()
        self.fields = {name: Field(theme, labels[name], line, optional=True) for name, line in self.lines.items()}
        self.fields["eob_on"].set_help(tr("EOB: what the plan covers. It is not a bill."))
        self.fields["appeal_by"].set_help(tr("The day on your notice. It decides."))
        self.lines["billed_on"].setPlaceholderText(tr("Nov 3"))
        self.lines["filed_on"].setPlaceholderText(tr("yesterday"))
        fields = self.fields
        self.said_no = _stack(
            theme,
            Beside(theme, ROW_EMS, [fields["denied_on"], fields["appeal_by"]]),
            Beside(theme, ROW_EMS, [fields["appealed_on"], QWidget()]),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(14))
        column.addWidget(Beside(theme, ROW_EMS, [fields["billed_on"], fields["filed_on"]]))
        column.addWidget(Beside(theme, ROW_EMS, [fields["eob_on"], fields["paid_on"]]))
        for name, line in self.lines.items():
            line.textChanged.connect(self.changed)
            line.editingFinished.connect(partial(self.left.emit, name))

    @property
    def was_denied(self) -> bool:
        """Whether anything is told of a plan that said no."""
        return any(self.lines[name].text().strip() for name in SAID_NO)

    def read(self, name: str) -> date | None:
        """One day. Raises InvalidEntry at its name."""
        return read_claim_day(name, self.lines[name].text(), self._today)

    def understood(self, name: str, text: str) -> str:
        """A day as it was understood. Raises InvalidEntry."""
        return claim_day_words(name, read_claim_day(name, text, self._today), self._today)

    def readers(self) -> dict[str, Callable[[], object]]:
        """What reads each day, in the order that they happen."""
        return {name: partial(self.read, name) for name in ORDER}

    def into(self, claim: Claim) -> Claim:
        """A claim with the days that can be read; the others are left out."""
        claim = without_days(claim)
        for name in ORDER:
            try:
                claim = replace(claim, **{name: self.read(name)})  # type: ignore[arg-type]
            except InvalidEntry:
                continue
        return claim

    def typed(self) -> list[str]:
        """What stands in the lines."""
        return [line.text() for line in self.lines.values()]


def _stack(theme: Theme, *widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(QMargins())
    column.setSpacing(theme.px(14))
    for widget in widgets:
        column.addWidget(widget)
    return made
