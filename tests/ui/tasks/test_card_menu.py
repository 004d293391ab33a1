"""The menu of a card says what the list of helpers says against a name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from caregiver_app.services import people, tasks
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.card_menu import card_menu
from caregiver_app.ui.tasks.page import TasksPage
from tests.ui.tasks.conftest import ANA, TOM, TRASH, TUESDAY, WALK, item_of


def test_behind_a_name_stands_why_somebody_may_not_come(opened: TasksPage, parts: Parts, qtbot: QtBot) -> None:
    run, now = parts.actions.run, parts.actions.clock.now()
    run("Limit", partial(people.save, person=replace(ANA, at_most=1)))
    run("Give", partial(tasks.hand_over, item=item_of(opened, TRASH.title), person_id=ANA.id, now=now))
    walk = item_of(opened, WALK.title, TUESDAY)
    run("Free", partial(tasks.free, item=walk, person_id=TOM.id, now=now))
    panel = opened.panel
    assert panel.view is not None
    menu = card_menu(item_of(opened, WALK.title, TUESDAY), panel.view, panel.deeds, panel.dialogs, panel)
    give = next(
        found for each in menu.actions() if each.text() == "Give to" and isinstance(found := each.menu(), QMenu)
    )
    give.popup(QPoint(0, 0))
    said = [each.text() for each in give.actions()]
    assert "Tom Baker – said not this time" in said
    assert "Ana Lindqvist – at their limit of 1 this month" in said
    assert said[0] == "You", "nothing stands against her"
    entry = next(each for each in give.actions() if each.text().startswith("Tom Baker"))
    entry.trigger()
    give.close()
    assert item_of(opened, WALK.title, TUESDAY).helpers == (TOM.id,), "it is said, and nothing is forbidden"
    menu.deleteLater()
