"""Puts the parts together: what was asked for on the command line, the window first, the file beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.places import Source
from caregiver_app.words import tr

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date


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
    from caregiver_app.ui import desktop

    return desktop.run(_source(options))


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
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(tr("“{text}” is not a day. Write it like 2026-11-23.").format(text=text)) from None


def read_source(words: list[str]) -> Source:
    """The data that a command line names."""
    return _source(_options(words) if words else None)


def _source(options: Namespace | None) -> Source:
    if options is None:
        return Source()
    return Source(file=options.file, database=options.database, demo=options.demo, today=options.today)
