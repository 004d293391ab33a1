"""Runs the checks on a fresh machine: packaging/test.py [--benchmarks | --idle | --rules | words for pytest]."""

from __future__ import annotations

import os
import sys

from setup_venv import prepare, start

PROGRAMS = {
    "initdb": "postgresql",
    "cupsd": "cups",
    "lp": "cups-client",
    "zbarimg": "zbar-tools",
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-daemon",
    "dunst": "dunst",
}
CHECKS = (("ruff", "check", "-q", "."), ("mypy", "--no-error-summary"))


def main(words: list[str]) -> int:
    """Set up what is missing, then run what was asked for; without words, everything but benchmarks."""
    prepare("requirements-dev.lock", PROGRAMS)
    if words == ["--benchmarks"]:
        return start("-m", "tests.benchmarks")
    if words == ["--idle"]:  # eleven minutes of an open window that nobody touches
        return start("-m", "tests.benchmarks.idle")
    if words == ["--rules"]:  # the rules of leave, with every branch of them
        tested = start("-m", "coverage", "run", "-m", "pytest", "-q", "tests/domain", "-k", "leave")
        return tested or start("-m", "coverage", "report")
    if words:
        return start("-m", "pytest", *words)
    found = [start("-m", *check) for check in CHECKS]
    cores = min(4, max(2, os.cpu_count() or 2))
    found.append(start("-m", "pytest", "-q", "-n", str(cores)))  # last, so that its closing line stands last
    return max(found, key=abs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
