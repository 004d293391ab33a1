"""Receipts are kept once each, read only when opened, and a cost without one is on the list."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import Receipt
from caregiver_app.exchange.receipt_files import TakenIn
from caregiver_app.services.expenses import receipts
from caregiver_app.services.workspace import Workspace
from tests.services.conftest import TODAY


def ticket(color: str = "white") -> TakenIn:
    """A photo of a ticket."""
    made = io.BytesIO()
    Image.new("RGB", (80, 120), color).save(made, "PNG")
    return receipts.look_at(made.getvalue(), f"{color}.png")


def cost(number: int, day: date = TODAY, *, needed: bool = True) -> Expense:
    """A parking cost."""
    return Expense(
        number=number,
        served_on=day,
        paid_on=day,
        kind="parking_tolls",
        amount=Decimal(12),
        receipt_needed=needed,
    )


@pytest.fixture
def parking(workspace: Workspace) -> Expense:
    """A cost without a receipt yet."""
    expense = cost(1)
    workspace.write(lambda work: work.put(expense))
    return expense


def attach(workspace: Workspace, expense: Expense, taken: TakenIn) -> Receipt:
    """Keep a receipt with a cost."""
    kept: list[Receipt] = []
    workspace.write(lambda work: kept.append(receipts.attach(work, expense_id=expense.id, taken=taken, today=TODAY)))
    return kept[0]


def test_a_receipt_comes_back_as_it_was_given(workspace: Workspace, parking: Expense) -> None:
    taken = ticket()
    receipt = attach(workspace, parking, taken)
    assert workspace.read(partial(receipts.content, receipt=receipt)) == taken.content
    assert workspace.read(partial(receipts.previews, receipts=[receipt])) == {taken.sha256: taken.preview}
    drawn = receipts.page_drawn(taken.content, taken.type, 0, 60)
    assert (drawn.width, drawn.height) == (40, 60)


def test_several_receipts_of_one_cost_and_one_file_of_two_costs(workspace: Workspace, parking: Expense) -> None:
    other = cost(2)
    workspace.write(lambda work: work.put(other))
    white = ticket()
    attach(workspace, parking, white)
    attach(workspace, parking, ticket("gray"))
    attach(workspace, parking, white)
    attach(workspace, other, white)
    assert len(workspace.read(partial(receipts.of_expense, expense_id=parking.id))) == 2
    found = workspace.read(partial(receipts.same_files, hashes=[white.sha256]))[white.sha256]
    assert [expense.number for expense in found] == [1, 2]


def test_a_receipt_that_was_taken_off_comes_back_with_undo(workspace: Workspace, parking: Expense) -> None:
    receipt = attach(workspace, parking, ticket())
    changes = workspace.write(partial(receipts.detach, receipt=receipt))
    assert workspace.read(partial(receipts.of_expense, expense_id=parking.id)) == []
    workspace.write(lambda work: work.apply(changes.inverse()))
    assert workspace.read(partial(receipts.of_expense, expense_id=parking.id)) == [receipt]
    assert workspace.read(partial(receipts.content, receipt=receipt)) == ticket().content


def test_the_list_of_what_is_missing(workspace: Workspace, parking: Expense) -> None:
    last_year, no_paper, with_paper = cost(2, date(2025, 12, 31)), cost(3, needed=False), cost(4)
    workspace.write(lambda work: work.put_new(Expense, [last_year, no_paper, with_paper]))
    attach(workspace, with_paper, ticket())
    assert workspace.read(partial(receipts.missing, year=2026)) == [parking]
    assert workspace.read(partial(receipts.missing, year=2025)) == [last_year]


def test_many_files_at_once_good_ones_come_in_and_bad_ones_are_told(tmp_path: Path) -> None:
    (tmp_path / "1.png").write_bytes(ticket().content)
    (tmp_path / "2.png").write_bytes(ticket().content)
    (tmp_path / "3.png").write_bytes(ticket("gray").content)
    (tmp_path / "4.jpg").write_bytes(b"not a photo")
    (tmp_path / "notes.txt").write_text("no receipt")
    found = [each.path for each in receipts.newest_in(tmp_path)]
    looked = receipts.look_at_files([*found, tmp_path / "gone.png"])
    assert {taken.sha256 for taken in looked.taken} == {ticket().sha256, ticket("gray").sha256}
    assert sorted(looked.refused) == [
        "4.jpg is not a photo inside, whatever its name says. Copy it again, or choose another file.",
        "We could not find gone.png. It may be on a phone or drive that is unplugged.",
    ]


def test_more_than_two_hundred_files_are_taken_in_turns(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(receipts.MOST_AT_ONCE + 5)]
    counted: list[int] = []
    looked = receipts.look_at_files(paths, progress=counted.append)
    assert looked.refused[-1] == "Only the first 200 files were taken. Add the others after these."
    assert counted[-1] == receipts.MOST_AT_ONCE
    stopped = receipts.look_at_files(paths, is_cancelled=lambda: True)
    assert stopped.taken == ()
