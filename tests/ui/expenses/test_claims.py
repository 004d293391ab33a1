"""Getting money back: the lists of claims and calls, worked by key, taken back, and changed by somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.services.expenses import claims
from caregiver_app.ui.expenses.call_editor import CallEditor
from caregiver_app.ui.expenses.claim_editor import ClaimEditor
from caregiver_app.ui.expenses.claim_list import ListPart
from caregiver_app.ui.expenses.claims import CALLS, CLAIMS, ClaimsDialog
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.money_back import MoneyBackEditor
from caregiver_app.ui.finding import FindDialog
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import Stage, spin
from tests.ui.expenses.conftest import page_of

D = TypeVar("D", bound=QWidget)


@pytest.fixture
def dialog(stage: Stage) -> Iterator[ClaimsDialog]:
    """Claims and calls of the made-up family."""
    opened = ClaimsDialog(stage.parts, stage.window)
    opened.open()
    spin()
    yield opened
    opened.accept()


def spoken(part: ListPart) -> list[str]:
    rows = part.list.rows
    return [rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.rowCount())]


def names(part: ListPart) -> list[str]:
    rows = part.list.rows
    return [rows.index(n).data() for n in range(rows.rowCount())]


def modal(kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    spin()
    return found


def test_open_claims_come_first_by_the_day_that_comes_next(dialog: ClaimsDialog) -> None:
    assert spoken(dialog.claims) == [
        (
            "R-090 · Elm Street Medical Supply, Lakeside Health Plan · Filed, Billed $48.00, nothing came back yet,"
            " The plan should answer by Sat Jan 9 2027."
        ),
        (
            "R-076 · Lakeside Center, Lakeside Health Plan · Denied, Billed $214.50, nothing came back yet,"
            " Appeal by Sat May 1 2027. This is the usual time; the day on your notice decides."
        ),
        "R-057 · Harbor Hospital, Lakeside Health Plan · Paid, $120.00 of $250.00 came back",
    ]


def test_a_call_tells_when_to_call_back_and_about_what(dialog: ClaimsDialog) -> None:
    dialog.show_part(CALLS)
    assert spoken(dialog.calls) == [
        (
            "Lakeside Health Plan · Jordan, Call back on Wed Nov 25,"
            " They will look at it again. Dr. Osei’s office sends a letter.,"
            " Fri Nov 13 · Reference 88-1204 · R-076 · Lakeside Center"
        )
    ]


def test_calls_to_make_come_first_then_the_newest(stage: Stage, dialog: ClaimsDialog) -> None:
    today = stage.workspace.clock.today()
    for company, day in (("Birch Care", today.replace(day=2)), ("Ash Bank", today.replace(day=20))):
        stage.parts.actions.run("", partial(claims.save_call, before=None, after=CallNote(day=day, company=company)))
    dialog.show_part(CALLS)
    assert names(dialog.calls) == ["Lakeside Health Plan · Jordan", "Ash Bank", "Birch Care"]
    QTest.mouseClick(dialog.called_button, Qt.MouseButton.LeftButton)
    assert names(dialog.calls) == ["Ash Bank", "Lakeside Health Plan · Jordan", "Birch Care"]
    assert dialog.notices.text() == "Called back – saved."
    stage.parts.actions.undo()
    assert names(dialog.calls)[0] == "Lakeside Health Plan · Jordan"


def test_one_search_goes_through_both(dialog: ClaimsDialog) -> None:
    dialog.search.setText("r-076")
    assert names(dialog.claims) == ["R-076 · Lakeside Center"]
    assert dialog.found.text() == "1 call fits, see Calls."
    dialog.search.setText("so-20977")
    assert names(dialog.claims) == ["R-076 · Lakeside Center"]
    assert not dialog.found.isVisible()
    dialog.search.setText("jordan")
    assert dialog.found.text() == "No claim fits these words. 1 call fits, see Calls."
    dialog.which.findChild(QWidget, "segment calls").click()  # type: ignore[attr-defined]
    assert names(dialog.calls) == ["Lakeside Health Plan · Jordan"]
    assert dialog.new_button.text() == "New call"


def test_enter_opens_and_delete_removes_and_ctrl_z_takes_back(dialog: ClaimsDialog, qtbot: QtBot) -> None:
    dialog.claims.list.setFocus()
    QTest.keyClick(dialog.claims.list, Qt.Key.Key_Return)
    form = modal(ClaimEditor, qtbot)
    assert form.heading.text() == "Claim for R-090 · Elm Street Medical Supply"
    form.reject()
    dialog.activateWindow()
    spin()
    QTest.keyClick(dialog.claims.list, Qt.Key.Key_Delete)
    assert names(dialog.claims) == ["R-076 · Lakeside Center", "R-057 · Harbor Hospital"]
    assert dialog.notices.text() == "Remove a claim – saved."
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(names(dialog.claims)) == 3
    assert not dialog.notices.isVisible()  # its Undo would take back another step
    QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = modal(ClaimEditor, qtbot)
    assert form.heading.text() == "New claim"
    form.reject()


def test_a_call_is_written_down_from_its_claim(dialog: ClaimsDialog, qtbot: QtBot) -> None:
    dialog.claims.list.choose_row(1)
    QTest.mouseClick(dialog.call_button, Qt.MouseButton.LeftButton)
    form = modal(CallEditor, qtbot)
    assert (form.company.text(), form.about.currentText()) == (
        "Lakeside Health Plan",
        "R-076 · Lakeside Center · SO-20977",
    )
    form.person.setText("Robin")
    form.call_back.setText("nov 24")
    form.try_to_save()
    spin()
    assert names(dialog.calls) == ["Lakeside Health Plan · Robin", "Lakeside Health Plan · Jordan"]
    assert dialog.part is dialog.calls


def test_a_claim_that_changed_elsewhere_is_not_removed(stage: Stage, dialog: ClaimsDialog, qtbot: QtBot) -> None:
    claim = dialog.claims.record()
    assert isinstance(claim, Claim)
    stage.workspace.write(partial(claims.save_claim, before=claim, after=replace(claim, reference="77")))
    dialog.remove()
    assert dialog.notices.isVisible()
    assert len(stage.workspace.read(claims.claims)) == 3
    dialog.edit()  # what is kept now is in the list
    form = modal(ClaimEditor, qtbot)
    assert form.reference.text() == "77"
    form.reject()


def test_with_nothing_kept_it_says_why_to_keep_it(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    empty = stages.open_stage(theme, stages.file_of("welcomed", tmp_path))
    dialog = ClaimsDialog(empty.parts, empty.window)
    dialog.open()
    spin()
    assert not dialog.search_field.isVisible()
    assert not dialog.remove_button.isVisible()
    assert dialog.claims.empty.button is not None
    dialog.claims.empty.button.click()
    form = modal(ClaimEditor, qtbot)
    form.company.setEditText("Maple Health")
    form.try_to_save()
    spin()
    assert names(dialog.claims) == ["Maple Health"]
    dialog.show_part(CALLS)
    assert dialog.calls.currentWidget() is dialog.calls.empty
    dialog.show_part(CLAIMS)
    assert dialog.search_field.isVisible()
    dialog.accept()
    empty.close()


def test_the_tab_opens_claims_and_what_came_back_for_a_cost(spent: Stage, qtbot: QtBot) -> None:
    page = page_of(spent)
    QTest.mouseClick(page.panel.tools.claims, Qt.MouseButton.LeftButton)
    modal(ClaimsDialog, qtbot).accept()
    spin()
    page.panel.list.search.setText("ct scan")
    for text, kind in (("Money came back…", MoneyBackEditor), ("Its claim…", ClaimEditor)):
        page.panel.list.table.pressed_key.emit(Qt.Key.Key_Menu)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(each for each in menu.actions() if each.text() == text).trigger()
        menu.close()
        modal(kind, qtbot).close()
        spin()


def test_the_form_of_a_cost_leads_to_what_came_back(spent: Stage, qtbot: QtBot) -> None:
    page = page_of(spent)
    page.panel.list.search.setText("ct scan")
    page.panel.list.table.pressed_key.emit(Qt.Key.Key_Return)
    form = modal(ExpenseEditor, qtbot)
    QTest.mouseClick(form.folds.money_button, Qt.MouseButton.LeftButton)
    money = modal(MoneyBackEditor, qtbot)
    money.money.rows[0].amount.setText("5")
    money.try_to_save()
    spin()
    form.reject()
    assert "($5.00 came back)" in str(page.panel.list.model.index(0, 1).data())


def test_the_form_of_a_new_cost_has_no_money_yet(stage: Stage) -> None:
    form = ExpenseEditor(stage.parts, parent=stage.window)
    form.show()
    assert not form.folds.money_button.isVisible()
    form.done(0)


@pytest.mark.parametrize(("typed", "words"), [("20481", "R-057"), ("jordan", "Jordan")])
def test_find_and_enter_stand_on_that_very_claim_or_call(stage: Stage, qtbot: QtBot, typed: str, words: str) -> None:
    stage.show(1280, 900)
    find = FindDialog(stage.parts, stage.window)
    find.chosen.connect(stage.window.show_found)
    find.open()
    QTest.keyClicks(find.search, typed)
    QTest.keyClick(find.search, Qt.Key.Key_Return)
    opened = modal(ClaimsDialog, qtbot)
    row = opened.part.list.currentIndex()
    assert words in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert opened.part.list.hasFocus()
    QTest.keyClick(opened.part.list, Qt.Key.Key_Return)
    form = modal(ClaimEditor if opened.part is opened.claims else CallEditor, qtbot)
    form.reject()
    opened.accept()
