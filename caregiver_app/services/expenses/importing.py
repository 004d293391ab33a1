"""Costs from a file of a bank: what would come in, held against what is there; and bringing it in as one step."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path

from caregiver_app.domain.bank_lines import BankFile, BankLine, Style, Told
from caregiver_app.domain.cost_guess import guess_kind
from caregiver_app.domain.expenses import Expense, PaidHow, Reimbursement, Source
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.people import LONGEST_NAME, LONGEST_NOTE
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.domain.receipts import r_number
from caregiver_app.services.expenses import ledger
from caregiver_app.services.long_work import Progress, unwatched
from caregiver_app.services.people import everybody
from caregiver_app.storage.bank_rows import Known, came_back_between, known_between
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

NEAR = 4  # days between a cost that was typed and its line from the bank
AT_ONCE = 4000  # costs that are kept together; in between, the person may stop
NOTHING_TOLD = Told()
_DAYS = sorted(range(-NEAR, NEAR + 1), key=abs)
_NUMBERS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One line that can come in. `kind` is what it seems to be, empty for no idea.

    `why` says why it is not ticked at first, empty when it is. `mark` is what the line is known by later.
    """

    line: BankLine
    kind: str = ""
    why: str = ""
    mark: str = ""

    @property
    def is_ticked(self) -> bool:
        """Whether it comes in unless the person says no."""
        return not self.why

    @property
    def is_money_in(self) -> bool:
        """Whether money came in: it can be a reimbursement, and no cost."""
        return self.line.spent < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file held against what is there: `lines` can come in, `bad` can't and say why.

    While `file` is not clear (the order of its days, its columns), there are none of both.
    """

    file: BankFile
    lines: tuple[Arrival, ...] = ()
    bad: tuple[BankLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A line to bring in: as a cost of a kind, or money in as what came back from a source."""

    arrival: Arrival
    kind: str = Category.OTHER.value
    source: Source | None = None


def content_of(path: Path) -> bytes:
    """What a file holds. Raises FileProblem."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileProblem(
            tr("“{name}” can’t be opened.").format(name=path.name),
            tr("It may have been moved, or belongs to somebody else. Save it once more and try again."),
        ) from error


def read_bank(work: UnitOfWork, *, content: bytes, today: date, told: Told = NOTHING_TOLD) -> Incoming:
    """All lines of a file; slow for a large one. Raises FileProblem when it is no list of payments."""
    from caregiver_app.exchange.bank import read_bank_file

    people = {person.name: person.id for person in everybody(work)}
    try:
        file = read_bank_file(content, today=today, told=told, people=people)
    except InvalidEntry as refusal:
        raise FileProblem(refusal.message) from refusal
    if not file.is_clear:
        return Incoming(file=file)
    good = [line for line in file.lines if not line.problem]
    bad = tuple(line for line in file.lines if line.problem)
    return Incoming(file=replace(file, lines=()), lines=tuple(_arrivals(work, good, file.style)), bad=bad)


def bring_in(
    work: UnitOfWork, *, chosen: Sequence[Chosen], paid_how: PaidHow | None = None, progress: Progress = unwatched
) -> None:
    """Keep what was chosen, numbered by day. `progress` may raise Stopped, and nothing is kept then.

    `paid_how` is how all of it was paid, such as from an HSA, which never counts twice; None: by check where the line
    has the number of one, else by card.
    """
    costs = sorted((each for each in chosen if each.source is None), key=lambda each: _day(each.arrival.line))
    number = ledger.next_number(work)
    for start in range(0, len(costs), AT_ONCE):
        part = costs[start : start + AT_ONCE]
        ledger.add_many(
            work, expenses=[_expense(each, number + start + place, paid_how) for place, each in enumerate(part)]
        )
        progress(start + len(part), len(chosen))
    back = [_reimbursement(each) for each in chosen if each.source is not None]
    work.put_new(Reimbursement, back)
    progress(len(chosen), len(chosen))


def _expense(chosen: Chosen, number: int, paid_how: PaidHow | None) -> Expense:
    arrival, line = chosen.arrival, chosen.arrival.line
    if line.expense is not None:
        return replace(line.expense, number=number, kind=chosen.kind, imported_as=arrival.mark)
    day = _day(line)
    notes = "\n".join(part for part in (line.memo, line.payee[LONGEST_NAME:]) if part)
    return Expense(
        number=number,
        served_on=day,
        paid_on=day,
        kind=chosen.kind,
        payee=line.payee[:LONGEST_NAME],
        paid_how=paid_how or (PaidHow.CHECK if line.check else PaidHow.CARD),
        amount=line.spent,
        imported_as=arrival.mark,
        notes=notes[:LONGEST_NOTE] if notes != line.payee else "",
    )


def _reimbursement(chosen: Chosen) -> Reimbursement:
    line = chosen.arrival.line
    assert chosen.source is not None, "only these come back"
    notes = " · ".join(dict.fromkeys(part for part in (line.payee, line.memo) if part))
    return Reimbursement(received_on=_day(line), amount=-line.spent, source=chosen.source, notes=notes[:LONGEST_NOTE])


def _day(line: BankLine) -> date:
    assert line.day is not None, "a line without a day has a problem"
    return line.day


# Held against what is there


def _arrivals(work: UnitOfWork, lines: Sequence[BankLine], style: Style) -> Iterator[Arrival]:
    said = [_said(line) for line in lines]
    marks = list(_marks(lines, said))
    known = _KnownCosts(work, lines, marks)
    kinds = _Kinds(work)
    first_of: dict[str, int] = {}
    for line, mark, words in zip(lines, marks, said, strict=True):
        why = known.why(line, mark)
        above = first_of.setdefault(words, line.number)
        if not why and above != line.number and style is not Style.OWN:
            why = tr("The same as line {n}. Tick it if it was paid twice.").format(n=above)
        if not why and line.pending:
            why = tr("Still pending at the bank. It will come again when it is paid.")
        if not why and line.spent < 0:
            why = tr("Money in. Tick it if it paid a cost back.")
        yield Arrival(line=line, kind=kinds.of(line), why=why, mark=mark)


def _said(line: BankLine) -> str:
    """What makes two lines of one file the same."""
    if line.expense is not None:
        one = line.expense
        return f"{one.kind}|{one.payee}|{one.from_to}|{one.miles}|{one.served_on}|{one.notes}"
    if line.reference:
        return line.reference
    return f"{line.day}|{line.spent}|{line.payee.casefold()}|{line.memo.casefold()}"


def _marks(lines: Iterable[BankLine], said: Iterable[str]) -> Iterator[str]:
    """What each line is known by later: the same in another file of the same days, and of equal lines each its own."""
    counted: Counter[str] = Counter()
    for line, words in zip(lines, said, strict=True):
        one = f"{line.day}|{line.spent}|{words}"
        counted[one] += 1
        yield blake2b(f"{one}|{counted[one]}".encode("utf-8", "replace"), digest_size=12).hexdigest()


class _KnownCosts:
    """Says which lines are kept already, or look so."""

    def __init__(self, work: UnitOfWork, lines: Sequence[BankLine], marks: Iterable[str]) -> None:
        days = [_day(line) for line in lines]
        costs = known_between(work, min(days), max(days), NEAR) if days else []
        self._by_mark = {cost.mark: cost for cost in costs if cost.mark}
        came = set(marks)
        self._on: dict[tuple[date, Decimal], list[Known]] = {}
        for cost in costs:
            if cost.mark not in came:
                self._on.setdefault((cost.day, cost.amount), []).append(cost)
        self._back = Counter(came_back_between(work, min(days), max(days)) if days else ())

    def why(self, line: BankLine, mark: str) -> str:
        """Why a line should stay out; empty when nothing is like it. Each cost stands in for one line."""
        if line.spent < 0:
            return self._why_back(line)
        if mark in self._by_mark:
            return tr("Already here as {number}.").format(number=r_number(self._by_mark[mark].number))
        cost = self._taken(line)
        if cost is None:
            return ""
        sentence = tr("Looks like {number}, {what}. Tick it if it is another one.")
        return sentence.format(number=r_number(cost.number), what=cost.payee or cost.from_to or tr("the same amount"))

    def _taken(self, line: BankLine) -> Known | None:
        """A cost like a line, of the nearest day; it is like no other line from now on."""
        for days in _DAYS if self._on else ():
            there = self._on.get((_day(line) + timedelta(days=days), line.spent), [])
            for cost in there:
                if self._is_like(cost, line, days):
                    there.remove(cost)
                    return cost
        return None

    def _why_back(self, line: BankLine) -> str:
        if self._back[_day(line), -line.spent] <= 0:
            return ""
        self._back[_day(line), -line.spent] -= 1
        return tr("Already here as money that came back.")

    @staticmethod
    def _is_like(cost: Known, line: BankLine, days: int) -> bool:
        if line.expense is not None:  # from our own table: all that tells costs apart is the same
            one = line.expense
            mine = (one.kind, one.payee, one.from_to, one.miles)
            return not days and mine == (cost.kind, cost.payee, cost.from_to, cost.miles)
        return not days or not cost.mark  # another file of the bank would say the same day


class _Kinds:
    """Guesses what lines are: as the same payee was before, else by its words."""

    def __init__(self, work: UnitOfWork) -> None:
        self._before: Mapping[str, str] = {_bare(each.name): each.kind for each in reversed(ledger.payees(work))}
        self._guessed: dict[tuple[str, str], str] = {}

    def of(self, line: BankLine) -> str:
        """The key of a kind; empty for no idea."""
        if line.expense is not None:
            return line.expense.kind
        told = (line.payee, line.category)
        if told not in self._guessed:
            guess = guess_kind(line.payee) or guess_kind(line.category)
            self._guessed[told] = self._before.get(_bare(line.payee)) or (guess.kind.value if guess else "")
        return self._guessed[told]


def _bare(payee: str) -> str:
    """A payee without the numbers that change from line to line."""
    return _NUMBERS.sub(" ", payee).casefold().strip()
