"""One window for each data file: a second start shows the first one instead of opening the file twice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

WAIT = 4000
BETWEEN = 50
SHOW = b"show"


class OneWindow(QObject):
    """Holds a file's lock while its window is open; `asked` when somebody started the program again."""

    asked = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(path.with_name(f"{path.name}.lock")))
        self._lock.setStaleLockTime(0)
        self._path = path
        self._server: QObject | None = None

    def is_first(self) -> bool:
        """Whether no other window has this file open; takes the lock when so. Raises OSError in a read-only folder."""
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.PermissionError:
            raise PermissionError(13, "lock file")
        return False

    def is_for(self, path: Path) -> bool:
        """Whether it is this file's lock."""
        return path.resolve() == self._path.resolve()

    def show_first(self) -> bool:
        """Ask the window that has the file to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket(self)
        left = QDeadlineTimer(WAIT)
        while not left.hasExpired():  # a window that was just opened begins to listen a moment later
            socket.connectToServer(self._name)
            if socket.waitForConnected(left.remainingTime()):
                socket.write(SHOW)
                return socket.waitForBytesWritten(WAIT)
            QThread.msleep(BETWEEN)
        return False

    def listen(self) -> None:
        """Hear of later starts. Called after the first paint."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(self.asked)
        server.listen(self._name)
        self._server = server

    @property
    def _name(self) -> str:
        from hashlib import sha256

        return "caregiver-organizer-" + sha256(str(self._path.resolve()).encode()).hexdigest()[:24]

    def release(self) -> None:
        """Let the file go."""
        self._lock.unlock()
