"""The seven tabs: name, key, icon and page. A page's module is imported when the tab is first seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from caregiver_app.words import tr

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from caregiver_app.domain.tasks import Item
    from caregiver_app.domain.visits import Visit
    from caregiver_app.ui.page import Page
    from caregiver_app.ui.parts import Parts


class Tab(NamedTuple):
    """One tab. `text` has the mnemonic."""

    name: str
    text: Callable[[], str]
    icon: str
    page: Callable[[Parts], Page]


def _today(parts: Parts) -> Page:
    from caregiver_app.ui.today.page import TodayPage

    return TodayPage(parts)


def _tasks(parts: Parts) -> Page:
    from caregiver_app.ui.tasks.page import TasksPage

    return TasksPage(parts)


def _rides(parts: Parts) -> Page:
    from caregiver_app.ui.rides.page import RidesPage

    return RidesPage(parts)


def _leave(parts: Parts) -> Page:
    from caregiver_app.ui.leave.page import LeavePage

    return LeavePage(parts)


def _expenses(parts: Parts) -> Page:
    from caregiver_app.ui.expenses.page import ExpensesPage

    return ExpensesPage(parts)


def _selfcare(parts: Parts) -> Page:
    from caregiver_app.ui.selfcare.page import SelfCarePage

    return SelfCarePage(parts)


def _coming(name: str) -> Callable[[Parts], Page]:
    def page(parts: Parts) -> Page:
        from caregiver_app.ui.coming import coming_page

        return coming_page(name, parts)

    return page


TABS: tuple[Tab, ...] = (
    Tab("today", lambda: tr("&Today"), "sun", _today),
    Tab("tasks", lambda: tr("Tas&ks"), "clipboard-list", _tasks),
    Tab("rides", lambda: tr("&Rides"), "car", _rides),
    Tab("leave", lambda: tr("&Leave"), "briefcase", _leave),
    Tab("expenses", lambda: tr("E&xpenses"), "receipt", _expenses),
    Tab("selfcare", lambda: tr("&Self-care"), "heart", _selfcare),
    Tab("notes", lambda: tr("Care &notes"), "notebook-pen", _coming("notes")),
)
FIRST = "today"


def tell_news(parts: Parts, parent: QWidget, before: Visit) -> None:
    """The words for whoever has to hear of a change in a visit, which was `before` until now."""
    from caregiver_app.ui.rides.news import tell_after

    tell_after(parts, [before], parent)


def tell_asked(parts: Parts, parent: QWidget, asked: Sequence[Item]) -> None:
    """The words for whoever was asked for these times of tasks and need not come; none for a day that is over."""
    from caregiver_app.ui.rides.around import read_around
    from caregiver_app.ui.rides.messages import help_messages, show_messages

    around = read_around(parts)
    ahead = [item for item in asked if item.day >= around.today]
    show_messages(parts, help_messages(ahead, [], around), parent)


def add_cost(parts: Parts, parent: QWidget, visit_id: UUID) -> None:
    """The form of a cost for a visit opens over the page in front: afterwards one is where one was."""
    from caregiver_app.ui.expenses.for_visit import open_for_visit

    open_for_visit(parts, visit_id, parent)
