"""Runs one program of the system beside the window and tells how it ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

COULD_NOT_START = -1


class Command(QObject):
    """One run of a program. `ended` brings its exit code, or COULD_NOT_START, and what it said."""

    ended = Signal(int, str)

    def __init__(self, program: str, arguments: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C")  # its answers are read by this program, not by a person
        self._process.setProcessEnvironment(environment)
        self._process.setProgram(program)
        self._process.setArguments(list(arguments))
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._broken)

    def start(self, fed: bytes = b"") -> None:
        """Begin, with these bytes as its input."""
        self._process.start()
        if fed:
            self._process.write(fed)
        self._process.closeWriteChannel()

    def _finished(self, code: int) -> None:
        self._end(code, self._process.readAllStandardOutput().toStdString())

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(COULD_NOT_START, "")

    def _end(self, code: int, words: str) -> None:
        self.ended.emit(code, words)
        self.deleteLater()
