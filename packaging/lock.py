"""Writes both lock files anew from pyproject.toml; needs uv. They hold hashes, and no address of any server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAIN = (
    "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate",
    "--custom-compile-command", "python3 packaging/lock.py", "--extra", "shared", "--quiet",
)  # fmt: skip


def main() -> None:
    """The small lock first; the one for developers holds the same versions and more."""
    compile_to("requirements.lock")
    compile_to("requirements-dev.lock", "--group", "dev", "--constraint", "requirements.lock")


def compile_to(lock: str, *more: str) -> None:
    """Write one lock."""
    command = ["uv", "pip", "compile", "pyproject.toml", *PLAIN, *more, "--output-file", lock, *sys.argv[1:]]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
