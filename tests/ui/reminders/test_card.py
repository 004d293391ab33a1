"""The card in the window: three answers of one size, one card for whatever waits, on every tab."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.people import Role
from caregiver_app.domain.reminders import About, Later, ReminderRules
from caregiver_app.services import appointments
from caregiver_app.services.household import person_in_role
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.ui.reminders.coming import RemindersDialog
from caregiver_app.ui.reminders.own import OwnReminderEditor
from caregiver_app.ui.theme import Colors
from tests.stage import spin
from tests.ui.reminders.conftest import MORNING, Watched


def one(watched: Watched) -> None:
    watched.add("Water the plants", MORNING + timedelta(minutes=5))
    watched.after(minutes=5)


def test_the_answers_are_of_one_size(watched: Watched) -> None:
    one(watched)
    spin()
    card = watched.card
    sizes = {button.size().toTuple() for button in (card.open_button, card.later_button, card.not_today_button)}
    assert len(sizes) == 1
    assert card.title.text() == "Water the plants"


def test_what_somebody_typed_can_be_done(qtbot: QtBot, watched: Watched) -> None:
    one(watched)
    watched.card.done_button.click()
    assert watched.stage.window.notices.text().startswith("“Water the plants” is done.")
    qtbot.waitUntil(lambda: watched.desk.place.card is None)
    watched.after(hours=3)
    assert watched.titles == []
    watched.stage.parts.actions.undo()
    qtbot.waitUntil(lambda: watched.titles == ["Water the plants"])


def two(watched: Watched) -> RemindersDialog:
    """Two wait; their list is open."""
    for title in ("Water the plants", "Call HR"):
        watched.add(title, MORNING + timedelta(minutes=5))
    watched.after(minutes=5)
    watched.card.open_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RemindersDialog)
    return dialog


def row_of(dialog: RemindersDialog, title: str) -> int:
    names = [dialog.list.rows.index(row).data() for row in range(dialog.list.rows.rowCount())]
    return names.index(title)


def test_one_of_several_is_answered_in_the_list(qtbot: QtBot, watched: Watched) -> None:
    dialog = two(watched)
    dialog.list.choose_row(row_of(dialog, "Call HR"))
    answers = dialog.answers
    assert all(button.isVisible() for button in answers.buttons)
    answers.done_button.click()
    qtbot.waitUntil(lambda: watched.titles == ["Water the plants"])
    assert dialog.notices.text().startswith("“Call HR” is done.")
    watched.stage.parts.actions.undo()
    qtbot.waitUntil(lambda: len(watched.titles) == 2)
    dialog.list.choose_row(row_of(dialog, "Water the plants"))
    answers.later_button.menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: watched.titles == ["Call HR"])
    assert dialog.notices.text() == "It comes again at 10:05 am."
    dialog.list.choose_row(row_of(dialog, "Water the plants"))
    assert not any(button.isVisible() for button in answers.buttons), "it is put off, and waits no more"
    dialog.list.choose_row(row_of(dialog, "Call HR"))
    answers.not_today_button.click()
    qtbot.waitUntil(lambda: watched.titles == [])
    dialog.reject()


def test_a_low_window_names_the_few_that_wait(watched: Watched) -> None:
    two(watched).reject()
    watched.stage.window.resize(1000, 560)
    spin()
    assert watched.card.lines.isHidden()
    assert watched.card.title.text() == "2 reminders: Call HR, Water the plants"
    watched.add("Bring the long list of questions to the desk at the front", MORNING + timedelta(minutes=6))
    watched.after(minutes=1)
    assert watched.card.title.text() == "3 reminders: Call HR, and 2 more"
    watched.stage.window.resize(1000, 800)
    spin()
    assert watched.card.title.text() == "3 reminders"


def test_several_have_no_done(watched: Watched) -> None:
    for title in ("Water the plants", "Call HR"):
        watched.add(title, MORNING + timedelta(minutes=5))
    watched.after(minutes=5)
    assert watched.card.done_button.isHidden()


def test_later_offers_four_times(qtbot: QtBot, watched: Watched) -> None:
    one(watched)
    assert offered(watched) == ["In 10 minutes", "In 1 hour", "This evening", "Tomorrow"]
    actions = watched.card.later_button.menu().actions()
    actions[2].trigger()
    assert watched.stage.window.notices.text() == "It comes again at 6:00 pm."
    qtbot.waitUntil(lambda: watched.desk.place.card is None)
    watched.at(MORNING.replace(hour=18))
    assert watched.titles == ["Water the plants"]


def own_visit_tonight(work: UnitOfWork, *, now: datetime) -> None:
    """The caregiver has to be somewhere at 9:50 pm, and is reminded of it."""
    me = person_in_role(work, Role.CAREGIVER)
    assert me is not None
    visit = Appointment(title="Sleep lab", day=now.date(), clock=time(21, 50), early=0, person_id=me.id)
    appointments.add(work, appointment=visit, now=now.astimezone())
    work.put(ReminderRules(on=frozenset({About.RIDE})))


def offered(watched: Watched) -> list[str]:
    """What the menu of Later shows when it opens."""
    menu = watched.card.later_button.menu()
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if each.isVisible()]


def test_later_offers_no_time_at_which_it_would_not_come(watched: Watched) -> None:
    watched.stage.workspace.write(partial(own_visit_tonight, now=MORNING))
    watched.at(MORNING.replace(hour=20, minute=50))
    assert len(watched.titles) == 1 and "9:50 pm" in watched.titles[0]
    (_, _, choices), *_ = watched.board.shown.values()
    assert list(choices.values()) == ["Open", "Not today"]
    assert offered(watched) == ["Too late to come again"]
    watched.desk.later(watched.desk.waiting, Later.TEN_MINUTES)
    assert watched.stage.window.notices.text() == "That is too late for this reminder, so it waits here."
    watched.after(minutes=1)
    assert len(watched.titles) == 1


def test_it_stands_on_every_tab_and_stays_when_the_look_changes(watched: Watched) -> None:
    one(watched)
    for name in ("rides", "leave", "tasks"):
        watched.stage.window.show_tab(name)
        assert watched.card.isVisible()
    watched.stage.parts.theme.choose_colors(Colors.DARK)
    spin()
    assert watched.card.title.text() == "Water the plants"


def test_many_are_one_card_that_says_how_many(watched: Watched) -> None:
    for number in range(12):
        watched.add(f"Thing {number}", MORNING + timedelta(minutes=1 + number))
    watched.after(hours=3)
    assert watched.card.title.text() == "12 things came up while you were away"
    assert watched.card.lines.text().count("\n") == 3
    assert watched.card.lines.text().endswith("And 9 more.")
    watched.card.open_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RemindersDialog)
    assert dialog.list.rows.rowCount() == 12
    dialog.reject()


def test_what_came_every_day_of_an_absence_is_said_once(qtbot: QtBot, watched: Watched) -> None:
    watched.add("Take out trash", MORNING + timedelta(minutes=5), Repeat(every=Every.DAYS))
    watched.at(MORNING + timedelta(days=10, hours=3))
    assert watched.titles.count("Take out trash") > 5
    card = watched.card
    assert card.title.text() == "Take out trash"
    assert card.lines.text() == "" and card.open_button.text() == "Open"
    assert [title for title, _, _ in watched.board.shown.values()] in ([], ["A reminder from Caregiver Organizer"])
    watched.add("Water the plants", MORNING + timedelta(days=10, hours=4))
    watched.after(hours=3)
    assert card.title.text() == "2 things came up while you were away"
    assert card.lines.text().split("\n") == ["Today at 9:05 am: Take out trash", "Today at 1:00 pm: Water the plants"]
    card.open_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RemindersDialog)
    names = [dialog.list.rows.index(row).data() for row in range(dialog.list.rows.rowCount())]
    assert names.count("Take out trash") == 1
    dialog.reject()
    watched.desk.open_due(next(due for due in watched.desk.waiting if due.title == "Take out trash"))
    form = QApplication.activeModalWidget()
    assert isinstance(form, OwnReminderEditor)
    form.reject()
    qtbot.waitUntil(lambda: watched.titles == ["Water the plants"])


def test_open_shows_the_form_of_a_typed_one_and_it_waits_no_more(qtbot: QtBot, watched: Watched) -> None:
    one(watched)
    watched.card.open_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OwnReminderEditor) and dialog.text.text() == "Water the plants"
    dialog.reject()
    qtbot.waitUntil(lambda: watched.desk.place.card is None)
    assert not watched.stage.parts.actions.undo_text(), "to read is no step"


def test_an_answer_on_the_desktop_is_an_answer(qtbot: QtBot, watched: Watched) -> None:
    one(watched)
    key, (title, words, choices) = next(iter(watched.board.shown.items()))
    assert title == "A reminder from Caregiver Organizer" and words == "Water the plants"
    assert list(choices.values()) == ["Open", "In 10 minutes", "In 1 hour", "Not today"]
    watched.board.chosen.emit(key, Later.HOUR.value)
    qtbot.waitUntil(lambda: watched.desk.place.card is None)
    watched.after(hours=1)
    assert watched.titles == ["Water the plants"]


def test_an_answer_in_the_window_takes_it_off_the_desktop(qtbot: QtBot, watched: Watched) -> None:
    one(watched)
    assert watched.board.shown
    watched.card.not_today_button.click()
    qtbot.waitUntil(lambda: not watched.board.shown)
