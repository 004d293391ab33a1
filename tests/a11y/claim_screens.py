"""Getting money back, over the file of the made-up family: the lists, a claim, a call, money for one cost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.claims import ClaimState
from caregiver_app.domain.expense_answers import Asked, Column
from caregiver_app.domain.expenses import Expense, Source
from caregiver_app.services.expenses import claims, lists
from caregiver_app.services.expenses.claims import RunningClaim
from caregiver_app.ui.expenses.call_editor import CallEditor
from caregiver_app.ui.expenses.claim_editor import ClaimEditor
from caregiver_app.ui.expenses.claims import CALLS, ClaimsDialog
from caregiver_app.ui.expenses.money_back import MoneyBackEditor
from tests.stage import Stage, spin

DEMO, WELCOMED = "demo", "welcomed"


def _list(which: str, words: str, stage: Stage) -> QWidget:
    dialog = ClaimsDialog(stage.parts, stage.window)
    dialog.show_part(which)
    dialog.search.setText(words)
    return dialog


def running(stage: Stage, state: ClaimState) -> RunningClaim:
    """A claim of the made-up family that is so far."""
    return next(each for each in stage.workspace.read(claims.claims) if each.claim.state is state)


def cost(stage: Stage, kind: str = "rx") -> Expense:
    """The last cost of a kind."""
    asked = Asked(kind=kind, sort=Column.DAY, descending=True, limit=1)
    return stage.workspace.read(partial(lists.rows, asked=asked))[0].expense


def _claim(state: ClaimState, stage: Stage) -> QWidget:
    return ClaimEditor(stage.parts, running(stage, state).claim, stage.window)


def _claim_wrong(stage: Stage) -> QWidget:
    form = ClaimEditor(stage.parts, parent=stage.window, expense=cost(stage))
    form.days.lines["denied_on"].setText("32 Nov")
    form.days.lines["filed_on"].setText("soon")
    form.money.add_empty()
    form.money.rows[0].amount.setText("12.5.0")
    form.show()
    spin()
    form.try_to_save()
    return form


def _call(stage: Stage) -> QWidget:
    return CallEditor(stage.parts, stage.workspace.read(claims.calls)[0], stage.window)


def _money(stage: Stage) -> QWidget:
    form = MoneyBackEditor(stage.parts, cost(stage), stage.window)
    form.money.rows[0].amount.setText("20")
    form.money.rows[0].source.choose(Source.HSA)
    form.money.add_empty()
    return form


CLAIM_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget], str], ...] = (
    ("claims", partial(_list, "claims", ""), DEMO),
    ("calls", partial(_list, CALLS, ""), DEMO),
    ("claims, found in calls", partial(_list, "claims", "jordan"), DEMO),
    ("claims, none yet", partial(_list, "claims", ""), WELCOMED),
    ("calls, none yet", partial(_list, CALLS, ""), WELCOMED),
    ("new claim", lambda stage: ClaimEditor(stage.parts, parent=stage.window), DEMO),
    ("new claim, wrong", _claim_wrong, DEMO),
    ("claim, denied", partial(_claim, ClaimState.DENIED), DEMO),
    ("claim, paid", partial(_claim, ClaimState.PAID), DEMO),
    ("new call", lambda stage: CallEditor(stage.parts, parent=stage.window), DEMO),
    ("call", _call, DEMO),
    ("money that came back", _money, DEMO),
)
