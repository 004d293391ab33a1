"""Puts the parts together: what was asked for on the command line, the window first, the file beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from caregiver_app.places import Source, add_source
from caregiver_app.words import tr

if TYPE_CHECKING:
    from argparse import Namespace


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

    class OneLine(ArgumentParser):
        """Trouble is one line of words, not a page of usage."""

        def error(self, message: str) -> NoReturn:
            problem = message[:1].upper() + message[1:].rstrip(".")
            self.exit(2, tr("{problem}. “main.py --help” tells more.").format(problem=problem) + "\n")

    parser = OneLine(
        prog="main.py",
        description=tr("Organize help, rides, leave and costs for someone you care for."),
        epilog=tr("Also: “main.py print --list” names the sheets, “main.py check” looks through a file."),
    )
    add_source(parser)
    parser.add_argument("--self-test", action="store_true", help=tr("open every tab and make every sheet, then stop"))
    parser.add_argument("--in-tray", action="store_true", help=tr("start in the tray, as with the computer"))
    return parser.parse_args(words)


def read_source(words: list[str]) -> Source:
    """The data that a command line names."""
    return _source(_options(words) if words else None)


def _source(options: Namespace | None) -> Source:
    if options is None:
        return Source()
    return Source(options.file, options.database, options.demo, options.today, options.in_tray)
