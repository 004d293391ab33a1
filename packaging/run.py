"""Starts the program on a fresh machine: python3 packaging/run.py, with the arguments of main.py."""

from __future__ import annotations

import sys

from setup_venv import ROOT, has_screen, prepare, start


def main(words: list[str]) -> int:
    """Set up what is missing, then start. With nothing asked for and no screen, the program tests itself."""
    prepare("requirements.lock")
    if not words and not has_screen():
        print("There is no screen here, so the program tests itself.", flush=True)
        words = ["--self-test"]
    return start(ROOT / "main.py", *words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
