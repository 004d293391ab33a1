"""The Rides page on a real file: what is coming up, done about it, taken back, found and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.tasks import Answer
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments, rides
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.questions import Question
from caregiver_app.ui.rides.cancelling import CancelDialog
from caregiver_app.ui.rides.care_team import CareTeamDialog
from caregiver_app.ui.rides.child import StayEditor
from caregiver_app.ui.rides.driver import DriverChooser
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.how_it_went import HowItWent
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.rides.more_dates import MoreDatesDialog
from caregiver_app.ui.rides.moving import MoveDialog
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.places import PlacesDialog
from caregiver_app.ui.rides.scope import VisitScopeDialog
from caregiver_app.ui.rides.services_list import RideServicesDialog
from caregiver_app.ui.rides.sliding import SlideDialog
from caregiver_app.ui.rides.strip import COMING, WEEK
from caregiver_app.ui.rides.tell_card import TellCard
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text
from tests import stage as stages
from tests.stage import spin
from tests.ui.rides.family import ANA, BEN, CHECK, DANA, FIRST, SECOND, TODAY, Family, dialog
from tests.ui.rides.showing import card_of, choose, entries, focused, press, rides_page, titles

DENTIST = Appointment(title="Dentist", day=date(2026, 12, 5), clock=time(16), person_id=DANA.id)


@pytest.fixture
def shown(theme: Theme, tmp_path: Path) -> Iterator[tuple[RidesPage, Family]]:
    with rides_page(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def page(shown: tuple[RidesPage, Family]) -> RidesPage:
    return shown[0]


@pytest.fixture
def family(shown: tuple[RidesPage, Family]) -> Family:
    return shown[1]


def free(family: Family, page: RidesPage, day: date, leg: Leg) -> None:
    """Press “Can’t come” on a card, and put the list of others away."""
    visit = family.visit(day)
    row = next(row for row in card_of(page, visit).rows if row.words.leg is leg)
    row.buttons[-1].click()
    spin()
    found = QApplication.activeModalWidget()
    if found is not None:
        found.close()
    page.activateWindow()
    spin()


def test_visits_that_need_a_driver_stand_first(page: RidesPage, family: Family) -> None:
    assert titles(page) == [
        "Tue, Dec 22 — Infusion, 2 of 4",
        "Tue, Jan 12, 2027 — Infusion, 3 of 4",
        "Tue, Feb 2, 2027 — Infusion, 4 of 4",
        "Tue, Dec 1 — Infusion, 1 of 4",
    ]
    coming = page.panel.coming
    assert coming is not None and coming.banner is not None
    assert coming.banner.title.text() == "5 rides still need a driver"
    assert coming.banner.sentence.text() == "The first is on Tue, Dec 22: Infusion at Lakeside Center, 9:15 am."


def test_a_card_says_all_of_a_visit_to_a_screen_reader(page: RidesPage, family: Family) -> None:
    said = card_of(page, family.visit(FIRST)).accessibleName()
    for words in (
        "Tue, Dec 1 — Infusion, 1 of 4",
        "Lakeside Center",
        "Leave home by 8:35 am. Visit 9:15 am. Will call when ready, home about 12:40 pm",
        "Ben drives there",
        "Ana drives home",
    ):
        assert words in said
    assert "Needs a driver, For the way home" in card_of(page, family.visit(SECOND)).accessibleName()


def test_a_driver_cant_come_and_the_keyboard_is_on_choose_driver(page: RidesPage, family: Family) -> None:
    card = card_of(page, family.visit(FIRST))
    button = next(each for each in card.buttons if each.text() == "Can’t come")
    button.setFocus()
    free(family, page, FIRST, Leg.THERE)
    visit = family.visit(FIRST)
    assert visit.trip(Leg.THERE) is not None and family.trip(FIRST, Leg.THERE).is_open
    assert BEN.id in family.trip(FIRST, Leg.THERE).item.declined
    assert focused() in card_of(page, visit).buttons
    assert focused().accessibleName() == "Choose a driver for the way there"
    assert titles(page)[0] == "Tue, Dec 1 — Infusion, 1 of 4"
    family.parts.actions.undo()
    assert family.trip(FIRST, Leg.THERE).drivers == (BEN.id,)
    assert "Ben drives there" in card_of(page, family.visit(FIRST)).accessibleName()


def test_from_cant_come_to_another_driver_is_two_clicks(page: RidesPage, family: Family) -> None:
    row = next(row for row in card_of(page, family.visit(FIRST)).rows if row.words.leg is Leg.THERE)
    QTest.mouseClick(row.buttons[-1], Qt.MouseButton.LeftButton)
    spin()
    chooser = dialog(DriverChooser)
    give = chooser.rows.row_of(ANA.id).give_button
    QTest.mouseClick(give, Qt.MouseButton.LeftButton)
    spin()
    assert family.trip(FIRST, Leg.THERE).drivers == (ANA.id,)
    assert "Ana drives there" in card_of(page, family.visit(FIRST)).accessibleName()


def test_an_answer_is_noted_on_the_card(page: RidesPage, family: Family) -> None:
    trip, now = family.trip(SECOND, Leg.HOME), family.parts.actions.clock.now()
    family.parts.actions.run("Ask Ana", partial(rides.ask, trip=trip, person_id=ANA.id, now=now))
    card = card_of(page, family.visit(SECOND))
    row = next(row for row in card.rows if row.words.leg is Leg.HOME)
    assert row.words.text == "Waiting for Ana, asked Nov 22"
    assert [button.text() for button in row.buttons] == ["Said yes", "Not this time", "Ask someone else"]
    row.buttons[0].click()
    assert family.trip(SECOND, Leg.HOME).drivers == (ANA.id,)
    assert "Ana drives home" in card_of(page, family.visit(SECOND)).accessibleName()


def test_not_this_time_leaves_the_way_open(page: RidesPage, family: Family) -> None:
    trip, now = family.trip(SECOND, Leg.HOME), family.parts.actions.clock.now()
    family.parts.actions.run("Ask Ana", partial(rides.ask, trip=trip, person_id=ANA.id, now=now))
    row = next(row for row in card_of(page, family.visit(SECOND)).rows if row.words.leg is Leg.HOME)
    row.buttons[1].click()
    asked = [ask.answer for ask in family.trip(SECOND, Leg.HOME).item.asks]
    assert asked == [Answer.NOT_THIS_TIME]
    assert "Needs a driver, For the way home" in card_of(page, family.visit(SECOND)).accessibleName()


def test_only_what_changed_is_made_again(page: RidesPage, family: Family) -> None:
    before = dict(page.panel.list.cards)
    free(family, page, FIRST, Leg.HOME)
    after = page.panel.list.cards
    changed = {each for each, card in after.items() if before[each] is not card}
    assert changed == {family.visit(FIRST).id}


def test_a_driver_who_does_not_know_of_a_move_can_be_ticked_off(page: RidesPage, family: Family) -> None:
    visit, now = family.visit(FIRST), family.parts.actions.clock.now()
    move = partial(appointments.move, appointment=visit.appointment, day=date(2026, 12, 8), clock=time(9, 15), now=now)
    family.parts.actions.run("Move", move)
    card = card_of(page, family.visit(date(2026, 12, 8)))
    knows = next(button for button in card.buttons if button.text() == "Ben knows")
    knows.click()
    assert family.trip(date(2026, 12, 8), Leg.THERE).ride.agreed_day is None
    assert family.trip(date(2026, 12, 8), Leg.HOME).ride.agreed_day == FIRST


def test_keys_go_from_card_to_card_and_to_their_buttons(page: RidesPage, family: Family) -> None:
    page.panel.list.stand_on_first()
    first = focused()
    assert isinstance(first, VisitCard)
    press(Qt.Key.Key_Down)
    assert isinstance(focused(), VisitCard) and focused() is not first
    press(Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert focused() is first.buttons[0]
    press(Qt.Key.Key_End)
    assert focused().accessibleName().startswith("Tue, Dec 1")
    press(Qt.Key.Key_Return)
    assert dialog(VisitEditor).windowTitle() == "Edit visit"
    dialog(VisitEditor).close()


def test_tab_stops_at_one_card_alone(page: RidesPage) -> None:
    stops = [card for card in page.panel.list.cards.values() if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Open", VisitEditor),
        ("Driver for the way there…", DriverChooser),
        ("Move…", MoveDialog),
        ("Cancel the visit…", CancelDialog),
        ("Add someone to stay, or other help…", StayEditor),
        ("Slide the rest…", SlideDialog),
        ("Add more dates…", MoreDatesDialog),
        ("Ride services…", RideServicesDialog),
    ],
)
def test_the_menu_of_a_visit_opens_what_it_says(
    page: RidesPage, family: Family, words: str, kind: type[QDialog]
) -> None:
    card_of(page, family.visit(FIRST)).more_button.click()
    spin(2)
    choose(page, words)
    opened = dialog(kind)
    assert opened.isVisible()
    opened.close()


@pytest.mark.parametrize(("cancelled", "offered"), [(False, True), (True, False)])
def test_a_single_visit_can_get_more_dates_unless_it_is_cancelled(
    page: RidesPage, family: Family, cancelled: bool, offered: bool
) -> None:
    now = family.parts.actions.clock.now()
    scan = Appointment(title="Scan", day=date(2026, 12, 4), clock=time(9))
    family.parts.actions.run("Add", partial(appointments.add, appointment=scan, now=now))
    if cancelled:
        family.parts.actions.run("Cancel", partial(appointments.cancel, appointment=scan, now=now))
    card_of(page, family.visit(scan.day, scan.title)).more_button.click()
    spin(2)
    menu = next(menu for menu in page.panel.findChildren(QMenu) if menu.isVisible())
    assert ("Add more dates…" in [each.text().replace("&", "") for each in entries(menu)]) is offered
    menu.close()


def test_a_menu_by_key_or_right_click_is_the_same(page: RidesPage, family: Family) -> None:
    card = card_of(page, family.visit(FIRST))
    card.setFocus()
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(4, 4), card.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(card, by_key)
    spin(2)
    choose(page, "Ben can’t drive there")
    assert family.trip(FIRST, Leg.THERE).is_open
    dialog(DriverChooser).close()


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Places…", PlacesDialog), ("Care team…", CareTeamDialog), ("Ride services…", RideServicesDialog)],
)
def test_what_belongs_to_all_visits_is_in_the_menu_of_the_tab(
    page: RidesPage, family: Family, words: str, kind: type[QDialog]
) -> None:
    page.strip.more.click()
    spin(2)
    choose(page, words)
    dialog(kind).close()


def test_delete_asks_how_much_of_a_series_and_undo_brings_it_back(
    page: RidesPage, family: Family, qtbot: QtBot
) -> None:
    from PySide6.QtCore import QTimer

    def answer() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, VisitScopeDialog):
            QTimer.singleShot(10, answer)
            return
        question.choices[Scope.LATER].setChecked(True)
        question.accept()

    QTimer.singleShot(0, answer)
    page.panel.list.stand_on(family.visit(SECOND).id)
    press(Qt.Key.Key_Delete)
    assert family.days() == [FIRST]
    family.parts.actions.undo()
    assert len(family.days()) == 4
    assert len(page.panel.list.cards) == 4


def test_a_single_visit_is_removed_at_once(page: RidesPage, family: Family) -> None:
    family.parts.actions.run(
        "Add", partial(appointments.add, appointment=DENTIST, now=family.parts.actions.clock.now())
    )
    page.panel.list.stand_on(DENTIST.id)
    press(Qt.Key.Key_Delete)
    assert page.panel.list.card(DENTIST.id) is None
    assert isinstance(focused(), VisitCard), "the keyboard stays in the list"
    family.parts.actions.undo()
    assert page.panel.list.card(DENTIST.id) is not None


def test_a_visit_of_the_caregiver_is_marked(page: RidesPage, family: Family) -> None:
    family.parts.actions.run(
        "Add", partial(appointments.add, appointment=DENTIST, now=family.parts.actions.clock.now())
    )
    assert "Yours" in card_of(page, family.visit(DENTIST.day, "Dentist")).words.marks


def test_a_cancelled_visit_says_so_and_can_be_planned_again(page: RidesPage, family: Family) -> None:
    visit, now = family.visit(FIRST), family.parts.actions.clock.now()
    family.parts.actions.run("Cancel", partial(appointments.cancel, appointment=visit.appointment, now=now))
    card = card_of(page, family.visit(FIRST))
    assert "Cancelled" in card.accessibleName()
    assert card.open_button.text() == "Plan again"
    card.open_button.click()
    assert family.visit(FIRST).appointment.is_planned
    asking = dialog(MessagesDialog)
    assert [each.message.person.id for each in asking.cards] == [BEN.id, ANA.id]
    asking.close_button.click()
    assert "Waiting for Ben" in card_of(page, family.visit(FIRST)).accessibleName()


def test_a_visit_that_is_over_is_asked_about_in_one_line(page: RidesPage, family: Family) -> None:
    coming = page.panel.coming
    assert coming is not None and isinstance(coming.went, TellCard)
    assert coming.went.accessibleName() == "How did it go? Blood draw, Fri, Nov 20"
    coming.went.tell_button.click()
    spin()
    assert isinstance(coming.went, HowItWent)
    coming.went.save()
    spin()
    assert coming.went is None
    assert family.visit(CHECK.day, CHECK.title).outcome is not None


def test_not_now_puts_the_question_off(page: RidesPage, family: Family) -> None:
    coming = page.panel.coming
    assert coming is not None and isinstance(coming.went, TellCard)
    coming.went.later_button.click()
    assert coming.went is None
    page.panel.reload()
    assert coming.went is None


def test_ctrl_n_opens_the_empty_form_and_the_new_card_has_the_keyboard(page: RidesPage, family: Family) -> None:
    page.new_thing()
    form = dialog(VisitEditor)
    now = family.parts.actions.clock.now()
    family.parts.actions.run("Add", partial(appointments.add, appointment=DENTIST, now=now))
    form.added.emit(DENTIST)
    form.close()
    spin()
    assert page.window().focusWidget() is card_of(page, family.visit(DENTIST.day, "Dentist"))


def test_search_finds_visits_of_all_years_newest_first(page: RidesPage, family: Family, qtbot: QtBot) -> None:
    old = replace(DENTIST, day=date(2019, 3, 4), title="Blood test")
    family.parts.actions.run("Add", partial(appointments.add, appointment=old, now=family.parts.actions.clock.now()))
    page.find_text()
    assert focused() is page.strip.search
    with qtbot.waitSignal(page.strip.searched):
        QTest.keyClicks(page.strip.search, "blood")
    assert titles(page) == ["Fri, Nov 20 — Blood draw", "Mon, Mar 4, 2019 — Blood test"]
    press(Qt.Key.Key_Return)
    assert focused().accessibleName().startswith("Fri, Nov 20")
    page.find_text()
    press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.strip.searched):
        pass
    assert len(titles(page)) == 4


def test_nothing_found_is_said_kindly(page: RidesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.strip.searched):
        page.strip.search.setText("zebra")
    assert page.panel.words_above() == "Nothing found for “zebra.” Try a shorter word, or the name of the place."


def test_a_week_goes_by_days_and_turns(page: RidesPage, family: Family) -> None:
    page.show_by("week")
    assert page.strip.label.text() == "Nov 22 – 28"
    page.go_today()
    page.go_on()
    page.go_on()
    spin()
    assert len(page.panel.list.headings) == 7
    page.go_back()
    page.go_today()
    assert page.print_day() == TODAY


def test_the_chosen_view_is_remembered(page: RidesPage, family: Family) -> None:
    page.show_by("month")
    again = RidesPage(family.parts)
    assert again.strip.by.value() == "month"
    again.deleteLater()


def test_print_buttons_say_which_sheet(page: RidesPage, family: Family) -> None:
    wanted = QSignalSpy(page.print_wanted)
    page.print_button.click()
    assert wanted.at(0) == ["rides", FIRST, None], "the week of the next visit"
    card = card_of(page, family.visit(FIRST))
    card.wished.emit(Wish.SLIP, card, None)
    assert wanted.at(1) == ["slip", FIRST, family.visit(FIRST).id]


def test_show_record_goes_to_a_visit_or_its_ride(page: RidesPage, family: Family) -> None:
    page.show_by("month")
    page.show_record(family.trip(SECOND, Leg.HOME).item.task.id)
    assert page.strip.by.value() == "coming"
    assert focused() is card_of(page, family.visit(SECOND))
    page.show_record(family.visit(CHECK.day, CHECK.title).id)
    assert page.strip.by.value() == "week"
    assert focused() is card_of(page, family.visit(CHECK.day, CHECK.title))


class Browser(QObject):
    """Stands in for the web browser of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """What the browser was asked to show."""
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.mark.parametrize("agrees", [True, False])
def test_a_map_is_opened_only_once_that_was_agreed_to(page: RidesPage, family: Family, agrees: bool) -> None:
    from PySide6.QtCore import QTimer

    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]

    def answer() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, Question):
            QTimer.singleShot(10, answer)
            return
        assert not browser.opened
        (question.no_button if agrees else question.yes_button).click()

    QTimer.singleShot(0, answer)
    try:
        card = card_of(page, family.visit(FIRST))
        card.wished.emit(Wish.MAP, card, None)
    finally:
        QDesktopServices.unsetUrlHandler("https")
    expected = ["https://www.openstreetmap.org/search?query=Lakeside%20Center"] if agrees else []
    assert browser.opened == expected


def test_many_visits_are_made_in_slices(page: RidesPage, family: Family, qtbot: QtBot) -> None:
    now = family.parts.actions.clock.now()

    def add_many(work: object) -> None:
        for n in range(20):
            one = Appointment(title=f"Radiation {n}", day=TODAY + timedelta(n + 1), clock=time(10))
            appointments.add(work, appointment=one, now=now)  # type: ignore[arg-type]

    page.hide()
    family.parts.actions.run("Add", add_many)
    page.show()
    assert not page.panel.list.is_whole
    qtbot.waitUntil(lambda: page.panel.list.is_whole)
    assert len(titles(page)) == 24


def test_an_empty_tab_says_what_to_do_first(theme: Theme, tmp_path: Path) -> None:
    opened = stages.open_stage(theme, stages.file_of("welcomed", tmp_path))
    opened.show(1280, 800)
    opened.window.show_tab("rides")
    spin()
    page = opened.window.page
    assert isinstance(page, RidesPage)
    coming = page.panel.coming
    assert coming is not None and coming.empty is not None and coming.empty.button is not None
    coming.empty.button.click()
    assert dialog(VisitEditor).windowTitle() == "New visit"
    dialog(VisitEditor).close()
    opened.close()


def test_cards_that_were_kept_have_the_room_they_need_where_it_is_narrow(page: RidesPage, family: Family) -> None:
    family.parts.actions.run(
        "Add", partial(appointments.add, appointment=DENTIST, now=family.parts.actions.clock.now())
    )
    page.resize(560, 520)
    spin(20)
    for card in page.panel.list.cards.values():
        assert card.height() == card.heightForWidth(card.width())


def test_a_calendar_file_of_an_older_kind_can_be_chosen_from_the_menu(page: RidesPage) -> None:
    page.panel.dialogs.add_from_calendar()
    (chooser,) = page.panel.findChildren(QFileDialog)
    assert chooser.nameFilters() == ["Calendar files (*.ics *.vcs)"]
    chooser.close()


def test_what_is_near_stands_before_open_rides_of_later_months(page: RidesPage, family: Family) -> None:
    now = family.parts.actions.clock.now()
    today = replace(DENTIST, day=TODAY)
    family.parts.actions.run("Add", partial(appointments.add, appointment=today, now=now))
    assert page.panel.list.headings == [
        "The next 7 days",
        "After that, a driver is needed",
        "After that, no driver is missing",
    ]
    assert titles(page)[:2] == ["Today, Nov 22 — Dentist", "Tue, Dec 22 — Infusion, 2 of 4"]


def test_a_ride_that_was_given_away_leaves_the_eye_where_it_is(page: RidesPage, family: Family) -> None:
    page.panel.list.stand_on(family.visit(SECOND).id, Wish.CHOOSE, card_of(page, family.visit(SECOND)).words.legs[1])
    trip, now = family.trip(SECOND, Leg.HOME), family.parts.actions.clock.now()
    family.parts.actions.run("Give", partial(rides.promise, trip=trip, person_id=ANA.id, now=now))
    spin()
    assert titles(page)[-1] == "Tue, Dec 22 — Infusion, 2 of 4"
    assert focused() is card_of(page, family.visit(date(2027, 1, 12)))


def test_the_menu_of_a_visit_is_short_and_each_entry_has_a_letter(page: RidesPage, family: Family) -> None:
    card_of(page, family.visit(FIRST)).more_button.click()
    spin(2)
    menu = next(menu for menu in page.panel.findChildren(QMenu) if menu.isVisible())
    first = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert len(first) <= 10
    assert {"&Open", "&Move…", "&Cancel the visit…", "&Drivers", "&Series"} <= set(first)
    letters = [text[text.index("&") + 1].casefold() for text in first]
    assert len(set(letters)) == len(first)
    menu.close()


def test_a_day_is_found_as_it_is_typed_with_the_lines_of_its_card(
    page: RidesPage, family: Family, qtbot: QtBot
) -> None:
    before = card_of(page, family.visit(FIRST)).words.lines
    first, third = "Tue, Dec 1 — Infusion, 1 of 4", "Tue, Jan 12, 2027 — Infusion, 3 of 4"
    for typed, found in (("dec 1", first), ("jan 12", third)):
        with qtbot.waitSignal(page.strip.searched):
            page.strip.search.setText(typed)
        assert titles(page) == [found]
    with qtbot.waitSignal(page.strip.searched):
        page.strip.search.setText("dec 1")
    assert card_of(page, family.visit(FIRST)).words.lines == before


def test_a_near_ride_without_a_driver_is_told_once_with_the_time_that_is_left(page: RidesPage, family: Family) -> None:
    now = family.parts.actions.clock.now()
    scan = Appointment(title="Scan", day=date(2026, 11, 25), clock=time(9))
    legs = [Ride(appointment_id=scan.id, leg=Leg.THERE)]
    family.parts.actions.run("Add", partial(appointments.add, appointment=scan, rides=legs, now=now))
    words = card_of(page, family.visit(scan.day, scan.title)).words
    assert [leg.spoken for leg in words.legs] == ["Needs a driver, For the way there, 2 business days are left."]
    assert not [line.text for line in words.lines if "No driver" in line.text]
    assert "2 business days are left" in words.name


@pytest.mark.parametrize("width", [1080, 960, 860, 760, 640])
def test_who_is_needed_stands_in_one_line_at_every_width(page: RidesPage, width: int) -> None:
    page.resize(width, 800)
    spin(20)
    needed = [text for text in page.findChildren(Text) if text.text() == "Needs a driver" and text.isVisible()]
    assert needed
    for text in needed:
        assert text.height() < 2 * text.fontMetrics().lineSpacing()


def test_no_line_begins_with_am_or_pm(page: RidesPage, family: Family) -> None:
    shown = [text.text() for text in card_of(page, family.visit(FIRST)).findChildren(Text)]
    assert "Leave home by 8:35\u00a0am. Visit 9:15\u00a0am. Will call when ready, home about 12:40\u00a0pm." in shown


def test_after_how_it_went_the_next_card_has_the_keyboard_and_is_in_sight(theme: Theme, tmp_path: Path) -> None:
    opened = stages.open_stage(theme, stages.file_of("demo", tmp_path))
    opened.show(1000, 560)
    opened.window.show_tab("rides")
    spin(10)
    page = opened.window.page
    assert isinstance(page, RidesPage)
    coming = page.panel.coming
    assert coming is not None and isinstance(coming.went, TellCard)
    coming.went.tell_button.click()
    spin(10)
    assert isinstance(coming.went, HowItWent)
    coming.went.save_button.setFocus(Qt.FocusReason.TabFocusReason)
    coming.went.save_button.click()
    spin(10)
    card = opened.window.focusWidget()
    assert isinstance(card, VisitCard)
    assert card.visibleRegion().boundingRect().height() > card.height() / 2
    opened.close()


@pytest.mark.parametrize("by", [COMING, WEEK])
def test_what_is_typed_on_how_it_went_outlives_a_bigger_text(theme: Theme, tmp_path: Path, by: str) -> None:
    opened = stages.open_stage(theme, stages.file_of("demo", tmp_path))
    opened.show(1000, 700)
    opened.window.show_tab("rides")
    spin(10)
    page = opened.window.page
    assert isinstance(page, RidesPage) and page.panel.coming is not None
    assert isinstance(page.panel.coming.went, TellCard)
    page.panel.coming.went.tell_button.click()
    spin()
    assert isinstance(page.panel.coming.went, HowItWent)
    page.panel.coming.went.form.parking.setText("12")
    page.panel.coming.went.form.notes.setPlainText("She was tired, but glad.")
    page.panel.coming.went.form.notes.setFocus()
    page.show_by(by)
    theme.bigger()
    spin(10)
    page = opened.window.page
    assert isinstance(page, RidesPage)
    page.show_by(COMING)
    spin()
    assert page.panel.coming is not None and isinstance(page.panel.coming.went, HowItWent)
    assert page.panel.coming.went.form.parking.text() == "12"
    assert page.panel.coming.went.form.notes.toPlainText() == "She was tired, but glad."
    assert by == WEEK or page.panel.coming.went.form.notes.hasFocus()
    opened.close()


def test_what_is_typed_stays_when_another_visit_is_over(page: RidesPage, family: Family) -> None:
    coming = page.panel.coming
    assert coming is not None and isinstance(coming.went, TellCard)
    coming.went.tell_button.click()
    assert isinstance(coming.went, HowItWent)
    coming.went.form.notes.setPlainText("She was tired, but glad.")
    later = Appointment(title="Eye doctor", day=TODAY - timedelta(1), clock=time(10), minutes=30)
    now = family.parts.actions.clock.now()
    family.parts.actions.run("Add visit", partial(appointments.add, appointment=later, now=now))
    spin()
    assert isinstance(coming.went, HowItWent)
    assert coming.went.form.notes.toPlainText() == "She was tired, but glad."


def choose_in_menu(page: RidesPage, visit: Visit, words: str) -> None:
    """What the menu of a visit has, chosen."""
    card_of(page, visit).more_button.click()
    spin(2)
    menu = next(menu for menu in page.panel.findChildren(QMenu) if menu.isVisible())
    next(each for each in menu.actions() if each.text().replace("&", "") == words).trigger()
    menu.close()


def test_time_off_for_a_visit_is_asked_for_on_its_tab(page: RidesPage, family: Family, qtbot: QtBot) -> None:
    visit = family.visit(FIRST)
    with qtbot.waitSignal(page.record_wanted) as wanted:
        choose_in_menu(page, visit, "Time off work for this visit…")
    assert wanted.args == ["leave", visit.id]


def test_a_cost_for_a_visit_is_asked_for(page: RidesPage, family: Family, qtbot: QtBot) -> None:
    visit = family.visit(FIRST)
    with qtbot.waitSignal(page.cost_wanted) as wanted:
        choose_in_menu(page, visit, "Add a cost for this visit…")
    assert wanted.args == [visit.id]
