"""Receipts of costs: looked at, kept once each, shown, and the ones that are still missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from operator import attrgetter
from os import stat_result
from pathlib import Path
from uuid import UUID

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money.year_summary import first_and_last
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.receipts import Receipt
from caregiver_app.exchange import receipt_files
from caregiver_app.exchange.receipt_files import TakenIn
from caregiver_app.storage import receipt_rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

MOST_AT_ONCE = 200
MOST_BYTES_AT_ONCE = 400 * 1024 * 1024  # they wait in memory until they are kept
ENDINGS = receipt_files.ENDINGS
look_at = receipt_files.look_at
smaller = receipt_files.smaller
DrawnPage = receipt_files.DrawnPage
count_pages = receipt_files.count_pages
page_drawn = receipt_files.page_drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What came of looking at many files: those that can be kept, and the others with why not.

    `smaller` has a smaller copy for each large photo, by the hash of the large one.
    """

    taken: tuple[TakenIn, ...]
    refused: tuple[str, ...]
    smaller: Mapping[str, TakenIn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file in a folder, with the day it was last changed and its size in bytes."""

    path: Path
    day: date
    size: int


def look_at_files(
    paths: Sequence[Path],
    is_cancelled: Callable[[], bool] = bool,
    progress: Callable[[int], object] | None = None,
) -> Looked:
    """Look at files on the disk, one after the other; the same file twice is taken once. Slow: away from the screen."""
    taken: dict[str, TakenIn] = {}
    copies: dict[str, TakenIn] = {}
    refused: list[str] = []
    for place, path in enumerate(paths[:MOST_AT_ONCE]):
        if is_cancelled():
            break
        if sum(each.size for each in taken.values()) > MOST_BYTES_AT_ONCE:
            refused.append(_only_first(place))
            break
        found = _look_at_one(path)
        if isinstance(found, str):
            refused.append(found)
        elif found.sha256 not in taken:
            taken[found.sha256] = found
            if found.can_be_smaller:
                with suppress(InvalidEntry):  # then it is kept as it is
                    copies[found.sha256] = smaller(found)
        if progress is not None:
            progress(place + 1)
    if len(paths) > MOST_AT_ONCE:
        refused.append(_only_first(MOST_AT_ONCE))
    return Looked(taken=tuple(taken.values()), refused=tuple(refused), smaller=copies)


def _look_at_one(path: Path) -> TakenIn | str:
    """A file as a receipt, or a sentence why it can’t be one."""
    try:
        return receipt_files.look_at_file(path)
    except InvalidEntry as problem:
        return problem.message
    except FileNotFoundError:
        return tr("We could not find {name}. It may be on a phone or drive that is unplugged.").format(name=path.name)
    except OSError:
        return tr("We could not read {name}. Copy it to this computer first, then add it.").format(name=path.name)


def _only_first(n: int) -> str:
    return tr("Only the first {n} files were taken. Add the others after these.").format(n=n)


def newest_in(folder: Path, most: int = 60) -> list[Found]:
    """The photos and PDFs in a folder, the newest first, as a scanner saves them. Raises OSError."""
    papers = (path for path in folder.iterdir() if path.suffix.casefold() in ENDINGS and path.is_file())
    found = [(path.stat(), path) for path in papers]
    newest = sorted(found, key=lambda each: (each[0].st_mtime, each[1]), reverse=True)[:most]
    return [Found(path=path, day=_day_of(facts), size=facts.st_size) for facts, path in newest]


def _day_of(facts: stat_result) -> date:
    """The day of a file's own time on this computer's calendar."""
    return datetime.fromtimestamp(facts.st_mtime, UTC).astimezone().date()


def glance_at(
    paths: Sequence[Path], is_cancelled: Callable[[], bool] = bool, found: Callable[[Path, bytes], object] | None = None
) -> None:
    """A small picture of each file that can be a receipt, as soon as it is read. Slow: away from the screen."""
    for path in paths:
        if is_cancelled():
            return
        with suppress(InvalidEntry, OSError):  # it is told when it is wanted
            preview = receipt_files.look_at_file(path).preview
            if found is not None:
                found(path, preview)


def attach(work: UnitOfWork, *, expense_id: UUID, taken: TakenIn, today: date) -> Receipt:
    """Keep a receipt with a cost; the same file is not added to it twice."""
    expense = work.need(Expense, expense_id)
    known = [each for each in of_expense(work, expense_id=expense.id) if each.sha256 == taken.sha256]
    if known:
        return known[0]
    receipt_rows.keep_file(work, taken.sha256, taken.content, taken.preview)
    receipt = Receipt(
        expense_id=expense.id,
        sha256=taken.sha256,
        type=taken.type,
        size=taken.size,
        name=taken.name[-200:],
        added_on=today,
    )
    work.put(receipt)
    return receipt


def detach(work: UnitOfWork, *, receipt: Receipt) -> None:
    """Take a receipt off its cost; its file stays in the data, so that this can be undone."""
    work.remove(receipt)


def of_expense(work: UnitOfWork, *, expense_id: UUID) -> list[Receipt]:
    """The receipts of a cost, as they came."""
    return sorted(receipt_rows.receipts_of(work, [expense_id]), key=attrgetter("added_on", "name", "id"))


def by_cost(work: UnitOfWork, *, expenses: Sequence[Expense]) -> dict[UUID, tuple[Receipt, ...]]:
    """The receipts of some costs, by the id of the cost; costs without one are left out."""
    found: dict[UUID, list[Receipt]] = {}
    for receipt in receipt_rows.receipts_of(work, [each.id for each in expenses]):
        found.setdefault(receipt.expense_id, []).append(receipt)
    return {expense_id: tuple(kept) for expense_id, kept in found.items()}


def content(work: UnitOfWork, *, receipt: Receipt) -> bytes:
    """The file as it was given. Raises InvalidEntry at `receipt` when it is not there."""
    found = receipt_rows.content_of(work, receipt.sha256)
    if found is None:
        raise InvalidEntry("receipt", tr("This receipt is not in the file any more. Add it again if you have it."))
    return found


def previews(work: UnitOfWork, *, receipts: Sequence[Receipt]) -> dict[str, bytes]:
    """Small pictures (JPEG) of receipts, by the hash of their files."""
    return receipt_rows.previews_of(work, [receipt.sha256 for receipt in receipts])


def same_files(work: UnitOfWork, *, hashes: Sequence[str]) -> dict[str, list[Expense]]:
    """The costs that have these very files already by R-number, by hash; files that no cost has are left out."""
    kept = receipt_rows.receipts_with(work, hashes)
    costs = {each.id: each for each in work.among(Expense, "id", {each.expense_id for each in kept})}
    found: dict[str, list[Expense]] = {}
    for receipt in kept:
        if receipt.expense_id in costs:
            found.setdefault(receipt.sha256, []).append(costs[receipt.expense_id])
    return {sha256: sorted(some, key=attrgetter("number")) for sha256, some in found.items()}


def missing(work: UnitOfWork, *, year: int) -> list[Expense]:
    """The costs paid in a year that still need a receipt, by the day paid."""
    found = receipt_rows.without_receipt(work, *first_and_last(year))
    return sorted(found, key=attrgetter("paid_on", "number"))
