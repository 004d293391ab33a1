"""A real PostgreSQL server for the tests, started from the server programs of this computer."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",  # the data is thrown away, so nothing has to reach the disk
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "32MB",
    "max_connections": "40",
}


def find_programs() -> Path | None:
    """The folder of the newest server programs here, or None when there are none."""
    found = [folder for pattern in _FOLDERS for folder in _matching(pattern) if _has_server(folder)]
    if found:
        return max(found, key=_version)
    program = shutil.which("initdb")
    return Path(program).resolve().parent if program else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """A server with empty data for as long as the block runs; gives its address, which ends in a slash."""
    with tempfile.TemporaryDirectory(prefix="caregiver-postgres-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = _hand_over(folder)
        start = [*user, str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s"]
        # --no-sync and trust: nobody else reaches this server, and nothing in it is kept.
        options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync"]
        _run([*user, str(programs / "initdb"), "-D", str(folder / "data"), *options], folder)
        port = _free_port()
        settings = " ".join(f"-c {key}={value or chr(39) * 2}" for key, value in _SETTINGS.items())
        _run([*start, "-l", str(folder / "log"), "-o", f"-p {port} {settings}", "start"], folder)
        try:
            yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/"
        finally:
            _run([*start, "-m", "immediate", "stop"], folder)


@contextmanager
def database(server_url: str, name: str) -> Iterator[str]:
    """A new, empty database on the server for as long as the block runs; gives its address."""
    import psycopg

    admin = server_url.replace("+psycopg", "") + "postgres"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            yield server_url + name
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())


def _matching(pattern: str) -> list[Path]:
    anchor = Path(Path(pattern).anchor)
    return list(anchor.glob(str(Path(pattern).relative_to(anchor)))) if anchor.exists() else []


def _has_server(folder: Path) -> bool:
    return any((folder / name).is_file() for name in ("initdb", "initdb.exe"))


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", str(folder)))


def _hand_over(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: give the folder to an ordinary user, and say how to become that user."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return []
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in names else "nobody"
    shutil.chown(folder, user)
    return ["runuser", "-u", user, "--"]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _run(command: list[str], folder: Path) -> None:
    """Run one of the server's programs; its output goes to a file, as the server would keep a pipe open."""
    output = folder.with_name(folder.name + ".out")
    try:
        with output.open("w") as stream:
            done = subprocess.run(command, stdout=stream, stderr=subprocess.STDOUT, cwd=folder, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}\n{output.read_text()}")
    finally:
        output.unlink(missing_ok=True)
