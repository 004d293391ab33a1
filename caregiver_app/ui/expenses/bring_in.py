"""Costs from a bank's file: what would come in, with a tick for each line; one Undo takes all of it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.domain.bank_lines import Told
from caregiver_app.domain.expenses import PaidHow
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.records import ChangeSet
from caregiver_app.services.expenses import importing
from caregiver_app.services.expenses.importing import Chosen, Incoming
from caregiver_app.services.long_work import Stopped
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.background import Job
from caregiver_app.ui.expenses.bank_asked import BankQuestions
from caregiver_app.ui.expenses.bank_lines import BankLines
from caregiver_app.ui.expenses.bank_paths import ENDINGS, bank_path_of
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.long_work import ProgressLine, Watch
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr


class BringInDialog(Dialog):
    """A file is chosen or dropped. `was_read` comes when its lines, a question or the reason for neither stands there.

    Reading and bringing in happen on the worker's thread.
    """

    WIDTH = 980
    was_read = Signal()

    def __init__(self, parts: Parts, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Bring in costs from a bank or card"), parent)
        self._path, self._content = path, b""
        self._told = Told()
        self._job: Job | None = None
        self._watch: Watch | None = None
        self._today = parts.actions.clock.today()
        self._build(parts)
        self._build_foot()
        self.setAcceptDrops(True)
        if path is not None:
            self.open_path(path)
        else:
            self._show_nothing()

    def _build(self, parts: Parts) -> None:
        self.told = Text(self.theme, "", ink="text2")
        self.questions = BankQuestions(self.theme)
        self.choose_button = Button(self.theme, tr("Choose a file…"), icon="folder-open")
        self.choose_button.clicked.connect(self.choose)
        self.banner, self.stopped = Banner(self.theme, "warn"), Banner(self.theme, "info")
        self.stopped.tell(tr("Nothing came in"), tr("You stopped it. All ticks are as they were."))
        self.lines = BankLines(parts)
        self.progress = ProgressLine(self.theme)
        self.questions.fold.button.hide()
        self.body.addWidget(self.told)
        self.body.addWidget(Flow(self.theme.px(8), [self.choose_button, self.questions.fold.button]))
        for each in (self.banner, self.stopped, self.questions, self.lines):
            self.body.addWidget(each)
            each.hide()
        self.body.addStretch(1)
        self.questions.answered.connect(self._answer)
        self.questions.fold.opened.connect(self.grow_soon)
        self.lines.changed.connect(self._count)

    def _build_foot(self) -> None:
        self.cancel_button = Button(self.theme, tr("Cancel"), kind=PLAIN)
        self.bring_button = Button(self.theme, tr("Bring in"), kind=PRIMARY, icon="check")
        self.bring_button.setDefault(True)
        self.bring_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.reject)
        self.bring_button.clicked.connect(self.bring_in)
        self.progress.hide()
        self.foot.addWidget(self.progress, 4)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.bring_button)

    # A file

    def choose(self) -> QFileDialog:
        """Ask for a file."""
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        names = " ".join(f"*{ending}" for ending in ENDINGS)
        kinds = ";;".join((tr("Bank files ({names})").format(names=names), tr("All files (*)")))
        dialog = QFileDialog(self, tr("Choose a file"), downloads, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._picked)
        dialog.open()
        return dialog

    def _picked(self, path: str) -> None:
        self.open_path(Path(path))

    def open_path(self, path: Path) -> None:
        """Read another file."""
        self._path, self._content, self._told = path, b"", Told()
        self.lines.begin(path.stem)
        self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if bank_path_of(event.mimeData(), any_ending=True) is not None and self._watch is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = bank_path_of(event.mimeData(), any_ending=True)
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def _show_nothing(self) -> None:
        sentence = tr(
            "On your bank’s page, look for Download or Export, and save the list as CSV, QFX or QIF. Then choose that"
            " file here, or drop it on this window. Nothing comes in before you have seen it."
        )
        self.told.setText(sentence)
        self.choose_button.setFocus()

    def _read(self) -> None:
        assert self._path is not None, "a file was chosen"
        if self._job is not None:
            self._job.cancel()
        self.told.setText(tr("Reading “{name}”…").format(name=self._path.name))
        reading = partial(_read_all, self.parts.actions.workspace, self._path, self._content, self._told)
        self._job = self.parts.background.run(reading, done=self._show, failed=self._refused)

    def _answer(self, told: Told) -> None:
        self._told = told
        self._read()

    # What was read

    def _refused(self, problem: FileProblem) -> None:
        self._job = None
        assert self._path is not None, "a file was chosen"
        self.told.setText(tr("From “{name}”").format(name=self._path.name))
        self.banner.tell(tr("Nothing comes in"), str(problem))
        self.banner.show()
        self.stopped.hide()
        self.questions.hide()
        self.questions.fold.button.hide()
        self.lines.show_lines(None, self._today)
        self.bring_button.setEnabled(False)
        self.choose_button.setText(tr("Choose another file…"))
        self._ready()
        announce(self.banner, str(problem))

    def _show(self, read: tuple[bytes, Incoming]) -> None:
        self._job = None
        self._content, incoming = read
        self.banner.hide()
        self.stopped.hide()
        self.questions.ask(incoming.file, self._told)
        self.lines.show_lines(incoming if incoming.file.is_clear else None, self._today)
        self.told.setText(self._summary(incoming))
        self.choose_button.setText(tr("Choose another file…"))
        self._count()
        self._ready()
        if not self.questions.focus_open():
            self.lines.table.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.told.text())

    def _summary(self, incoming: Incoming) -> str:
        assert self._path is not None, "a file was chosen"
        name = self._path.name
        if incoming.file.order is None:
            return tr("“{name}” has days that can be read in two ways. Please choose one.").format(name=name)
        if not incoming.file.is_clear:
            sentence = tr("We could not tell the columns of “{name}.” Please say which has the day and the amount.")
            return sentence.format(name=name)
        n, bad = len(incoming.lines), len(incoming.bad)
        said = ntr("“{name}” has {n} line that can come in.", "“{name}” has {n} lines that can come in.", n)
        said = said.format(name=name, n=f"{n:,}")
        if bad:
            more = ntr("{n} line stays out, with why.", "{n} lines stay out, with why.", bad).format(n=f"{bad:,}")
            return f"{said} {more}"
        return said

    def _ready(self) -> None:
        if self.isVisible():
            self.grow_soon()
        self.was_read.emit()

    def _count(self) -> None:
        n = len(self.lines.model.chosen)
        amount = dollars(self.lines.model.total())
        words = ntr("Bring in {n} line", "Bring in {n} lines", n).format(n=f"{n:,}")
        self.bring_button.setText(words if n else tr("Bring in"))
        self.bring_button.setEnabled(n > 0 and self._watch is None)
        self.lines.told.setText(tr("{n} ticked, {amount} spent").format(n=f"{n:,}", amount=amount))

    # Bringing in

    def bring_in(self) -> None:
        """Bring in what is ticked, and close; it can be stopped on its way."""
        chosen = self.lines.model.chosen
        if not chosen or self._watch is not None:
            return
        self._watch = Watch(self.parts.background)
        self._watch.moved.connect(self.progress.advance)
        words = ntr("Bringing in {n} line…", "Bringing in {n} lines…", len(chosen)).format(n=f"{len(chosen):,}")
        self.progress.begin(words)
        self._lock(locked=True)
        self.stopped.hide()
        work = partial(_bring_all, self.parts.actions.workspace, chosen, self.lines.paid_how, self._watch)
        self._job = self.parts.background.run(work, done=partial(self._came_in, len(chosen)), failed=self._not_brought)
        self._job.finished.connect(self._watch.deleteLater)

    def _lock(self, *, locked: bool) -> None:
        for each in (self.questions, self.lines, self.choose_button, self.bring_button):
            each.setEnabled(not locked)
        self.cancel_button.setText(tr("Stop") if locked else tr("Cancel"))
        self.progress.setVisible(locked)
        if locked:
            self.cancel_button.setFocus()

    def _came_in(self, n: int, changes: ChangeSet) -> None:
        self._job = self._watch = None
        label = ntr("Bring in {n} line", "Bring in {n} lines", n).format(n=f"{n:,}")
        self.parts.actions.wrote(label, changes)
        self.accept()

    def _not_brought(self, problem: FileProblem) -> None:
        self._job = self._watch = None
        self._lock(locked=False)
        self._count()
        banner = self.stopped if isinstance(problem, Stopped) else self.banner
        self.banner.tell(problem.what, problem.what_to_do)
        banner.show()
        self.bring_button.setFocus()
        announce(banner, str(problem))

    def reject(self) -> None:
        """Close; while lines are coming in, stop that first."""
        if self._watch is not None:
            self._watch.stop()
            self.progress.words.setText(tr("Stopping…"))
            return
        super().reject()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _read_all(workspace: Workspace, path: Path, content: bytes, told: Told) -> tuple[bytes, Incoming]:
    """On the worker's thread: the file, unless it was read before, held against what is there."""
    content = content or importing.content_of(path)
    reading = partial(importing.read_bank, content=content, today=workspace.clock.today(), told=told)
    return content, workspace.read(reading)


def _bring_all(workspace: Workspace, chosen: list[Chosen], how: PaidHow | None, watch: Watch) -> ChangeSet:
    watch.tell(0, len(chosen))
    return workspace.write(partial(importing.bring_in, chosen=chosen, paid_how=how, progress=watch.tell))
