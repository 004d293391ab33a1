"""The costs of the made-up family: the same for the same day, told of their visits, with papers that open."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import Receipt
from caregiver_app.exchange import receipt_files
from caregiver_app.services import demo, expenses
from caregiver_app.services.expenses import claims, family, receipts
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.database import open_file

DAYS = (date(2026, 11, 22), date(2026, 6, 30), date(2027, 1, 3), date(2028, 2, 29))


@pytest.fixture
def home(workspace: Workspace) -> Workspace:
    """The made-up family on the day of the tests."""
    workspace.write(partial(demo.fill, today=DAYS[0]))
    return workspace


@pytest.mark.parametrize("today", DAYS)
def test_any_day_has_a_year_of_costs_behind_it(workspace: Workspace, today: date) -> None:
    workspace.write(partial(demo.fill, today=today))
    costs = workspace.read(lambda work: work.all(Expense))
    assert len(costs) > 90
    assert max(each.day for each in costs) <= today
    assert (today - min(each.day for each in costs)).days > 300
    assert sorted(each.number for each in costs) == list(range(1, len(costs) + 1))
    by_number = sorted(costs, key=lambda each: each.number)
    assert [each.day for each in by_number] == sorted(each.day for each in costs)


def test_the_same_day_gives_the_same_costs_to_the_last_id(home: Workspace, tmp_path: Path) -> None:
    other = Workspace(open_file(tmp_path / "other.care"), home.clock)
    other.write(partial(demo.fill, today=DAYS[0]))
    both = [each.read(lambda work: set(work.all(Expense)) | set(work.all(Receipt))) for each in (home, other)]
    other.close()
    assert both[0] == both[1]


def test_some_receipts_are_missing_and_the_others_open(home: Workspace) -> None:
    figures = home.read(partial(expenses.figures, today=DAYS[0], year=2026))
    assert 2 <= figures.missing <= 9
    assert figures.usual_month is not None
    papers = home.read(lambda work: work.all(Receipt))
    content = home.read(partial(receipts.content, receipt=papers[0]))
    taken = receipt_files.look_at(content, papers[0].name)
    assert (taken.type, taken.sha256, taken.size) == (papers[0].type, papers[0].sha256, papers[0].size)
    assert home.read(partial(receipts.previews, receipts=papers[:1]))[papers[0].sha256]


def test_claims_are_paid_denied_and_waiting_and_the_family_shares(home: Workspace) -> None:
    running = home.read(claims.claims)
    assert {each.claim.state.value for each in running} == {"paid", "denied", "filed"}
    assert sum(each.back for each in running) == 120
    settled = home.read(family.settle)
    assert len(settled.standings) == 2
    assert len(settled.payments) == 1
