"""The same actions without a window or a screen: print a sheet, check a file."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from caregiver_app.domain.household import Paper
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.places import add_source, read_day
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from caregiver_app.services.printing import Prepared, Request, Stretch
    from caregiver_app.services.workspace import Workspace
    from caregiver_app.storage.unit_of_work import UnitOfWork

DONE, WORLD, USAGE = 0, 1, 2


class WrongUsage(Exception):
    """The command can't be understood; the words say what to type instead."""


class _Parser(ArgumentParser):
    """Reads the command; trouble is one line of words, not a page of usage."""

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message[:1].upper() + message[1:].rstrip(".") + ".")


def main(argv: list[str]) -> int:
    """Do what the command asks for; the number says how it went: 0 done, 1 trouble of the world, 2 wrong usage."""
    try:
        options = _parser().parse_args(argv)
        return int(options.run(options))
    except WrongUsage as wrong:
        _say(sys.stderr, tr("{problem} “main.py {command} --help” tells more.").format(problem=wrong, command=argv[0]))
        return USAGE
    except (FileProblem, InvalidEntry) as problem:
        _say(sys.stderr, " ".join(str(problem).split()))
        return WORLD
    except Exception as bug:  # noqa: BLE001 - the last stop: no traceback reaches a person
        _say(sys.stderr, _our_bug(bug))
        return WORLD


def _our_bug(bug: Exception) -> str:
    """Words for a mistake of our own, which is written down for whoever repairs it."""
    from caregiver_app import bug_log

    path = bug_log.write_down(bug_log.describe(type(bug), bug.__traceback__))
    said = tr("Something in the program went wrong, and this was not done.")
    return tr("{said} The details are in {path}").format(said=said, path=path) if path else said


def _parser() -> ArgumentParser:
    parser = _Parser(prog="main.py")
    commands = parser.add_subparsers(required=True, metavar=tr("COMMAND"), parser_class=_Parser)
    _add_print(commands.add_parser("print", help=tr("make a PDF of a sheet")))
    check = commands.add_parser("check", help=tr("look through a file and say what was found"))
    add_source(check)
    check.set_defaults(run=_check)
    return parser


def _add_print(parser: ArgumentParser) -> None:
    parser.add_argument("sheet", nargs="?", type=_sheet, metavar="SHEET", help=tr("which sheet; --list names them"))
    parser.add_argument("--list", action="store_true", help=tr("name the sheets, and stop"))
    add_source(parser)
    parser.add_argument("--week", type=read_day, metavar="YYYY-MM-DD", help=tr("the week that holds this day"))
    parser.add_argument("--weeks", type=_number, metavar="N", help=tr("for this many weeks from then on"))
    parser.add_argument("--helper", metavar="NAME", help=tr("for this helper alone"))
    parser.add_argument("--job", metavar="NAME", help=tr("for the leave of this job: its employer, or who works"))
    parser.add_argument("--paper", type=_paper, metavar="letter|a4", help=tr("the paper in the printer"))
    parser.add_argument("--large", action="store_true", help=tr("in large print"))
    parser.add_argument("--grid", action="store_true", help=tr("the week sheet in seven columns, where it fits"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=tr("the PDF to write, or a table ending in .csv"))
    parser.set_defaults(run=_print)


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    raise ArgumentTypeError(tr("“{text}” is not a number of weeks. Type one like 2").format(text=text))


def _paper(text: str) -> Paper:
    try:
        return Paper(text.lower())
    except ValueError:
        raise ArgumentTypeError(tr("there is no “{text}” paper here. Type letter or a4").format(text=text)) from None


def _sheet(text: str) -> str:
    from caregiver_app.services.printing import SHEETS

    if text in SHEETS:
        return text
    names = ", ".join(SHEETS)
    raise ArgumentTypeError(tr("there is no sheet “{text}”. There are: {names}").format(text=text, names=names))


def _open(options: Namespace) -> Workspace:
    from caregiver_app.services.opening import open_workspace

    return open_workspace(options.file, options.database, demo=options.demo, today=options.today, create=False)


def _print(options: Namespace) -> int:
    from caregiver_app.services import printing

    if options.list:
        for sheet in printing.SHEETS.values():
            _say(sys.stdout, f"{sheet.name:10} {sheet.title()}")
        return DONE
    if options.sheet is None:
        raise WrongUsage(tr("Say which sheet to print."))
    if options.out is None:
        raise WrongUsage(tr("Say where to put the PDF, like --out week.pdf."))
    stretch = _stretch(options)
    with closing(_open(options)) as workspace:
        prepared = workspace.read(partial(_prepared, options=options, workspace=workspace, stretch=stretch))
        warnings = workspace.read(partial(_warnings, request=prepared.request))
    if prepared.nothing:
        _say(sys.stdout, tr("{reason} No PDF was made.").format(reason=prepared.nothing))
        return DONE
    is_table = options.out.suffix.lower() == ".csv"
    if is_table and not prepared.table:
        raise WrongUsage(tr("This sheet does not come as a table. Name a file ending in .pdf."))
    printing.save_pdf(options.out, printing.table_file(prepared) if is_table else printing.make(prepared))
    if options.grid and prepared.no_grid:
        warnings = [prepared.no_grid, *warnings]
    for line in warnings:
        _say(sys.stderr, line)
    _say(sys.stdout, tr("Saved {name}.").format(name=options.out))
    return DONE


def _stretch(options: Namespace) -> Stretch | None:
    """For how many days; None for the sheet's usual. Says what the sheet has when it lacks what is asked for."""
    from caregiver_app.services.printing import SHEETS, by_weeks

    sheet = SHEETS[options.sheet]
    if options.grid and not sheet.has_grid:
        raise WrongUsage(tr("“{sheet}” does not come as a big grid.").format(sheet=sheet.title()))
    if options.helper is not None and not sheet.for_person:
        raise WrongUsage(tr("“{sheet}” is not made for one helper alone.").format(sheet=sheet.title()))
    if options.job is not None and not sheet.for_job:
        raise WrongUsage(tr("“{sheet}” is not made for a job.").format(sheet=sheet.title()))
    offered = by_weeks(sheet.stretches)
    if options.weeks is None or options.weeks in offered:
        return offered.get(options.weeks)
    if not offered:
        raise WrongUsage(tr("“{sheet}” is not made by weeks.").format(sheet=sheet.title()))
    counts = tr(" or ").join(str(weeks) for weeks in offered)
    raise WrongUsage(tr("“{sheet}” is made for {counts} weeks.").format(sheet=sheet.title(), counts=counts))


def _prepared(work: UnitOfWork, *, options: Namespace, workspace: Workspace, stretch: Stretch | None) -> Prepared:
    """The sheet as asked for; the clock's week unless another was named, and no copy is counted."""
    from dataclasses import replace

    from caregiver_app.services import printing

    clock = workspace.clock
    request = printing.request_for(work, options.sheet, options.week or clock.today(), stretch)
    look = replace(request.look, paper=options.paper or request.look.paper, large=options.large or request.look.large)
    person = _person(work, options.helper) if options.helper is not None else None
    job_id = _job(work, options.sheet, options.job) if options.job is not None else None
    request = replace(request, look=look, person_id=person.id if person else None, grid=options.grid, job_id=job_id)
    return printing.prepare(work, request, at=clock.local(), count_copies=False)


def _warnings(work: UnitOfWork, *, request: Request) -> list[str]:
    """What strangers could read on a sheet for the fridge, line by line, with how many things there are."""
    from caregiver_app.domain.kinds import Audience
    from caregiver_app.services import fridge_guard
    from caregiver_app.services.printing import SHEETS

    found = fridge_guard.hits(work, request) if SHEETS[request.sheet].audience is Audience.FRIDGE else []
    if not found:
        return []
    lines = list(dict.fromkeys(_hit_words(hit.text, hit.words) for hit in found))
    count = ntr("{n} thing here tells strangers a lot:", "{n} things here tell strangers a lot:", len(lines))
    return [count.format(n=len(lines)), *lines]


def _hit_words(text: str, words: Sequence[str]) -> str:
    """One line that tells what can be read where."""
    from caregiver_app.domain.spoken import list_words

    found = list_words(tr("“{word}”").format(word=word) for word in words)
    return tr("“{text}” – everyone who comes in can read {words}.").format(text=" ".join(text.split()), words=found)


def _person(work: UnitOfWork, name: str) -> Person:
    """The one person whose name, or first name, this is."""
    from caregiver_app.services.people import everybody

    people = everybody(work)
    wanted = name.strip().casefold()
    exact = [person for person in people if person.name.casefold() == wanted]
    found = exact or [person for person in people if person.first_name.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    names = ", ".join(person.name for person in found or people) or tr("nobody yet")
    if found:
        raise FileProblem(tr("More than one person is called “{name}”: {names}.").format(name=name, names=names))
    raise FileProblem(tr("Nobody here is called “{name}.” There are: {names}.").format(name=name, names=names))


def _job(work: UnitOfWork, sheet: str, name: str) -> UUID:
    """The one job that is for this employer, or that this person has."""
    from caregiver_app.services.printing import jobs_for

    jobs = jobs_for(work, sheet)
    wanted = name.strip().casefold()
    found = [job_id for job_id, words in jobs if wanted in (part.strip().casefold() for part in words.split(","))]
    if len(found) == 1:
        return found[0]
    names = "; ".join(words for _, words in jobs) or tr("none yet")
    raise FileProblem(tr("No one job here is called “{name}.” There are: {names}.").format(name=name, names=names))


def _check(options: Namespace) -> int:
    from caregiver_app.services.checking import counts

    with closing(_open(options)) as workspace:
        faults = workspace.faults()
        if faults:
            raise FileProblem(
                tr("The file is damaged: {faults}.").format(faults="; ".join(faults[:3])),
                tr("Nothing was changed. Keep this file, and open your last backup."),
            )
        found = workspace.read(counts)
    holds = tr("{people}, {tasks} and {visits}").format(
        people=ntr("{n} person", "{n} people", found.people).format(n=found.people),
        tasks=ntr("{n} task", "{n} tasks", found.tasks).format(n=found.tasks),
        visits=ntr("{n} visit", "{n} visits", found.visits).format(n=found.visits),
    )
    _say(sys.stdout, tr("No problems found. It holds {what}.").format(what=holds))
    return DONE


def _say(stream: TextIO, line: str) -> None:
    """Print a line, whatever letters the terminal can show."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
