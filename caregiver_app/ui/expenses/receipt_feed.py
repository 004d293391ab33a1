"""Where receipts come in: how far reading is, what is asked about a file, and the files that could not be taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, QMimeData, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QProgressBar, QVBoxLayout, QWidget

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import receipts
from caregiver_app.services.expenses.receipts import Looked
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.expenses.receipt_intake import Intake
from caregiver_app.ui.expenses.receipt_question import Answer, Doubt, QuestionCard
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.banner import BesideIcon
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn

_FEW = 4  # sentences that are shown as they are; more of them scroll
_ROWS = 5
_AT_ONCE = 3  # so few files need no bar


class ReceiptFeed(QWidget):
    """Takes files, pictures and pastes. `accepted` brings a list of TakenIn; `resized` comes with another height."""

    accepted = Signal(object)
    resized = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._here: set[str] = set()
        self._own: UUID | None = None
        self._doubts: list[Doubt] = []
        self.intake = Intake(parts, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(parts.theme.px(8))
        self.progress, self.question, self.refusals = _Progress(parts), QuestionCard(parts.theme), Refusals(parts)
        for part in (self.progress, self.question, self.refusals):
            column.addWidget(part)
            part.hide()
        self.intake.began.connect(self._began)
        self.intake.counted.connect(self.progress.count)
        self.intake.looked.connect(self._looked)
        self.intake.ended.connect(self._ended)
        self.progress.stop_button.clicked.connect(self.intake.cancel)
        self.question.answered.connect(self._answered)
        self.refusals.ok_button.clicked.connect(self._forget_refused)
        self.hide()

    def expect(self, here: Iterable[str], own: UUID | None) -> None:
        """What is there already, by hash, and the cost that the files are for; it is not named as having them."""
        self._here, self._own = set(here), own

    def take_mime(self, mime: QMimeData) -> bool:
        """What was dropped or pasted; whether there is a file or a picture in it."""
        return self.intake.take_mime(mime)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Files from the disk."""
        if paths:
            self.intake.take_paths(paths)

    def show_looked(self, looked: Looked) -> None:
        """Files that were looked at elsewhere."""
        self._looked(looked)

    @property
    def is_open(self) -> bool:
        """Whether something is still read or asked."""
        return self.intake.is_busy or bool(self._doubts)

    def check(self) -> None:
        """Raise InvalidEntry at `receipts` while something is still read or asked."""
        if self.intake.is_busy:
            raise InvalidEntry("receipts", tr("The receipts are still being read. Wait a moment, or stop it."))
        if self._doubts:
            name = self._doubts[0].taken.name
            raise InvalidEntry("receipts", tr("Answer the question about {name} first.").format(name=name))

    # Looking

    def _began(self, count: int) -> None:
        self.progress.begin(count)
        self._arrange()

    def _ended(self) -> None:
        self.progress.hide()
        self._arrange()

    def _looked(self, looked: Looked) -> None:
        refused = list(looked.refused)
        costs = self._parts.actions.read(partial(receipts.same_files, hashes=[taken.sha256 for taken in looked.taken]))
        good: list[TakenIn] = []
        for taken in looked.taken:
            if taken.sha256 in self._here:
                refused.append(tr("{name} is here already.").format(name=taken.name))
                continue
            others = tuple(each for each in costs.get(taken.sha256, ()) if each.id != self._own)
            smaller = looked.smaller.get(taken.sha256)
            if others:
                self._doubts.append(Doubt(taken=taken, costs=others))
            elif smaller is not None and smaller.size < taken.size:
                self._doubts.append(Doubt(taken=taken, smaller=smaller))
            else:
                good.append(taken)
        self._accept(good)
        self._tell_refused(refused)
        self._ask()

    def _accept(self, taken: list[TakenIn]) -> None:
        if taken:
            self._here |= {each.sha256 for each in taken}
            self.accepted.emit(taken)

    # What is asked

    def _ask(self) -> None:
        """Ask about the first file that needs it; the question says how many are asked the same."""
        if self._doubts:
            self.question.ask(self._alike())
            announce(self, self._doubts[0].title())
        else:
            self.question.hide()
        self._arrange()

    def _alike(self) -> list[Doubt]:
        first = self._doubts[0]
        return [each for each in self._doubts if bool(each.costs) == bool(first.costs)]

    def _answered(self, answer: Answer, for_all: bool) -> None:
        had_keyboard = self.question.isAncestorOf(self.window().focusWidget() or self)
        settled = self._alike() if for_all else self._doubts[:1]
        self._doubts = [each for each in self._doubts if each not in settled]
        kept = (each.outcome(answer) for each in settled)
        self._accept([each for each in kept if each is not None])
        self._ask()
        if had_keyboard and self._doubts:
            self.question.first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    # What could not be taken

    def _tell_refused(self, sentences: Sequence[str]) -> None:
        if not sentences:
            return
        self.refusals.tell([*self.refusals.sentences, *sentences])
        announce(self, " ".join(sentences))
        self._arrange()

    def _forget_refused(self) -> None:
        self.refusals.tell(())
        self._arrange()

    def _arrange(self) -> None:
        self.setVisible(any(not part.isHidden() for part in (self.progress, self.question, self.refusals)))
        self.resized.emit()


class _Progress(QWidget):
    """How many files were read, and a button that stops."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        theme = parts.theme
        self._count = 0
        self.words = Text(theme, "", "caption", ink="text2", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(14))
        self.bar.setAccessibleName(tr("Receipts read"))
        self.stop_button = Button(theme, tr("Stop"), kind=PLAIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)

    def begin(self, count: int) -> None:
        """A lot of so many files."""
        self._count = count
        self.bar.setRange(0, count)
        self.count(0)
        self.bar.setVisible(count > _AT_ONCE)
        self.stop_button.setVisible(count > _AT_ONCE)
        self.show()

    def count(self, done: int) -> None:
        """So many of them were read."""
        self.bar.setValue(done)
        several = tr("Reading {n} of {of}…").format(n=min(done + 1, self._count), of=self._count)
        self.words.setText(several if self._count > 1 else tr("Reading the receipt…"))


class Refusals(Card):
    """One sentence for each file that could not be taken; many of them scroll."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts.theme, tone="warn", parent=parent)
        theme, ink = parts.theme, INK["warn"]
        self.sentences: list[str] = []
        self._row = theme.px(38)
        self.title, self.words = Text(theme, "", "strong", ink=ink), Text(theme, "", ink=ink)
        self.rows = _rows_of_words()
        self.ok_button = Button(theme, tr("All right"), kind=QUIET)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(4))
        for widget in (self.title, self.words, self.rows):
            column.addWidget(widget)
        column.addWidget(self.ok_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(BesideIcon(theme, "warn", words))

    def tell(self, sentences: Sequence[str]) -> None:
        """Show these; nothing is shown when there are none."""
        self.sentences = list(sentences)
        n = len(sentences)
        title = ntr("{n} file was not added", "{n} files were not added", n).format(n=n)
        self.title.setText(title)
        points = sentences if n == 1 else [tr("• {sentence}").format(sentence=each) for each in sentences]
        self.words.setText("\n".join(points) if n <= _FEW else "")
        self.words.setVisible(n <= _FEW)
        self.rows.clear()
        self.rows.addItems(self.sentences)
        self.rows.setAccessibleName(title)
        self.rows.setVisible(n > _FEW)
        self.rows.setFixedHeight(self._row * _ROWS)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(sentences))
        self.setVisible(bool(n))


def _rows_of_words() -> QListWidget:
    rows = QListWidget()
    rows.setWordWrap(True)
    rows.setSpacing(2)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return rows
