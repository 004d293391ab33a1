"""The pay-period form: finds each day of leave in the period, in words that an employer may read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from caregiver_app.documents.pay_form import PayForm, PayRow
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveJob, LeaveReason, PaidFrom, TimeOff
from caregiver_app.domain.leave_names import TakenAs, day_near, taken_as
from caregiver_app.domain.leave_words import hours_number, weeks_number
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.sharing import fridge_words_found
from caregiver_app.domain.spoken import short_day
from caregiver_app.exchange.csv_table import csv_text
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.leave.counting import Counting
from caregiver_app.services.leave.stored import is_covered
from caregiver_app.services.leave_sheets import common
from caregiver_app.services.leave_sheets.counted import counting_of
from caregiver_app.services.leave_sheets.form_days import Line, falls_in, lines_of, time_off_near, total_minutes
from caregiver_app.services.sheet_rules import Gathered, LeftOut, Made, Request, Shown
from caregiver_app.storage.leave_rows import appointments_of
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that the form may show. A new field is private until it is listed here. No visit, no place, no note.
FIELDS: Mapping[type, frozenset[str]] = {
    LeaveJob: frozenset({"employer", "supervisor"}),
    TimeOff: frozenset(
        {"first", "last", "every_days", "minutes", "planned", "reason", "paid", "told_on", "told_how", "told_whom"}
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_WORD = 3  # letters
# Private at home, but not where one works.
_AT_WORK = re.compile(r"\b(?:fmla|family leave|leave of absence|human resources|employer|school)\b", re.IGNORECASE)


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The leave of one job in the pay period."""
    job = common.job_of(work, request)
    if job is None or request.blank:
        data = PayForm(span=request.span, blank=True, stamp=common.stamp(work, request, made, None))
        return Gathered(data=(data,), nothing="" if job else common.nothing_words())
    person = work.need(Person, job.person_id)
    covered, near = is_covered(job), time_off_near(work, job, request.span)
    found = [entry for entry in near if falls_in(entry, request.span)]
    entries = [entry for entry in found if covered and entry.kind is LeaveKind.FMLA]
    counting, problem = counting_of(work, job) if covered else (None, "")
    lines = lines_of(counting, near if covered else (), request.span)
    writer = _Writer(made.at.date(), _private_names(work, near))
    shown = Shown(job, FIELDS)
    data = PayForm(
        span=request.span,
        employee=common.full_name(person),
        employer=shown.employer,
        supervisor=shown.supervisor,
        rows=tuple(writer.row(line) for line in lines),
        hours=_total(lines),
        weeks=_weeks(counting, lines) if counting is not None else "",
        stamp=common.stamp(work, request, made, person),
    )
    return Gathered(
        data=(data,),
        people=(person.id,),
        left_out=(
            *_other_time_off([entry for entry in found if entry not in entries]),
            *_kept_back(entries, writer),
            *([LeftOut(what=tr("The total in weeks"), why=problem)] if problem else []),
            *contents.number_left_out(person),
        ),
        to_write=common.to_write(person),
        table=_table(data, lines),
    )


# The words


def _total(lines: Sequence[Line]) -> str:
    """All hours of the form; empty, to be written by hand, when they are not known."""
    total = total_minutes(lines)
    return common.exact_hours_words(total) if total is not None else ""


def _weeks(counting: Counting, lines: Sequence[Line]) -> str:
    costs = (Fraction(line.minutes or 0, counting.by_number[line.number].week_minutes) for line in lines)
    weeks = sum(costs, Fraction(0))
    if not weeks:
        return ""
    number = weeks_number(weeks)
    if number == "0":
        return tr("under 0.01 workweeks")
    return tr("1 workweek") if weeks == 1 else tr("{weeks} workweeks").format(weeks=number)


class _Writer:
    """Words one day after another, from what the allow-list lets through."""

    def __init__(self, today: date, private: frozenset[str]) -> None:
        self._today = today
        self._private = private

    def row(self, line: Line) -> PayRow:
        """One line of the form."""
        entry = Shown(line.entry, FIELDS)
        return PayRow(
            day=date.fromordinal(line.number),
            hours=common.exact_hours(line.minutes) if line.minutes is not None else "",
            kind=tr("holiday") if line.is_holiday else _kind(entry),
            reason=_code(entry.reason),
            planned=self._planned(entry),
            notice=self._notice(entry),
            paid=_paid(entry.paid),
        )

    def _planned(self, entry: Shown) -> str | None:
        """Whether work knew ahead; None, to be written by hand, when nobody noted that."""
        if entry.told_on is not None:
            return tr("yes") if entry.told_on < entry.first else tr("no")
        return tr("yes") if entry.planned and entry.first > self._today else None

    def _notice(self, entry: Shown) -> str | None:
        whom = self.safe(entry.told_whom)
        parts = [
            day_near(entry.told_on, self._today) if entry.told_on is not None else "",
            self.safe(entry.told_how),
            tr("to {person}").format(person=whom) if whom else "",
        ]
        return tr(", ").join(part for part in parts if part) or None

    def safe(self, words: str) -> str:
        """Words that tell nothing of an illness or a place; else none."""
        said = set(_WORD.findall(words.casefold()))
        tells = said & self._private or fridge_words_found(_AT_WORK.sub(" ", words))
        return "" if tells else words.strip()


def _private_names(work: UnitOfWork, entries: Sequence[TimeOff]) -> frozenset[str]:
    """What places, clinicians and the visits themselves are called: never on a form for work."""
    places, clinicians = work.all(Place), work.all(Clinician)
    names = [
        *(each.title for each in appointments_of(work, entries).values()),
        *(name for place in places for name in (place.name, place.address, place.building, place.department)),
        *(name for clinician in clinicians for name in (clinician.name, clinician.role)),
    ]
    return frozenset(word for name in names for word in _WORD.findall(name.casefold()) if len(word) >= _SHORTEST_WORD)


def _kind(entry: Shown) -> str:
    names = {TakenAs.BLOCK: tr("block"), TakenAs.OFF_AND_ON: tr("intermittent"), TakenAs.SHORTER_WEEK: tr("reduced")}
    return names[taken_as(entry.first, entry.last, every_days=entry.every_days, minutes=entry.minutes)]


def _code(reason: LeaveReason) -> str:
    codes = {LeaveReason.CARE: tr("C"), LeaveReason.APPOINTMENT: tr("A"), LeaveReason.OTHER: tr("O")}
    return codes[reason]


def _paid(paid: PaidFrom) -> str:
    words = {
        PaidFrom.UNPAID: tr("unpaid"),
        PaidFrom.PTO: tr("PTO"),
        PaidFrom.SICK: tr("sick"),
        PaidFrom.STATE: tr("state"),
    }
    return words[paid]


# What is not on it


def _other_time_off(entries: Sequence[TimeOff]) -> list[LeftOut]:
    why = tr("It is not leave from this job under the FMLA.")
    return [LeftOut(what=_days(entry), why=why) for entry in entries]


def _kept_back(entries: Sequence[TimeOff], writer: _Writer) -> list[LeftOut]:
    """What the log holds that the form does not say."""
    found = []
    for entry in entries:
        if any(words.strip() and not writer.safe(words) for words in (entry.told_how, entry.told_whom)):
            found.append(LeftOut(what=_days(entry), why=tr("How work was told says too much. Write it by hand.")))
        if entry.notes.strip():
            found.append(LeftOut(what=_days(entry), why=tr("Its notes stay in your own log.")))
        if entry.appointment_id is not None:
            found.append(LeftOut(what=_days(entry), why=tr("Which visit it is for stays off this form.")))
    return found


def _days(entry: TimeOff) -> str:
    if entry.first == entry.last:
        return short_day(entry.first)
    return tr("{first} – {last}").format(first=short_day(entry.first), last=short_day(entry.last))


def _table(data: PayForm, lines: Sequence[Line]) -> str:
    """The same lines for a spreadsheet that adds them up: hours are cut to a hundredth, minutes are exact."""
    head = (
        tr("Date"),
        tr("From"),
        tr("To"),
        tr("Hours"),
        tr("Kind"),
        tr("Reason"),
        tr("Planned"),
        tr("Notice given"),
        tr("Paid from"),
        tr("Minutes"),
    )
    rows = [
        (
            row.day.isoformat(),
            "",
            "",
            _hours(line.minutes),
            row.kind,
            row.reason,
            row.planned or "",
            row.notice or "",
            row.paid,
            _minutes(line.minutes),
        )
        for row, line in zip(data.rows, lines, strict=True)
    ]
    total = total_minutes(lines)
    last = (tr("Total"), "", "", _hours(total), data.weeks, "", "", "", "", _minutes(total))
    return csv_text([head, *rows, last])


def _hours(minutes: int | None) -> str:
    return hours_number(Fraction(minutes)) if minutes is not None else ""


def _minutes(minutes: int | None) -> str:
    return str(minutes) if minutes is not None else ""
