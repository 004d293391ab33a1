"""Every tab and every dialog, each as one line: what the checks look at, and what the pictures show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.problems import FileProblem
from caregiver_app.services import care_places
from caregiver_app.ui.asking.ask_dialog import AskDialog
from caregiver_app.ui.asking.chooser import HelperChooser
from caregiver_app.ui.asking.task_request import TaskRequest
from caregiver_app.ui.bugs import BugDialog
from caregiver_app.ui.file_trouble import FileTrouble
from caregiver_app.ui.forms import Dialog, Editor
from caregiver_app.ui.help import AboutDialog, HelpDialog, KeysDialog
from caregiver_app.ui.leave.page import LeavePage
from caregiver_app.ui.people.center import CenterDialog
from caregiver_app.ui.people.dialog import PeopleDialog
from caregiver_app.ui.people.editor import PersonEditor
from caregiver_app.ui.people.household import HouseholdDialog
from caregiver_app.ui.people.pasted import PastedPeople
from caregiver_app.ui.people.quick_add import QuickAdd
from caregiver_app.ui.printing.printer_dialog import PrinterDialog
from caregiver_app.ui.printing.printers import Printer
from caregiver_app.ui.printing.window import PrintWindow
from caregiver_app.ui.questions import Question
from caregiver_app.ui.rides.care_team import CareTeamDialog, ClinicianEditor
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.incoming import IncomingDialog
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.places import PlaceEditor, PlacesDialog
from caregiver_app.ui.rides.scope import VisitScopeDialog
from caregiver_app.ui.rides.shares import SharesDialog
from caregiver_app.ui.rides.view import read_coming
from caregiver_app.ui.tabs import TABS
from caregiver_app.ui.tasks.draft import Again
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.page import TasksPage
from caregiver_app.ui.tasks.scope import ScopeDialog
from caregiver_app.ui.tasks.starters import StarterPicker
from caregiver_app.ui.welcome.hello import HelloDialog
from caregiver_app.ui.welcome.helpers import HelpersDialog
from tests.a11y.bank_screens import BANK_SCREENS
from tests.a11y.care_screens import CARE_SCREENS
from tests.a11y.claim_screens import CLAIM_SCREENS
from tests.a11y.driver_screens import DRIVER_SCREENS, NO_SERVICES
from tests.a11y.expense_screens import EXPENSE_SCREENS
from tests.a11y.leave_answer_screens import LEAVE_ANSWER_SCREENS
from tests.a11y.leave_form_screens import LEAVE_FORM_SCREENS, leave_view
from tests.a11y.receipt_screens import NO_RECEIPT_MISSING, RECEIPT_SCREENS
from tests.a11y.reminder_screens import NO_REMINDERS, REMINDER_SCREENS, REMINDERS_IN_WINDOW
from tests.a11y.today_screens import TODAY_SCREENS
from tests.a11y.visit_screens import VISIT_SCREENS
from tests.a11y.year_screens import YEAR_SCREENS
from tests.stage import TODAY, Stage, spin

DEMO, LEAVE, WELCOMED, BEGUN = "demo", "leave", "welcomed", "begun"
OPEN, ASKED, SERIES, PLACED = "Rake the front yard", "Set up the guest room", "Walk Biscuit", "Library books back"
PATIENCE = 10_000
NEWER = FileProblem("This file was made by a newer version.", "Update the app to open it. Nothing was changed.")
LONG_PATH = "/home/dana/Documents/Family/Caring for Maria/Shared with everybody/Backups of 2026/family.care"
DETAILS = "Caregiver Organizer 0.1.0, Linux 6.1, Python 3.11\nZeroDivisionError\n  board.py:120 show_week"
TABLE = "Ana Lindqvist\t555-0142\tana@example.com\tmeals\nBen Okoro\t555-0117\t\tdrives\n\t555-0199\t\t"


@dataclass(frozen=True)
class Screen:
    """One thing to look at. `make` brings the window it stands in: the main window, or a dialog over it."""

    name: str
    make: Callable[[Stage], QWidget]
    file: str = DEMO

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def _tab(name: str, by: str, stage: Stage) -> QWidget:
    stage.window.show_tab(name)
    page = stage.window.page
    if by and isinstance(page, RidesPage):
        page.show_by(by)
    if by and isinstance(page, TasksPage):
        page.strip.by.choose(by)
        page.strip.shown_by.emit(by)
    return stage.window


def _found(words: str, stage: Stage) -> QWidget:
    """What a search in the Rides tab finds."""
    _tab("rides", "coming", stage)
    page = stage.window.page
    assert isinstance(page, RidesPage)
    page.strip.search.setText(words)
    page.strip.searched.emit(words)
    return stage.window


def _leave_unfolded(stage: Stage) -> QWidget:
    """What was assumed and the year as a table, below the answer."""
    _tab("leave", "", stage)
    page = stage.window.page
    assert isinstance(page, LeavePage)
    page.panel.assumed.open()
    page.panel.year.fold.open()
    return stage.window


def _one_of_a_series(stage: Stage) -> QWidget:
    view = stage.workspace.read(partial(read_coming, local=stage.workspace.clock.local()))
    visit = next(visit for visit in view.visits if visit.count > 1)
    return VisitScopeDialog(stage.parts, visit, "Remove a visit of a series", "Remove", stage.window)


def _visit_form(folds: bool, stage: Stage) -> QWidget:
    """The form of a whole series, as it is typed; with `folds`, all its parts are open."""
    form = VisitEditor(stage.parts, day=TODAY, parent=stage.window)
    form.title.setText("Infusion")
    form.place.setEditText("Harbor Hospital")
    form.day.setEditText("dec 1")
    form.time.setText("9:00 am")
    form.repeat.setEditText("Every 3 weeks, 6 times")
    for box in form.ticks.values():
        box.setChecked(True)
    for fold in form.folds.folds if folds else ():
        fold.open()
    return form


def _known_visit(stage: Stage) -> QWidget:
    view = stage.workspace.read(partial(read_coming, local=stage.workspace.clock.local()))
    found = next(visit for visit in view.visits if visit.count > 1)
    return VisitEditor(stage.parts, visit=found, parent=stage.window)


def _known_place(stage: Stage) -> QWidget:
    form = PlaceEditor(stage.parts, stage.workspace.read(care_places.places)[-1], stage.window)
    form.fold.open()
    return form


def _known_clinician(stage: Stage) -> QWidget:
    return ClinicianEditor(stage.parts, stage.workspace.read(care_places.clinicians)[0], stage.window)


def _later_week(stage: Stage) -> QWidget:
    _tab("tasks", "day", stage)
    for _ in range(7):
        stage.window.go_on()
    return stage.window


def _notice(stage: Stage) -> QWidget:
    _tab("tasks", "day", stage)
    stage.window.notices.tell("Done: Give to Ana.", "Undo", stage.parts.actions.undo)
    return stage.window


def _refused(dialog: Editor) -> Editor:
    """The same form after a save that could not be."""
    dialog.show()
    spin()
    dialog.try_to_save()
    return dialog


def _long_task(stage: Stage) -> QWidget:
    form = TaskEditor(stage.parts, item=stage.item(PLACED), parent=stage.window)
    form.again.choose(Again.CYCLE)
    form.show_more()
    return form


def _asked(stage: Stage) -> QWidget:
    request = TaskRequest(stage.parts.actions, stage.item(PLACED))
    return AskDialog(stage.parts, request, stage.person("Ana"), request.read_circle(), stage.window)


def _chooser(stage: Stage, title: str) -> QWidget:
    request = TaskRequest(stage.parts.actions, stage.item(title))
    return HelperChooser(stage.parts, request, stage.window.show, stage.window)


def _typed_line(stage: Stage) -> QWidget:
    form = QuickAdd(stage.parts, stage.window)
    form.entry.setPlainText("Nora Quist 555-0155 drives, weekday mornings, away Dec 3 to Dec 9, likes baking")
    return form


def _print(sheet: str, wide: bool, stage: Stage) -> QWidget:
    """The print window once its pages are drawn."""
    window = PrintWindow(stage.parts, sheet, day=TODAY, parent=stage.window)
    made = QEventLoop()
    window.sheet_shown.connect(made.quit)
    QTimer.singleShot(PATIENCE, made.quit)
    window.open()
    made.exec()
    if wide:  # the screen of the tests is narrower than any real one
        window.resize(min(stage.parts.theme.px(1120), 1216), 720)
    patience = QDeadlineTimer(PATIENCE)
    while not all(window.pages.page_images()[:1]) and not patience.hasExpired():
        spin(1)
    return window


def _print_leave(sheet: str, wide: bool, stage: Stage) -> QWidget:
    """A sheet of leave, with its button for the table."""
    leave_view(stage)
    return _print(sheet, wide, stage)


def _printer(stage: Stage) -> QWidget:
    printers = [Printer(name="Kitchen_printer"), Printer(name="Upstairs", resting=True)]
    return PrinterDialog(stage.parts, printers, 2, stage.window)


def _calendar(name: str, stage: Stage) -> QWidget:
    """What one of the sample files would bring, once it is read."""
    dialog = IncomingDialog(stage.parts, Path(__file__).parents[1] / "data" / "ics" / name, stage.window)
    read = QEventLoop()
    dialog.was_read.connect(read.quit)
    QTimer.singleShot(PATIENCE, read.quit)
    read.exec()
    return dialog


def _question(stage: Stage) -> QWidget:
    return Question(
        stage.parts, "Keep what you typed?", "You have not saved it yet.", yes="Keep typing", no="Do not save",
        parent=stage.window,
    )  # fmt: skip


def _over(kind: Callable[..., Dialog], *values: object) -> Callable[[Stage], QWidget]:
    """A dialog that needs no more than its values."""
    return lambda stage: kind(stage.parts, *values, stage.window)


SCREENS: tuple[Screen, ...] = (
    *(Screen(f"{tab.name} tab", partial(_tab, tab.name, "")) for tab in TABS),
    Screen("tasks by helper", partial(_tab, "tasks", "helper")),
    Screen("tasks as a list", partial(_tab, "tasks", "list")),
    Screen("tasks, empty file", partial(_tab, "tasks", "day"), WELCOMED),
    Screen("tasks, empty week", _later_week),
    Screen("tasks, first steps", partial(_tab, "tasks", "day"), BEGUN),
    Screen("rides by week", partial(_tab, "rides", "week")),
    Screen("rides by month", partial(_tab, "rides", "month")),
    Screen("rides, empty file", partial(_tab, "rides", "coming"), WELCOMED),
    Screen("rides by month, empty file", partial(_tab, "rides", "month"), WELCOMED),
    Screen("rides, a search", partial(_found, "scan")),
    Screen("rides, nothing found", partial(_found, "eye doctor")),
    *(Screen(*each) for each in TODAY_SCREENS),
    Screen("leave tab, empty file", partial(_tab, "leave", ""), WELCOMED),
    Screen("leave tab, full", partial(_tab, "leave", ""), LEAVE),
    Screen("leave tab, all open", _leave_unfolded, LEAVE),
    Screen("new visit", partial(_visit_form, False)),
    Screen("new visit, all open", partial(_visit_form, True)),
    Screen("new visit, wrong", lambda stage: _refused(VisitEditor(stage.parts, parent=stage.window))),
    Screen("edit visit", _known_visit),
    Screen("places", _over(PlacesDialog)),
    Screen("places, none yet", _over(PlacesDialog), WELCOMED),
    Screen("new place", _over(PlaceEditor, None)),
    Screen("edit place", _known_place),
    Screen("care team", _over(CareTeamDialog)),
    Screen("care team, nobody yet", _over(CareTeamDialog), WELCOMED),
    Screen("edit care team", _known_clinician),
    Screen("who drives how much", _over(SharesDialog)),
    Screen("remove a visit of a series", _one_of_a_series),
    *(Screen(name, make) for name, make in VISIT_SCREENS),
    *(Screen(name, make) for name, make in DRIVER_SCREENS),
    *(Screen(name, make) for name, make in BANK_SCREENS),
    Screen("expenses tab, empty file", partial(_tab, "expenses", ""), WELCOMED),
    *(Screen(name, make) for name, make in EXPENSE_SCREENS),
    *(Screen(name, make) for name, make in RECEIPT_SCREENS),
    Screen(*NO_RECEIPT_MISSING, WELCOMED),
    *(Screen(*each) for each in CLAIM_SCREENS),
    *(Screen(*each) for each in CARE_SCREENS),
    Screen("print the self-care plan", partial(_print, "selfcare", True)),
    *(Screen(name, make, LEAVE) for name, make in LEAVE_ANSWER_SCREENS),
    *(Screen(name, make, LEAVE) for name, make in LEAVE_FORM_SCREENS),
    *(Screen(*screen) for screen in YEAR_SCREENS),
    Screen(*NO_SERVICES, WELCOMED),
    *(Screen(name, make) for name, make in REMINDER_SCREENS),
    *(Screen(*each) for each in REMINDERS_IN_WINDOW),
    Screen(*NO_REMINDERS, WELCOMED),
    Screen("welcome", lambda stage: HelloDialog(stage.parts, parent=stage.window), BEGUN),
    Screen("who might help", lambda stage: HelpersDialog(stage.parts, stage.window), BEGUN),
    Screen("notice", _notice),
    Screen("new task", lambda stage: TaskEditor(stage.parts, parent=stage.window)),
    Screen("new task, wrong", lambda stage: _refused(TaskEditor(stage.parts, parent=stage.window))),
    Screen("edit task, all fields", _long_task),
    Screen("choose a helper", lambda stage: _chooser(stage, OPEN)),
    Screen("choose a helper, asked", lambda stage: _chooser(stage, ASKED)),
    Screen("ask", _asked),
    Screen(
        "how much of a series",
        lambda stage: ScopeDialog(stage.parts, stage.item(SERIES), removing=True, parent=stage.window),
    ),
    Screen("starters", lambda stage: StarterPicker(stage.parts, parent=stage.window)),
    Screen("helpers", _over(PeopleDialog)),
    Screen("helpers, nobody yet", _over(PeopleDialog), WELCOMED),
    Screen("new helper", _over(PersonEditor, None)),
    Screen("new helper, wrong", lambda stage: _refused(PersonEditor(stage.parts, None, stage.window))),
    Screen("edit helper", lambda stage: PersonEditor(stage.parts, stage.person("Łukasz"), stage.window)),
    Screen("helper in one line", _over(QuickAdd)),
    Screen("helper in one line, typed", _typed_line),
    Screen("pasted helpers", _over(PastedPeople, TABLE)),
    Screen("you and her", _over(CenterDialog)),
    Screen("family choices", _over(HouseholdDialog)),
    Screen("print the week", partial(_print, "week", True)),
    Screen("print helper sheets", partial(_print, "helper", True)),
    Screen("print a sign-up sheet", partial(_print, "sign-up", True)),
    Screen("print driver slips", partial(_print, "slip", True)),
    Screen("print the ride sheet", partial(_print, "rides", True)),
    Screen("print, narrow", partial(_print, "week", False)),
    Screen("print the pay-period form", partial(_print_leave, "payform", True)),
    Screen("print the leave log, narrow", partial(_print_leave, "leavelog", False)),
    Screen("printer", _printer),
    Screen("calendar file", partial(_calendar, "radiation.ics")),
    Screen("calendar file, some refused", partial(_calendar, "broken_parts.ics")),
    Screen("calendar file, nothing in it", partial(_calendar, "web_page.ics")),
    Screen("getting started", _over(HelpDialog)),
    Screen("keyboard keys", _over(KeysDialog)),
    Screen("about", _over(AboutDialog)),
    Screen("question", _question),
    Screen("file did not open", lambda stage: FileTrouble(stage.parts, NEWER, LONG_PATH, stage.window)),
    Screen("our own bug", lambda stage: BugDialog(stage.parts, DETAILS, stage.window)),
)
