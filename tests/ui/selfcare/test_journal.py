"""The journal: a search of its own, long entries kept safely, nothing lost, Undo."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from caregiver_app.domain.selfcare import JournalEntry
from caregiver_app.services import selfcare
from caregiver_app.services.selfcare.journal import PAGE
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.ui.questions import Question
from caregiver_app.ui.selfcare.journal import JournalDialog
from tests.stage import TODAY, Stage, spin
from tests.ui.selfcare.caring import NOW, panel

LONG = "tea and rain " * 7_700  # over 100,000 letters


def entries(stage: Stage) -> list[JournalEntry]:
    """All that is kept, newest first."""
    return stage.workspace.read(partial(selfcare.entries, limit=500))


def many(work: UnitOfWork) -> None:
    for n in range(PAGE + 20):
        text = "The café by the lake" if n == PAGE + 5 else f"Evening number {n}"
        entry = JournalEntry(day=TODAY - timedelta(n), text=text, written_at=NOW)
        selfcare.save_entry(work, before=None, after=entry)


def names(dialog: JournalDialog) -> list[str]:
    """What the rows of the list say."""
    rows = dialog.list.rows
    return [str(rows.data(rows.index(n), 11)) for n in range(rows.rowCount())]  # as a screen reader hears them


@pytest.fixture
def journal(stage: Stage) -> JournalDialog:
    return panel(stage).dialogs.journal()


def test_a_hundred_thousand_letters_are_kept_found_and_undone(stage: Stage) -> None:
    form = panel(stage).dialogs.write()
    form.text.setPlainText(LONG + "quince")
    form.try_to_save()
    spin()
    assert [each.text for each in entries(stage)] == [LONG + "quince"]
    dialog = panel(stage).dialogs.journal()
    dialog.search.setText("quin")
    spin()
    assert dialog.list.rows.rowCount() == 1
    assert len(names(dialog)[0]) < 300
    stage.parts.actions.undo()
    spin()
    assert entries(stage) == []
    stage.parts.actions.redo()
    assert entries(stage)[0].text.endswith("quince")


def test_too_long_and_empty_are_told_and_nothing_is_lost(stage: Stage) -> None:
    form = panel(stage).dialogs.write()
    form.try_to_save()
    assert form.fields["text"].error.text() == "Type a word or two, or close the page."
    form.text.setPlainText("x" * 200_001)
    form.try_to_save()
    assert "200,000 letters" in form.fields["text"].error.text()
    assert len(form.text.toPlainText()) == 200_001
    form.text.setPlainText("x" * 200_000)
    form.try_to_save()
    assert len(entries(stage)[0].text) == 200_000


def test_closing_asks_before_words_are_lost(stage: Stage) -> None:
    form = panel(stage).dialogs.write()
    form.text.setPlainText("Half a thought")
    asked: list[str] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        asked.append(question.windowTitle())
        question.yes_button.click()

    QTimer.singleShot(0, answer)
    form.reject()
    assert asked == ["Keep what you typed?"]
    assert form.isVisible()
    assert form.text.toPlainText() == "Half a thought"


def test_the_search_finds_every_entry_and_older_ones_come_on_demand(stage: Stage) -> None:
    stage.workspace.write(many)
    dialog = panel(stage).dialogs.journal()
    spin()
    assert dialog.list.rows.rowCount() == PAGE
    assert dialog.older_button.isVisible()
    dialog.search.setText("caf lak")
    spin()
    assert [name for name in names(dialog) if "café" in name] == names(dialog)
    assert len(names(dialog)) == 1
    dialog.search.setText("zzz")
    spin()
    assert names(dialog) == []
    assert "No entry has these words." in [each.text() for each in dialog.findChildren(type(dialog.heading))]
    dialog.search.setText("")
    dialog.older_button.click()
    spin()
    assert dialog.list.rows.rowCount() == PAGE + 20
    assert not dialog.older_button.isVisible()


def test_an_older_entry_has_its_year(stage: Stage) -> None:
    old = JournalEntry(day=TODAY - timedelta(365), text="A year ago", written_at=NOW)
    stage.workspace.write(partial(selfcare.save_entry, before=None, after=old))
    assert "November 22, 2025" in names(panel(stage).dialogs.journal())[0]


def test_an_entry_is_changed_removed_and_brought_back(stage: Stage, journal: JournalDialog) -> None:
    journal.add()
    form = journal.findChildren(type(panel(stage).dialogs.write()))[0]
    form.text.setPlainText("First words")
    form.day.setText("yesterday")
    form.try_to_save()
    spin()
    kept = entries(stage)[0]
    assert (kept.text, kept.day) == ("First words", TODAY - timedelta(1))
    journal.list.choose(kept)
    journal.remove()
    spin()
    assert entries(stage) == []
    assert journal.notices.text() == "The entry is no longer in the journal."
    undo = next(each for each in journal.notices.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    assert entries(stage) == [kept]


def test_ctrl_f_opens_the_journal_and_words_of_it_stay_out_of_the_tab(stage: Stage) -> None:
    stage.workspace.write(many)
    shown = panel(stage)
    stage.window.find_text()
    spin()
    assert [each for each in stage.window.findChildren(JournalDialog) if each.isVisible()]
    assert "Evening" not in " ".join(each.text() for each in shown.findChildren(QPushButton))
