"""Runs two processes in turn and compares their medians."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic

ROOT = Path(__file__).parents[2]
TURNS = 15
MOMENTS = ("painted", "cards")


def once(module: str, *words: str, patience: int = 120) -> dict[str, float]:
    """One run of a side; its moments come back as seconds from the start of the process."""
    started = monotonic()
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *words]
    # An installed program has its bytecode beside it, whatever this shell says about writing it.
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:  # what a window remembers, such as its tab, must not last
        settings["XDG_CONFIG_HOME"] = folder
        run = partial(subprocess.run, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
        done = run(command, timeout=patience)
    if done.returncode:
        raise SystemExit(f"{module} stopped: {done.stderr}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: value - started if name in MOMENTS else value for name, value in found.items()}


def in_turn(*sides: Sequence[str]) -> list[dict[str, float]]:
    """The medians of each side over runs that take turns, after one that warms the disk."""
    for side in sides:
        once(*side)
    runs: list[list[dict[str, float]]] = [[] for _ in sides]
    for _ in range(TURNS):
        for side, found in zip(sides, runs, strict=True):
            found.append(once(*side))
    return [{name: median(run[name] for run in found) for name in found[0]} for found in runs]


@contextmanager
def a_screen() -> Iterator[str]:
    """The screen that is there, or one of Xvfb's, or none: then Qt draws into memory."""
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") or not shutil.which("Xvfb"):
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
        yield os.environ["QT_QPA_PLATFORM"]
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as numbers:
            os.environ["DISPLAY"] = f":{numbers.readline().strip()}"
        try:
            yield "xcb"
        finally:
            del os.environ["DISPLAY"]
            server.terminate()
