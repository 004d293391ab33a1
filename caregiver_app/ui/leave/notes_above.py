"""What stands between the numbers and the log: where the law is another one, or the employer counts otherwise."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave_words import headline, under_headline
from caregiver_app.ui.leave.sentences import differs_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.words import tr


class NotesAbove(QWidget):
    """Each note with the one button that helps."""

    change_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = Banner(theme, "info", button=tr("Change"))
        self.difference = Banner(theme, "info", button=tr("Compare"))
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        for banner, wanted in ((self.nothing, self.change_wanted), (self.difference, self.compare_wanted)):
            column.addWidget(banner)
            banner.body.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))  # as papers have it
            assert banner.button is not None, "each was made with one"
            banner.button.clicked.connect(wanted)

    def show_view(self, view: LeaveView, today: date) -> None:
        """Show what holds for one job."""
        difference = differs_words(view, today)
        counted = view.figures is not None or not view.covered  # the answer above tells why there is no number
        self.nothing.setVisible(not counted)
        self.difference.setVisible(bool(difference))
        if not counted:
            self.nothing.tell(headline(view), under_headline(view))
        self.difference.tell(difference, tr("It helps to ask HR which days they counted."))
        self.setVisible(bool(difference) or not counted)
