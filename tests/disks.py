"""Places where saving goes wrong: a disk with hardly any room, and a folder that can't be written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def tiny_disk(folder: Path) -> Iterator[Path]:
    """A disk with room for 64 KB; skips where one can't be mounted."""
    if os.geteuid() != 0:
        pytest.skip("mounting a tiny disk needs root")
    with _mounted(folder, "size=64k"):
        yield folder


@contextmanager
def read_only_folder(folder: Path) -> Iterator[Path]:
    """A folder that nobody can write to: by its mode, or for root, who may write anywhere, by its mount."""
    if os.geteuid() == 0:
        with _mounted(folder, "size=64k,ro"):
            yield folder
        return
    folder.mkdir()
    folder.chmod(0o500)
    try:
        yield folder
    finally:
        folder.chmod(0o700)


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[None]:
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a disk of the test's own can't be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)
