"""Sharing costs: agreed in plain parts, who owes whom, and money paid back, with Undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from shiboken6 import isValid

from caregiver_app.domain.expenses import Expense, PaidPart, Share
from caregiver_app.domain.people import Person, Role
from caregiver_app.services.expense_sheets.settling import standing_section
from caregiver_app.services.expenses import add, family
from caregiver_app.services.people import everybody
from caregiver_app.ui.expenses.sharing import SharingDialog
from caregiver_app.ui.expenses.sharing_forms import AgreedEditor, PaidBackEditor, how_words, share_words
from caregiver_app.ui.printing.window import PrintWindow
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text
from tests import stage as stages
from tests.stage import Stage, spin


@pytest.fixture
def form(stage: Stage) -> Iterator[SharingDialog]:
    made = SharingDialog(stage.parts, stage.window)
    made.show()
    spin()
    yield made
    if isValid(made):
        made.done(0)
    spin()


def owed(form: SharingDialog) -> list[str]:
    """Who owes whom, as it stands there."""
    found = [text for row in form.owed.rows for text in ([row] if isinstance(row, Text) else row.findChildren(Text))]
    return [text.text() for text in found]


def given(form: SharingDialog) -> list[str]:
    """What was paid back, as it stands there."""
    return [text.text() for row in form.given.rows for text in row.findChildren(Text)]


def agreement(form: SharingDialog) -> AgreedEditor:
    form.agree_button.click()
    spin()
    found = form.findChild(AgreedEditor)
    assert found is not None
    return found


def paid_back(form: SharingDialog) -> PaidBackEditor:
    found = [each for each in form.findChildren(PaidBackEditor) if each.isVisible()]
    assert found
    return found[0]


def named(form: SharingDialog, name: str) -> Person:
    return next(person for person in form.people if form.names[person.id] == name)


def test_who_owes_whom_is_one_sentence_for_each_payment(stage: Stage, form: SharingDialog) -> None:
    settled = stage.workspace.read(family.settle)
    assert owed(form) == ["Rosa pays Sam $513.05."]
    assert [line.cells for line in standing_section(settled, form.names).lines] == form.table.texts()
    assert [cells[-1] for cells in form.table.texts()] == ["got $150.00", "gave $150.00"]
    assert form.sum.text().startswith(f"{settled.count} shared costs: ")


def test_paying_back_is_filled_in_and_makes_all_even(form: SharingDialog) -> None:
    form.owed.buttons()[0].click()
    spin()
    editor = paid_back(form)
    assert (editor.from_id.currentText(), editor.to_id.currentText()) == ("Rosa", "Sam")
    assert (editor.amount.text(), editor.day.text()) == ("513.05", "Today")
    editor.save_button.click()
    spin()
    assert owed(form) == ["All are even."]
    assert "Sun Nov 22 2026: Rosa gave Sam $513.05." in given(form)
    form.undo_button.click()
    spin()
    assert owed(form) == ["Rosa pays Sam $513.05."]


def test_undo_leaves_alone_what_was_done_before_the_window_opened(stage: Stage) -> None:
    cost = Expense(served_on=date(2026, 11, 20), paid_on=date(2026, 11, 20), kind="visit", amount=Decimal(10))
    assert stage.parts.actions.run("Add a cost", partial(add, expense=cost))
    form = SharingDialog(stage.parts, stage.window)
    form.show()
    spin()
    form.given.buttons()[1].click()
    spin()
    assert form.undo_button.isVisible()
    form.undo_button.click()
    spin()
    assert not form.undo_button.isVisible()
    form.done(0)
    spin()


def test_a_part_may_be_paid_on_another_day_and_changed(form: SharingDialog) -> None:
    form.owed.buttons()[0].click()
    spin()
    editor = paid_back(form)
    editor.amount.setText("100")
    editor.day.setText("Nov 3")
    editor.save_button.click()
    spin()
    assert owed(form) == ["Rosa pays Sam $413.05."]
    assert given(form)[0] == "Tue Nov 3 2026: Rosa gave Sam $100.00."
    form.given.buttons()[0].click()
    spin()
    editor = paid_back(form)
    editor.amount.setText("113.05")
    editor.save_button.click()
    spin()
    assert owed(form) == ["Rosa pays Sam $400.00."]


def test_money_that_was_paid_back_can_be_taken_off(form: SharingDialog) -> None:
    before = len(given(form))
    form.given.buttons()[1].click()
    spin()
    assert len(given(form)) == before - 1
    assert owed(form) == ["Rosa pays Sam $663.05."]
    form.undo_button.click()
    spin()
    assert len(given(form)) == before


@pytest.mark.parametrize(
    ("name", "text", "wrong"), [("amount", "", "amount"), ("amount", "12.5.0", "amount"), ("day", "30 February", "day")]
)
def test_what_can_not_be_read_is_told_at_its_field(form: SharingDialog, name: str, text: str, wrong: str) -> None:
    form.pay_button.click()
    spin()
    editor = paid_back(form)
    editor.amount.setText("20")
    getattr(editor, name).setText(text)
    editor.save_button.click()
    spin()
    assert editor.isVisible()
    assert editor.fields[wrong].error.text()


def test_nobody_pays_back_themselves(form: SharingDialog) -> None:
    form.pay_button.click()
    spin()
    editor = paid_back(form)
    editor.amount.setText("20")
    editor.to_id.choose(editor.from_id.value())
    editor.save_button.click()
    assert editor.fields["to_id"].error.text() == "Choose two different people."


def test_half_each_and_a_third_each_are_ticked(stage: Stage, form: SharingDialog) -> None:
    assert form.how.text() == "In parts: Sam 2, Rosa 1."
    assert form.example.text() == "Of $100.00: Sam $66.67, Rosa $33.33."
    editor = agreement(form)
    editor.by.choose("equal")
    editor.by.chosen.emit("equal")
    assert editor.how.text() == "Half each."
    editor.boxes[named(form, "Maria").id].click()
    assert editor.how.text() == "A third each."
    assert editor.example.text() == "Of $100.00: Sam $33.34, Maria $33.33, Rosa $33.33."
    editor.save_button.click()
    spin()
    assert form.how.text() == "A third each."
    shares = stage.workspace.read(family.agreed).shares
    assert [share.parts for share in shares] == [1, 1, 1]
    form.undo_button.click()
    spin()
    assert form.how.text() == "In parts: Sam 2, Rosa 1."


def test_parts_are_typed_and_wrong_ones_are_told(stage: Stage, form: SharingDialog) -> None:
    editor = agreement(form)
    sam, rosa = named(form, "Sam").id, named(form, "Rosa").id
    editor.lines[sam].setText("two and a bit")
    assert editor.how.text() == ""
    editor.save_button.click()
    spin()
    assert editor.isVisible()
    editor.lines[sam].setText("3")
    editor.lines[rosa].setText("1")
    assert editor.example.text() == "Of $100.00: Sam $75.00, Rosa $25.00."
    editor.save_button.click()
    spin()
    assert stage.workspace.read(family.agreed).shares == (
        Share(person_id=sam, parts=3), Share(person_id=rosa, parts=1)
    )  # fmt: skip


def test_somebody_else_can_share(form: SharingDialog) -> None:
    editor = agreement(form)
    before = len(editor.boxes)
    editor.another.setCurrentIndex(1)
    editor.another.activated.emit(1)
    spin()
    assert len(editor.boxes) == before + 1
    assert list(editor.boxes.values())[-1].isChecked()


def test_nobody_shares_when_nobody_is_ticked(stage: Stage, form: SharingDialog) -> None:
    editor = agreement(form)
    for box in editor.boxes.values():
        box.setChecked(False)
    assert editor.how.text() == "New costs are not shared."
    editor.save_button.click()
    spin()
    assert stage.workspace.read(family.agreed).shares == ()


def test_every_cent_of_the_example_is_carried() -> None:
    people = [Person(name=name, role=Role.HELPER) for name in ("Ann", "Bo", "Cy")]
    names = {person.id: person.name for person in people}
    shares = [Share(person_id=person.id, parts=1) for person in people]
    assert share_words(shares, names, Decimal("0.05")) == "Of $0.05: Ann $0.02, Bo $0.02, Cy $0.01."
    assert how_words(shares[:1], names) == "Ann carries all of it."


def test_an_empty_file_says_how_to_start(theme: Theme, tmp_path: Path) -> None:
    opened = stages.open_stage(theme, stages.file_of("welcomed", tmp_path))
    try:
        opened.show(1280, 720)
        form = SharingDialog(opened.parts, opened.window)
        form.show()
        spin()
        assert form.empty.isVisible()
        assert not form.table.isVisible()
        assert not form.print_button.isVisible()
        assert form.empty.button is not None
        form.empty.button.click()
        spin()
        assert form.findChild(AgreedEditor) is not None
        form.done(0)
    finally:
        opened.close()


def test_a_new_shared_cost_is_in_what_is_owed(stage: Stage, form: SharingDialog) -> None:
    rosa = next(person for person in stage.workspace.read(everybody) if person.name.startswith("Rosa"))
    sam = named(form, "Sam")
    shares = (Share(person_id=sam.id, parts=1), Share(person_id=rosa.id, parts=1))
    new = Expense(
        served_on=date(2026, 11, 20), paid_on=date(2026, 11, 20), kind="visit", amount=Decimal("30.00"),
        paid_by=(PaidPart(person_id=rosa.id, amount=Decimal("30.00")),), shares=shares,
    )  # fmt: skip
    stage.parts.actions.run("Add", partial(add, expense=new))
    spin()
    assert owed(form) == ["Rosa pays Sam $498.05."]


def test_the_sheet_opens(form: SharingDialog) -> None:
    form.print_button.click()
    spin()
    window = form.findChild(PrintWindow)
    assert window is not None
    window.close()
