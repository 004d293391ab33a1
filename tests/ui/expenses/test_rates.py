"""Figures we use: with days, source and how sure; own ones over them; not published after the last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from shiboken6 import isValid

from caregiver_app.domain.money.mileage import mileage_rate
from caregiver_app.domain.money.rates import AGI_FLOOR, LODGING_CAP, MILEAGE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import own_figures, rates
from caregiver_app.ui.expenses.own_figure import OwnFigureEditor, read_value
from caregiver_app.ui.expenses.rates import GroupPart, RatesDialog
from caregiver_app.ui.widgets.texts import Text
from tests.stage import Stage, spin

MILES = "Miles driven for care"


@pytest.fixture
def form(stage: Stage) -> Iterator[RatesDialog]:
    made = RatesDialog(stage.parts, stage.window)
    made.show()
    spin()
    yield made
    if isValid(made):
        made.done(0)
    spin()


def miles(form: RatesDialog) -> GroupPart:
    return form.parts_by_title[MILES]


def editor_of(form: RatesDialog) -> OwnFigureEditor:
    found = [each for each in form.findChildren(OwnFigureEditor) if each.isVisible()]
    assert found
    return found[0]


def type_own(form: RatesDialog, value: str, first: str, last: str = "", source: str = "") -> OwnFigureEditor:
    miles(form).own_button.click()
    spin()
    editor = editor_of(form)
    for line, text in ((editor.value, value), (editor.first, first), (editor.last, last), (editor.source, source)):
        line.setText(text)
    editor.save_button.click()
    spin()
    return editor


def own_rows(form: RatesDialog) -> list[str]:
    return [text.text() for row in miles(form).own.rows for text in row.findChildren(Text)]


def test_every_figure_has_days_value_source_and_how_sure(form: RatesDialog) -> None:
    assert miles(form).table.texts()[:2] == [
        (
            "Jul 1, 2026 to Dec 31, 2026",
            "23.5 cents",
            "Announcement 2026-11, IRB 2026-29, as of Nov 22, 2026. Please check it before you use it.",
        ),
        (
            "Jan 1, 2026 to Jun 30, 2026",
            "20.5 cents",
            "Notice 2026-10; IR-2025-128, as of Nov 22, 2026. Several sources agree.",
        ),
    ]
    assert form.parts_by_title["Share of the income"].table.texts()[0][:2] == ("From Jan 1, 2017 on", "7.5%")
    assert form.parts_by_title["Lodging near treatment"].table.texts()[0][1] == "$50"
    standard = form.parts_by_title["Standard deduction"].table.texts()
    assert standard[0][:4] == ("2026", "$16,100", "$32,200", "$24,150")
    caps = form.parts_by_title["Long-term-care insurance"].table.texts()
    assert caps[0][:6] == ("2026", "$500", "$930", "$1,860", "$4,960", "$6,200")


def test_later_days_are_not_published(form: RatesDialog) -> None:
    assert miles(form).later.text() == "After Dec 31, 2026: not published."
    assert not form.parts_by_title["Share of the income"].later.isVisible()


def test_an_own_figure_lies_over_the_others(stage: Stage, form: RatesDialog) -> None:
    editor = type_own(form, "25", "Jan 1 2027", "Jun 30 2027", "IRS notice, seen Jan 4")
    assert not isValid(editor) or not editor.isVisible()
    assert miles(form).table.texts()[0] == (
        "Jan 1, 2027 to Jun 30, 2027",
        "25 cents",
        "IRS notice, seen Jan 4. You typed it.",
    )
    assert miles(form).later.text() == "After Jun 30, 2027: not published."
    assert own_rows(form) == ["Yours: A mile for care, 25 cents. Jan 1, 2027 to Jun 30, 2027. IRS notice, seen Jan 4."]
    now = stage.workspace.read(rates)
    assert mileage_rate(now, date(2027, 3, 1)) == Decimal("0.25")


def test_it_can_be_changed_and_removed_and_taken_back(stage: Stage, form: RatesDialog) -> None:
    type_own(form, "25 cents", "Oct 1 2026")
    assert miles(form).table.texts()[1][0] == "Jul 1, 2026 to Sep 30, 2026"
    miles(form).own.buttons()[0].click()
    spin()
    editor = editor_of(form)
    assert (editor.value.text(), editor.last.text()) == ("25", "")
    editor.value.setText("24.5")
    editor.save_button.click()
    spin()
    assert miles(form).table.texts()[0][1] == "24.5 cents"
    miles(form).own.buttons()[1].click()
    spin()
    assert own_rows(form) == []
    assert miles(form).table.texts()[0][:2] == ("Jul 1, 2026 to Dec 31, 2026", "23.5 cents")
    form.undo_button.click()
    spin()
    assert [each.value for each in stage.workspace.read(own_figures)] == [Decimal("0.245")]


@pytest.mark.parametrize(
    ("value", "first", "last", "wrong"),
    [
        ("", "Jan 1 2027", "", "value"),
        ("a lot", "Jan 1 2027", "", "value"),
        ("-5", "Jan 1 2027", "", "value"),
        ("25", "", "", "first"),
        ("25", "30 February", "", "first"),
        ("25", "Jun 1 2027", "Jan 1 2027", "last"),
    ],
)
def test_what_can_not_be_read_is_told_at_its_field(
    stage: Stage, form: RatesDialog, value: str, first: str, last: str, wrong: str
) -> None:
    editor = type_own(form, value, first, last)
    assert editor.isVisible()
    assert editor.fields[wrong].error.text()
    assert stage.workspace.read(own_figures) == []
    editor.done(0)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        (MILEAGE, "23.5", "0.235"),
        (MILEAGE, "23.5 cents a mile", "0.235"),
        (AGI_FLOOR, "7.5%", "0.075"),
        (LODGING_CAP, "$55", "55"),
        (("standard_deduction", "single"), "16,100", "16100"),
    ],
)
def test_a_figure_is_read_in_its_own_unit(key: tuple[str, str], text: str, value: str) -> None:
    assert read_value(key, text) == Decimal(value)


def test_a_share_is_never_more_than_all() -> None:
    with pytest.raises(InvalidEntry):
        read_value(AGI_FLOOR, "750")


def test_which_figure_decides_what_is_asked(form: RatesDialog) -> None:
    form.parts_by_title["Long-term-care insurance"].own_button.click()
    spin()
    editor = editor_of(form)
    assert editor.fields["value"].label.text() == editor.value.accessibleName() == "Dollars"
    editor.figure.setCurrentIndex(2)
    assert editor.fields["value"].help.text() == "Ours for today is $1,860."
    editor.done(0)
