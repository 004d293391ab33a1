"""Puts the parts together: what was asked for on the command line, the window first, the file beside it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from caregiver_app.services.workspace import Workspace

DONE, WORLD, USAGE = 0, 1, 2


@dataclass(frozen=True)
class Source:
    """Which data to open: a file, a server, or a made-up family in a throw-away file."""

    file: Path | None = None
    database: str | None = None
    demo: bool = False
    today: date | None = None

    def open(self) -> Workspace:
        """Open it. Imports the database layer, so call it off the screen's thread."""
        from caregiver_app.services import opening

        return opening.open_workspace(self.file, self.database, demo=self.demo, today=self.today)


def main(argv: list[str] | None = None) -> int:
    """Run what the command line asks for; the exit code says how it went."""
    words = sys.argv[1:] if argv is None else argv
    if words and words[0] in ("print", "check"):
        from caregiver_app import commands

        return commands.main(words)
    options = _options(words) if words else None
    if options is not None and options.self_test:
        from caregiver_app.self_test import run

        return run()
    return show(Source(**_source(options)) if options is not None else Source())


def show(source: Source) -> int:
    """Open the window and stay until it is closed."""
    from caregiver_app.ui import desktop

    return desktop.run(source)


def _options(words: list[str]) -> Namespace:
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="main.py",
        description=tr("Organize help, rides, leave and costs for someone you care for."),
        epilog=tr("Also: “main.py print --list” names the sheets, “main.py check” looks through a file."),
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--file", type=Path, metavar="PATH", help=tr("open this file; it is made when it is not there"))
    which.add_argument("--database", metavar="URL", help=tr("open the family’s data on a server"))
    which.add_argument("--demo", action="store_true", help=tr("open a made-up family in a throw-away file"))
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help=tr("set the clock to 8:00 am of this day"))
    parser.add_argument("--self-test", action="store_true", help=tr("open every tab and make every sheet, then stop"))
    return parser.parse_args(words)


def _day(text: str) -> date:
    from argparse import ArgumentTypeError

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(tr("“{text}” is not a day. Write it like 2026-11-23.").format(text=text)) from None


def _source(options: Namespace) -> dict[str, object]:
    return {name: getattr(options, name) for name in ("file", "database", "demo", "today")}
